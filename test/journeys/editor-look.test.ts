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
