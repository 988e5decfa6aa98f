// Journey 4: marketing proposes another threshold, sales looks at what the past would have been and answers, both sign,
// and from that second the new version judges.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { expectCalm } from './gate-pages.ts';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { letIn, nora, submit, submitMany, viktor } from './two-sides.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
  await submitMany(stack, 24);
}, 60_000);
afterAll(() => stack.close());

/** Changes the threshold where it stands in the contract, with the keyboard alone. */
async function setThreshold(page: Page, before: number, after: number): Promise<void> {
  const clause = page.getByRole('button', { name: new RegExp(`^mql: ${before} points`) });
  await clause.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Called').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type(String(after));
  await page.keyboard.press('Enter');
  const changed = page.getByRole('button', { name: new RegExp(`^mql: ${after} points`) });
  await changed.waitFor();
  // What was pressed has the focus again.
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') === 'false');
  await page.getByRole('status').filter({ hasText: 'Saved' }).first().waitFor();
}

async function propose(page: Page, version: number, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Propose' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why, for the other side').fill(note);
  await dialog.getByRole('button', { name: 'Propose' }).click();
  await page.getByRole('heading', { name: `Proposal ${version}` }).waitFor();
}

async function sign(page: Page, side: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('button', { name: `Sign for ${side}` }).click();
}

const leadList = z.object({
  leads: z.array(z.object({ agreement: z.unknown(), tier: z.string().nullable() })),
});

test('two people agree on another threshold, and the next submission is judged by it', async () => {
  const { url } = stack.instance;
  const { page: marketing, troubles } = await letIn(stack, nora);
  const { page: sales, troubles: others } = await letIn(stack, viktor);

  await marketing.goto(`${url}/agreement`);
  await marketing.getByText('What you see is what is in force.').waitFor();
  await setThreshold(marketing, 50, 60);
  await marketing.getByText('The draft differs from what is in force in one place.').waitFor();
  await expectCalm(marketing);
  await propose(marketing, 2, 'Too many of those at 50 went nowhere.');
  await marketing.getByText('50 points → 60 points').waitFor();
  await marketing.getByText(/^\d+ fewer handoffs\.$/).waitFor();
  await expectCalm(marketing);

  await sales.goto(`${url}/agreement`);
  await sales.getByText('Waits for your signature').waitFor();
  await sales.getByRole('link', { name: 'Proposal 2' }).click();
  await sales.getByText('Too many of those at 50 went nowhere.').waitFor();
  await sales.getByLabel('Your comment').fill('We would lose good ones.');
  await sales.getByRole('button', { name: 'Comment' }).click();
  await sales.getByText('We would lose good ones.').waitFor();
  await sales.getByRole('button', { name: 'Counter' }).click();
  await setThreshold(sales, 60, 55);
  await propose(sales, 3, 'A step at a time.');
  await sales.getByText('It answers').waitFor();
  await sign(sales, 'sales');
  await sales.getByText('You have signed', { exact: true }).waitFor();

  await marketing.goto(`${url}/agreement/proposals/3`);
  await marketing.getByRole('region', { name: 'Signatures' }).getByText('Viktor Haas').waitFor();
  await sign(marketing, 'marketing');
  await marketing.getByRole('heading', { name: 'Version 3', exact: true }).waitFor();
  // Whoever has it open sees it come into force.
  await sales.getByRole('heading', { name: 'Version 3', exact: true }).waitFor({ timeout: 12_000 });

  await submit(stack, 'later@engines.example', {
    name: 'Ada Byron',
    role: 'director',
    company_size: '250-999',
    industry: '3pl',
    timeline: 'year',
  });
  const answer = await stack.api('/api/leads?email=later@engines.example');
  const { leads } = leadList.parse(await answer.json());
  expect(JSON.stringify(leads[0]?.agreement)).toContain('3');

  await marketing.goto(`${url}/agreement/versions`);
  await marketing.getByRole('link', { name: 'Version 2' }).click();
  await marketing.getByText(/Answered by another proposal/).waitFor();
  expect([...troubles, ...others]).toEqual([]);
}, 90_000);

test('the threshold is moved over recent leads by its handle, and a lead is tried on the draft', async () => {
  const { page, troubles } = await stack.newEditor();
  await page.goto(`${stack.instance.url}/agreement/score`);
  const handle = page.getByRole('slider', { name: 'Threshold' });
  await handle.focus();
  await page.keyboard.press('PageUp');
  await page
    .getByText(/fewer than with/)
    .first()
    .waitFor();
  const weekly = page.getByText(/^\S+ handoffs? a week/);
  const ofQuarter = await weekly.textContent();
  expect(ofQuarter).toMatch(/week, \S+ with \d+$/);
  await page.getByText('a year', { exact: true }).click();
  await expect.poll(() => weekly.textContent()).not.toBe(ofQuarter);
  // By the pointer too, as far as the next tier lets it.
  const before = await handle.getAttribute('aria-valuenow');
  const box = await handle.boundingBox();
  if (box === null) throw new Error('The handle is nowhere.');
  await page.mouse.move(box.x + box.width / 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + 12, { steps: 4 });
  await page.mouse.up();
  expect(Number(await handle.getAttribute('aria-valuenow'))).toBeLessThan(Number(before));
  const verdict = page.getByRole('status', { name: 'What would become of it' });
  await page.getByLabel('Role').selectOption('Director of operations');
  await verdict.getByText('Director or above').waitFor();
  await page.getByLabel('Cut overtime').check();
  await verdict.getByText('Overtime or temporary staff is the pain').waitFor();
  await page.getByLabel('Viewed pricing: times').fill('2');
  await verdict.getByText('+16').waitFor();
  await page.getByLabel('Viewed pricing: days ago').fill('30');
  await verdict.getByRole('row', { name: 'Viewed pricing +8' }).waitFor();
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText(/points, \w+ — fit/).waitFor();
  await page.getByText('Table', { exact: true }).click();
  await page.getByRole('region', { name: 'Leads of the period', exact: true }).waitFor();
  await expectCalm(page);
  // One step back or two: what was moved in quick succession is one.
  const asInForce = page.getByText('What you see is what is in force.');
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+z');
      return asInForce.isVisible();
    })
    .toBe(true);
  expect(troubles).toEqual([]);
}, 60_000);
