// How a form looks and speaks, what it asks consent for and where it stands: set by a marketer in a real browser.
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => stack.close());

const desk = { viewport: { width: 1440, height: 900 } };

const draftSchema = z.object({
  document: z.looseObject({}),
  issues: z.array(z.object({ code: z.string() })),
});

/** The draft as the worker has it. */
async function draftOf(form: string): Promise<z.infer<typeof draftSchema>> {
  const answer = await stack.api(`/api/forms/${form}/draft`);
  return draftSchema.parse(await answer.json());
}

test('a colour that cannot be read says why, and one press makes it readable', async () => {
  const { page, troubles } = await stack.newEditor(desk);
  await page.goto(`${stack.instance.url}/forms/demo/theme`);
  await page.getByLabel('Accent', { exact: true }).fill('ffee00');
  await page.getByText('1.2 : 1 against the background. To be read it takes 3 : 1.').waitFor();
  await expectCalm(page);
  await expect.poll(async () => (await draftOf('demo')).issues).toMatchObject([{ code: 'low_contrast' }]);
  await page.setViewportSize(desk.viewport);
  await page.getByRole('button', { name: 'Use #a2970c' }).click();
  await expect
    .poll(async () => draftOf('demo'))
    .toMatchObject({ issues: [], document: { theme: { accent: '#a2970c' } } });
  const button = page.getByRole('figure', { name: 'On a light page' }).locator('.send').first();
  expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(162, 151, 12)',
  );
  await page.getByRole('button', { name: 'Midnight' }).click();
  await expectCalm(page);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect
    .poll(async () => draftOf('demo'))
    .toMatchObject({ document: { theme: { accent: '#a2970c' } } });
  expect(troubles).toEqual([]);
});

test('what visitors agree to is seen as they see it, and a tick is kept of the lead', async () => {
  const { page, troubles } = await stack.newEditor(desk);
  await page.goto(`${stack.instance.url}/forms/demo/consent`);
  await page.getByLabel('What visitors agree to').fill('We use this to call you back.');
  await page.getByLabel('A box of its own').check();
  await page.getByLabel('Where it can be read').fill('http://rampline.example/privacy');
  await page.getByText('A whole address that begins with https://.').waitFor();
  await page.getByLabel('Where it can be read').fill('https://rampline.example/privacy');
  await page.getByLabel('Ask whether you may write to them').check();
  await page.getByRole('button', { name: 'Create “May be written to”' }).click();
  await expect.poll(() => page.getByLabel('A tick is kept').inputValue()).toBe('marketing_consent');
  const seen = page.getByRole('figure').locator('form.baton');
  expect(await seen.locator('.consent').allInnerTexts()).toEqual([
    'We use this to call you back. Privacy policy *',
    'You may write to me about products and events. I can stop it at any time.',
  ]);
  expect(await seen.locator('input[type=checkbox]:checked').count()).toBe(0);
  await page.getByLabel('Sent too soon').check();
  await page.getByLabel('Sent too soon to be typed: seconds').fill('5');
  await page.getByLabel('A sum for the browser').check();
  await page.getByLabel('Cloudflare Turnstile').check();
  await page.getByText('BATON_TURNSTILE_SECRET').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await page.getByLabel('Cloudflare Turnstile').uncheck();
  await page.getByText('After consent').click();
  await expect
    .poll(async () => draftOf('demo'))
    .toMatchObject({
      issues: [],
      document: {
        consent: { required: true, marketing: { attribute: 'marketing_consent' } },
        protection: { minSeconds: 5, proofOfWork: true },
        journal: 'consent',
      },
    });
  expect(troubles).toEqual([]);
});
