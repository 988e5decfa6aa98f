// Outcomes speak: nothing yet, then the curve with its handle by keys, by pointer and by what teams want, and a proposal that
// becomes a draft which the agreement shows with everything that differs.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm, desk } from './gate-pages.ts';
import { plantLeads } from './planted-leads.ts';

let stack: EditorStack;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  stack = await startEditorStack();
  await plantLeads(stack, 160);
  ({ page, troubles } = await stack.newEditor());
}, 120_000);

afterAll(() => stack.close());

const today = () => page.getByRole('region', { name: 'Today’s threshold' });
const proposed = () => page.getByRole('region', { name: 'Proposed threshold' });

test('what was not asked for yet is offered, and what is asked for is kept', async () => {
  await page.goto(`${stack.instance.url}/review`);
  await page.getByRole('link', { name: 'Calibration' }).click();
  await page.getByText('What do outcomes say?').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk);
  await page.getByRole('button', { name: 'Calibrate', exact: true }).click();
  await page.getByText(/^Of 160 leads it is known/).waitFor({ timeout: 60_000 });
  await page.reload();
  await page.getByText(/^Of 160 leads it is known/).waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk);
});

test('the handle moves by keys, by the pointer and to where teams want it', async () => {
  const handle = today().getByRole('slider', { name: 'Threshold' });
  expect(await handle.getAttribute('aria-valuenow')).toBe('50');
  await handle.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  expect(await handle.getAttribute('aria-valuenow')).toBe('61');
  expect(await handle.getAttribute('aria-valuetext')).toMatch(/^From 61: \d+% accepted/);
  await today()
    .getByText(/^In force: from 50:/)
    .waitFor();
  const picture = today().locator('svg', { has: page.getByRole('slider') });
  const box = await picture.boundingBox();
  if (box === null) throw new Error('No picture.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  expect(Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(65);
  await today().getByLabel('% accepted, at least').fill('30');
  await today().getByRole('button', { name: 'Go there' }).last().click();
  const share = /(\d+)% accepted/.exec((await handle.getAttribute('aria-valuetext')) ?? '')?.[1];
  expect(Number(share)).toBeGreaterThanOrEqual(30);
  await today().getByLabel('% accepted, at least').fill('100');
  await page.keyboard.press('Enter');
  await today().getByText('No threshold comes so far').waitFor();
});

test('a proposal becomes a draft by one press, and the agreement shows what differs', async () => {
  const table = page.getByRole('table', { name: 'Proposed points beside those of today' });
  await table
    .getByRole('row', { name: /People on shifts is .* accepted; .*× the average; / })
    .first()
    .waitFor();
  const handle = proposed().getByRole('slider', { name: 'Threshold' });
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  const threshold = await handle.getAttribute('aria-valuenow');
  await proposed().getByRole('button', { name: 'Make this a draft' }).click();
  await page.waitForURL('**/agreement');
  await page.getByText(`mql: from ${threshold}`).first().waitFor();
  const { draft } = Object(await (await stack.api('/api/agreement')).json());
  expect(draft).toMatchObject({ issues: [], base: 1 });
});

test('somebody’s other draft makes way only when that is said', async () => {
  const { draft } = Object(await (await stack.api('/api/agreement')).json());
  const other = { revision: draft.revision, document: { ...draft.document, title: 'By somebody else' } };
  const saved = await stack.api('/api/agreement/draft', { method: 'PUT', body: JSON.stringify(other) });
  expect(saved.status).toBe(200);
  await page.goto(`${stack.instance.url}/review/calibration`);
  await proposed().getByRole('button', { name: 'Make this a draft' }).click();
  await page.getByRole('dialog', { name: 'Replace the draft?' }).waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(Object(await (await stack.api('/api/agreement')).json()).draft.document.title).toBe(
    'By somebody else',
  );
  await proposed().getByRole('button', { name: 'Make this a draft' }).click();
  await page.getByRole('button', { name: 'Replace it' }).click();
  await page.waitForURL('**/agreement');
  expect(Object(await (await stack.api('/api/agreement')).json()).draft.document.title).not.toBe(
    'By somebody else',
  );
  // Asked twice, refused once: a browser says so of every refusal.
  expect(troubles.filter((line) => !line.includes('409'))).toEqual([]);
});
