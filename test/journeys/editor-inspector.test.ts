// What fields are like is set in the pane beside the canvas, and what is wrong is led to, in a real browser on the real
// worker.
import type { Locator, Page } from 'playwright-core';
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
  document: z.object({ steps: z.array(z.object({ fields: z.array(z.looseObject({ id: z.string() })) })) }),
});

async function fieldOf(form: string, id: string): Promise<unknown> {
  const answer = await stack.api(`/api/forms/${form}/draft`);
  const { document } = draftSchema.parse(await answer.json());
  return document.steps.flatMap(({ fields }) => fields).find((field) => field.id === id) ?? null;
}

const workspaceSchema = z.object({ attributes: z.array(z.looseObject({ id: z.string() })) });

async function attributeOf(id: string): Promise<unknown> {
  const { attributes } = workspaceSchema.parse(await (await stack.api('/api/workspace')).json());
  return attributes.find((attribute) => attribute.id === id) ?? null;
}

async function open(form: string): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  await page.goto(`${stack.instance.url}/forms/${form}/build`);
  await page.getByLabel('Settings').getByLabel('Name', { exact: true }).waitFor();
  return { page, troubles };
}

async function calm(page: Page): Promise<void> {
  await expectCalm(page);
  await page.setViewportSize(desk);
}

/** The builder, whose settings come only once they are let in. */
async function openEarly(form: string) {
  const { page, troubles } = await stack.newEditor({ viewport: desk });
  let letIn = (): void => undefined;
  const isLetIn = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route('**/selection-settings-*.js', async (route) => {
    await isLetIn;
    await route.continue();
  });
  await page.goto(`${stack.instance.url}/forms/${form}/build`);
  const field = page.getByRole('region', { name: 'The form' }).getByRole('button', { name: /^Company,/ });
  await field.click();
  await page.getByLabel('Loading the settings').waitFor();
  await field.press('Enter');
  const question = page.getByLabel('Settings').getByRole('textbox', { name: 'Question' });
  return { page, troubles, letIn: () => letIn(), question };
}

const hasFocus = (place: Locator) => place.evaluate((element) => element === document.activeElement);

test('whoever goes to the settings before they have come is there once they have', async () => {
  const { troubles, letIn, question } = await openEarly('demo');
  letIn();
  await expect.poll(() => hasFocus(question)).toBe(true);
  expect(troubles).toEqual([]);
});

test('whoever has gone elsewhere in the meantime is left there', async () => {
  const { page, letIn, question } = await openEarly('demo');
  const other = page.getByRole('button', { name: 'Add field' });
  await other.focus();
  letIn();
  await question.waitFor();
  expect(await hasFocus(other)).toBe(true);
});

