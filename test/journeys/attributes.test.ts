// Somebody makes an attribute, merges it into another of the same kind, and finds it archived with where it went.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';

let stack: EditorStack;
let page: Page;
let troubles: readonly string[];

beforeAll(async () => {
  stack = await startEditorStack();
  ({ page, troubles } = await stack.newEditor());
});

afterAll(() => stack.close());

async function pick(label: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${label}`, exact: true }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

const row = (label: string) =>
  page.getByRole('list', { name: 'Attributes' }).getByRole('heading', { name: label });

async function make(label: string): Promise<void> {
  await page.getByRole('button', { name: 'New attribute' }).click();
  await page.getByLabel('Name', { exact: true }).fill(label);
  await page.keyboard.press('Enter');
  await row(label).waitFor();
}

test('the catalogue is looked after: made, merged, archived, restored', async () => {
  await page.goto(`${stack.instance.url}/attributes`);
  await row('Target list Derived').waitFor();
  await make('Nickname');
  await make('Called');
  await pick('Nickname', 'Merge into another');
  await page.getByLabel('Into', { exact: true }).selectOption('Called');
  await expectCalm(page);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await row('Nickname').waitFor({ state: 'detached' });
  await page.getByLabel('Archived too').check();
  await row('Nickname').getByText('Merged into Called').waitFor();
  await pick('Called', 'Archive');
  await row('Called Archived').waitFor();
  await pick('Called', 'Restore');
  await page.getByText('Called is offered again.').waitFor();
  await expectCalm(page);
  expect(troubles).toEqual([]);
});
