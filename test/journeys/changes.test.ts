// An admin asks who changed what: by screen, by keys, narrowed down and back; whoever is no admin is told so.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';
import { letIn, viktor } from './two-sides.ts';

let stack: EditorStack;
let owner: Page;
let troubles: string[];

beforeAll(async () => {
  stack = await startEditorStack();
  ({ page: owner, troubles } = await stack.newEditor());
}, 60_000);

afterAll(() => stack.close());

const entry = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words });

test('what an import and a person changed is told in words, with before and after', async () => {
  await letIn(stack, viktor);
  await owner.goto(`${stack.instance.url}/attributes`);
  await owner.getByRole('link', { name: 'Changes' }).click();
  await owner.getByRole('heading', { name: 'Today' }).waitFor();
  const invited = entry(owner, `Mara Lind invited ${viktor.email} as ${viktor.role}`);
  await invited.locator('summary').focus();
  await owner.keyboard.press('Enter');
  await invited.getByRole('row', { name: /^role – sales/ }).waitFor();
  await entry(owner, `${viktor.name} joined as sales`).waitFor();
  await expectCalm(owner);
});

test('it is narrowed to somebody and to a part of Baton, as the address says, and widened again', async () => {
  const joined = entry(owner, 'joined as sales');
  await joined.getByText('joined as sales').click();
  await joined.getByRole('link', { name: 'All by the same author' }).click();
  await expect.poll(() => entry(owner, 'Mara Lind').count()).toBe(0);
  expect(new URL(owner.url()).searchParams.get('author')).toBe(`person:${viktor.email}`);
  await owner.getByLabel('Part of Baton').selectOption('Forms');
  await owner.getByText('Nothing of this was changed').waitFor();
  await expectCalm(owner);
  await owner.reload();
  await owner.getByText('Nothing of this was changed').waitFor();
  await owner.getByRole('link', { name: `No longer only: ${viktor.name}` }).click();
  await entry(owner, 'imported the form').first().waitFor();
  await owner.getByLabel('Part of Baton').selectOption('All of Baton');
  await entry(owner, 'Mara Lind joined as admin').waitFor();
});

test('an admin without the network is told so, and asks again', async () => {
  expect(troubles).toEqual([]);
  await owner.route('**/api/audit?*', (route) => route.abort());
  await owner.getByLabel('Saved drafts too').check();
  await owner.getByText('This could not be loaded').waitFor({ timeout: 20_000 });
  await owner.unroute('**/api/audit?*');
  await owner.getByRole('button', { name: 'Try again' }).click();
  await entry(owner, 'joined as admin').first().waitFor();
});
