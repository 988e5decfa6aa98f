// A marketer at work on a form, in a real browser on the real worker.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { desk, expectCalm, phone } from './gate-pages.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => stack.close());

const draftSchema = z.object({
  document: z.object({
    name: z.string(),
    steps: z.array(z.object({ fields: z.array(z.object({ label: z.string() })) })),
  }),
});

async function labels(form: string): Promise<readonly string[]> {
  const answer = await stack.api(`/api/forms/${form}/draft`);
  const { document } = draftSchema.parse(await answer.json());
  return document.steps.flatMap(({ fields }) => fields.map(({ label }) => label));
}

test('a form is found in the list, opened, renamed where it stands, and kept', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${stack.instance.url}/forms`);
  await page.getByRole('link', { name: 'Request a demo' }).waitFor();
  await expectCalm(page);
  await page.getByRole('link', { name: 'Request a demo' }).click();
  const name = page.getByRole('button', { name: 'Your name, Short text, must be answered' });
  await name.waitFor();
  await expectCalm(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await name.dblclick();
  await page.getByRole('region', { name: 'The form' }).getByLabel('Question').fill('What are you called?');
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();
  await expect.poll(() => labels('demo')).toContain('What are you called?');
  await page.reload();
  await page
    .getByRole('button', { name: /^What are you called\?/ })
    .first()
    .waitFor();
  expect(troubles).toEqual([]);
});

test('a form begins from a template, and brings the attributes that it asks for', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${stack.instance.url}/forms`);
  await page.getByRole('button', { name: 'New form' }).click();
  await page.getByRole('heading', { name: 'New form' }).waitFor();
  await expectCalm(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: /^Webinar/ }).click();
  await page.getByLabel('Name of the form').waitFor();
  expect(await page.getByLabel('Name of the form').inputValue()).toBe('Join the webinar');
  await expect.poll(() => labels('webinar')).not.toEqual([]);
  expect(troubles).toEqual([]);
});

test('a field is put between two others where one points', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${stack.instance.url}/forms/demo/build`);
  await page.locator('[data-canvas]').first().waitFor();
  const order = (): Promise<(string | null)[]> =>
    page
      .locator('[data-canvas]')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-canvas')));
  const before = await order();
  await page.getByRole('button', { name: 'Insert a field at place 2' }).first().hover();
  await page.getByRole('button', { name: 'Insert a field at place 2' }).first().click();
  await page.keyboard.type('stars');
  await page.keyboard.press('Enter');
  await page.keyboard.type('date');
  await page.keyboard.press('Enter');
  await expect.poll(order).toEqual([before[0], 'rating', 'date', ...before.slice(1)]);
  expect(troubles).toEqual([]);
});

test('no tab of a form makes the window itself scroll, at a desk or on a phone', async () => {
  const { page } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/forms/demo/build`);
  const tabs = page.getByRole('navigation', { name: 'Of this form' }).getByRole('link');
  await tabs.first().waitFor();
  for (const tab of await tabs.all()) {
    await tab.press('Enter');
    await page.getByRole('main', { name: (await tab.textContent()) ?? '' }).waitFor();
    await expect.poll(() => page.getByRole('status', { name: /^Loading/ }).count()).toBe(0);
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport);
      const below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(below, `${page.url()} ${viewport.width}`).toBe(0);
    }
  }
});
