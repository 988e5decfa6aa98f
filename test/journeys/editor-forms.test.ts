// The list of forms: one is made after another, and one goes over to another workspace and back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => stack.close());

test('a form is duplicated from the list and opened, and the one that is live is untouched', async () => {
  const { page, troubles } = await stack.newEditor();
  await page.goto(`${stack.instance.url}/forms`);
  await page.getByRole('button', { name: 'What to do with Request a demo' }).click();
  await page.getByRole('menuitem', { name: 'Open its page' }).waitFor();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await page.waitForURL('**/forms/demo_2/build');
  expect(await page.getByLabel('Name of the form').inputValue()).toBe('Request a demo (copy)');
  await page.locator('[data-canvas]').first().waitFor();
  await page.getByRole('link', { name: 'All forms' }).click();
  await page.getByRole('link', { name: 'Request a demo', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Request a demo (copy)' }).waitFor();
  await page.getByText('Not live', { exact: true }).waitFor();
  expect(troubles).toEqual([]);
});

test('another workspace is entered from the name of this one, and comes back to its forms', async () => {
  const { page, troubles } = await stack.newEditor();
  await page.goto(`${stack.instance.url}/account`);
  await page.locator('details:has(input[name=name]) summary').click();
  await page.locator('input[name=name]').fill('North');
  await page.locator('input[name=id]').fill('north');
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.waitForURL('**done=made**');
  await page.goto(`${stack.instance.url}/forms`);
  await page.getByRole('heading', { name: 'There is no form yet' }).waitFor();
  await page.getByRole('button', { name: /^North/ }).click();
  await page.getByRole('menuitem', { name: 'Rampline' }).click();
  await page.getByRole('button', { name: /^Rampline/ }).waitFor();
  await page.getByRole('link', { name: 'Request a demo', exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/forms');
  expect(troubles).toEqual([]);
});