test('a question gets options, an attribute of its own, and must be answered', async () => {
  const { page, troubles } = await open('demo');
  const pane = page.getByRole('complementary', { name: 'Settings' });
  const canvas = page.getByRole('region', { name: 'The form' });
  const outline = page.getByRole('complementary', { name: 'Steps and fields' });
  await calm(page);

  await page.keyboard.press('/');
  await page.getByLabel('Find a kind of field').fill('choose one');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await pane.getByLabel('Question').fill('Which region are you in?');
  await outline.getByRole('button', { name: /^Which region are you in\?/ }).waitFor();
  await canvas.getByText('Which region are you in?').waitFor();
  await pane.getByLabel('Option 1', { exact: true }).fill('Europe');
  await pane.getByLabel('Option 2', { exact: true }).fill('Americas');
  await pane.getByLabel('Option 2', { exact: true }).press('Enter');
  await page.keyboard.type('Asia');
  await canvas.getByText('Asia', { exact: true }).waitFor();
  await pane.getByLabel('Must be answered').check();
  await canvas
    .getByRole('button', { name: 'Which region are you in?, Choose one, must be answered' })
    .waitFor();
  await calm(page);

  await pane.getByRole('button', { name: 'Create an attribute' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an attribute' });
  await dialog.waitFor();
  await expectCalm(page, [desk]);
  await dialog.getByLabel('Name').fill('');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.getByText('An attribute needs a name.').waitFor();
  await dialog.getByLabel('Name').fill('Region');
  await dialog.getByLabel('Says something about').selectOption('company');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await attributeOf('region')).toMatchObject({
    label: 'Region',
    type: 'choice',
    about: 'company',
    options: [{ label: 'Europe' }, { label: 'Americas' }, { label: 'Asia' }],
  });
  await pane.getByText('They belong to the attribute “Region”').waitFor();
  await expect
    .poll(() => fieldOf('demo', 'choose_one'))
    .toEqual({
      id: 'choose_one',
      kind: 'choice',
      label: 'Which region are you in?',
      required: true,
      attribute: 'region',
    });
  await calm(page);
  expect(troubles).toEqual([]);
});

test('options that forms share are changed for all of them, and those are named', async () => {
  const { page, troubles } = await open('demo');
  const pane = page.getByRole('complementary', { name: 'Settings' });
  await page.getByRole('button', { name: /^What do you do\?, Choose one/ }).click();
  await pane.getByRole('button', { name: 'Change for all forms' }).click();
  const dialog = page.getByRole('dialog', { name: 'Options of “Role”', exact: true });
  await dialog.getByText('No other published form asks for it.').waitFor();
  await expectCalm(page, [desk]);
  await dialog.getByLabel('Option 1', { exact: true }).fill('Student, teacher or researcher');
  await dialog.getByRole('button', { name: 'Change for all forms' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await attributeOf('role')).toMatchObject({
    ordered: true,
    options: [{ id: 'student', label: 'Student, teacher or researcher' }, {}, {}, {}, {}],
  });
  await page.getByRole('region', { name: 'The form' }).getByText('Student, teacher or researcher').waitFor();
  expect(troubles).toEqual([]);
});

test('what is wrong is counted, marked where it stands, and led to', async () => {
  const { page, troubles } = await open('demo');
  const pane = page.getByRole('complementary', { name: 'Settings' });
  await page.getByRole('button', { name: 'Checker All good' }).waitFor();
  await page.getByRole('button', { name: /^Company, Short text/ }).click();
  await pane.getByLabel('Pattern').fill('(?=look ahead)');
  const checker = page.getByRole('button', { name: /^Checker/ });
  await page.getByRole('button', { name: 'Checker 1 error' }).waitFor();
  await pane.getByLabel('Pattern').and(page.locator('[aria-invalid=true]')).waitFor();
  await page.getByRole('button', { name: /^Company.*error: This is not a pattern/ }).waitFor();
  await page.getByRole('button', { name: /^Your name, Short text/ }).click();
  await calm(page);

  await checker.click();
  const dialog = page.getByRole('dialog', { name: 'Checker' });
  await dialog.waitFor();
  await calm(page);
  await dialog.getByRole('button', { name: /Company · Pattern/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => pane.getByLabel('Question').inputValue()).toBe('Company');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-canvas')))
    .toBe('company');
  await pane.getByLabel('Pattern').fill('');
  await page.getByRole('button', { name: 'Checker All good' }).waitFor();
  expect(troubles).toEqual([]);
});

test('small edits are made on a phone', async () => {
  const { page, troubles } = await stack.newEditor({ viewport: phone });
  await page.goto(`${stack.instance.url}/forms/demo/build`);
  await page.getByRole('button', { name: /^Phone, Phone$/ }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  const sheet = page.getByRole('dialog', { name: 'Settings' });
  await sheet.getByLabel('Question').fill('Mobile');
  await expectCalm(page, [phone]);
  await sheet.getByRole('button', { name: 'Create an attribute' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an attribute' });
  await dialog.waitFor();
  await expectCalm(page, [phone]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(() => fieldOf('demo', 'phone')).toMatchObject({ label: 'Mobile' });
  expect(troubles).toEqual([]);
});

test('all of it goes by the keyboard alone', async () => {
  const { page, troubles } = await open('demo');
  const { keyboard } = page;
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      const label =
        at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.getAttribute('aria-label');
      return label ?? at?.textContent ?? '';
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      if (name.test(await focused())) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${name}.`);
  };
  await keyboard.press('/');
  await keyboard.type('choose any');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await tabTo(/^Choose any/);
  await keyboard.press('Enter');
  expect(await focused()).toBe('Question');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Which tools?');
  await tabTo(/^Option 1$/);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Spreadsheets');
  await keyboard.press('Alt+ArrowDown');
  await tabTo(/^Must be answered$/);
  await keyboard.press('Space');
  await keyboard.press('Escape');
  expect(await focused()).toMatch(/^Which tools\?, Choose any/);
  await keyboard.press('Enter');
  await tabTo(/^Create an attribute$/);
  await keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Create an attribute' }).waitFor();
  await tabTo(/^Name$/);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Tools in use');
  await keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Create an attribute' }).waitFor({ state: 'detached' });
  await expect
    .poll(() => fieldOf('demo', 'choose_any'))
    .toMatchObject({
      label: 'Which tools?',
      required: true,
      attribute: 'tools_in_use',
    });
  expect(await attributeOf('tools_in_use')).toMatchObject({
    options: [{ label: 'Second option' }, { id: 'first', label: 'Spreadsheets' }],
  });
  expect(troubles).toEqual([]);
});
