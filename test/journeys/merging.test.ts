// Two leads that are one person, merged and taken apart from the lead's card: by keys alone at a desk, by touch on a phone,
// where a lead is given away without dragging as well.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { leadView } from '../desk/views.ts';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { desk, expectCalm, phone } from './gate-pages.ts';
import { sendDemo } from './send-demo.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => {
  await stack.close();
});

const leadsAnswer = z.object({ leads: z.array(leadView) });

async function leadOf(email: string): Promise<z.infer<typeof leadView> | undefined> {
  const answer = await stack.api(`/api/leads?email=${encodeURIComponent(email)}`);
  return leadsAnswer.parse(await answer.json()).leads[0];
}

const told = (lead: z.infer<typeof leadView> | undefined) => ({
  ...lead,
  // They go on by themselves.
  handoffs: lead?.handoffs.map(({ id, owner }) => ({ id, owner })),
});

/** Goes on by Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Tab');
        return page.evaluate(() => {
          const at = document.activeElement;
          return at?.getAttribute('aria-label') ?? at?.textContent?.trim();
        });
      },
      { interval: 0, timeout: 10_000 },
    )
    .toBe(name);
}

test('by keys alone, two leads become one and two again, each what it was', { timeout: 60_000 }, async () => {
  const [work, other] = ['ada@engines.example', 'lovelace@engines.example'];
  for (const email of [work, other]) await sendDemo(stack.instance.url, { email, name: 'Ada Byron' });
  // The deadline counts anew once its owner has been told.
  for (const email of [work, other])
    await expect
      .poll(async () => (await leadOf(email))?.handoffs[0]?.['systemDelay'], { timeout: 15_000 })
      .toEqual(expect.any(Number));
  const before = [told(await leadOf(work)), told(await leadOf(other))];
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/inbox/${String((await leadOf(work))?.id)}?view=everything`);
  const card = page.getByRole('region', { name: 'Lead' });
  await card.getByRole('heading', { name: 'May be the same person' }).waitFor();
  await card.getByText('the same name in the same company').waitFor();
  await tabTo(page, `Merge with ${other}`);
  await page.keyboard.press('Enter');
  await page.getByText('What becomes of them').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk);
  // The first address is the main one until somebody says otherwise, and back.
  await page.getByRole('radio', { name: new RegExp(`^${work}`) }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByText(`${work} goes under ${other}`).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByText(`${other} goes under ${work}`).waitFor();
  await tabTo(page, 'Merge');
  await page.keyboard.press('Enter');
  await card.getByRole('list', { name: 'Other addresses' }).getByText(other).waitFor();
  await expect.poll(() => page.locator('[data-lead]').count()).toBe(1);
  expect((await leadOf(other))?.email).toBe(work);
  await expectCalm(page);
  await page.setViewportSize(desk);

  await tabTo(page, 'Take apart');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing was sent since').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk);
  // The button that asks stands behind the window.
  await tabTo(page, 'Take apart');
  await page.keyboard.press('Enter');
  await page.getByText(`${other} is a lead of its own again`).waitFor();
  await expect.poll(() => page.locator('[data-lead]').count()).toBe(2);
  expect([told(await leadOf(work)), told(await leadOf(other))]).toEqual(before);
  expect(troubles).toEqual([]);
});

test('on a phone a lead is merged by its address, and given away by taps', { timeout: 60_000 }, async () => {
  const [work, home] = ['bea@loom.example', 'bea@post.example'];
  for (const email of [work, home])
    await sendDemo(stack.instance.url, { email, name: 'Bea Loom', company: 'Loom' });
  const { page, troubles } = await stack.newEditor({ viewport: phone, hasTouch: true, isMobile: true });
  await page.goto(`${stack.instance.url}/inbox?view=everything&q=loom`);
  await page.locator('[data-lead]').nth(1).waitFor();
  // A thumb beside the box selects as well, and opens nothing.
  const box = await page.getByRole('checkbox', { name: 'Select Bea Loom' }).first().boundingBox();
  if (box === null) throw new Error('The box is out of sight.');
  await page.touchscreen.tap(box.x + box.width + 8, box.y + box.height + 8);
  await page.getByText('1 selected').waitFor();
  for (const name of ['Give to', 'Reject', 'Accept']) {
    const button = await page.getByRole('button', { name, exact: true }).boundingBox();
    expect(button?.height, name).toBeGreaterThanOrEqual(44);
  }
  await page.getByRole('button', { name: 'Give to' }).tap();
  await page.getByRole('button', { name: /^Sinéad Walsh/ }).waitFor();
  await expectCalm(page, [phone]);
  await page.getByRole('button', { name: /^Sinéad Walsh/ }).tap();
  await page.getByText('Bea Loom given to Sinéad Walsh').waitFor();
  const owners = [(await leadOf(work))?.owner?.name, (await leadOf(home))?.owner?.name];
  expect(owners.filter((name) => name === 'Sinéad Walsh')).toHaveLength(1);

  await page.goto(`${stack.instance.url}/inbox/${String((await leadOf(work))?.id)}`);
  await page.getByRole('button', { name: 'More to do with them' }).tap();
  await page.getByRole('menuitem', { name: 'Merge with another lead' }).tap();
  await page.getByLabel('The other one’s e-mail address').fill(home.toUpperCase());
  await page.getByText('What becomes of them').waitFor();
  await expectCalm(page, [phone]);
  await page.getByRole('button', { name: 'Merge', exact: true }).tap();
  await page.getByRole('list', { name: 'Other addresses' }).getByText(home).waitFor();
  expect((await leadOf(home))?.email).toBe(work);
  await expectCalm(page, [phone]);
  expect(troubles).toEqual([]);
});
