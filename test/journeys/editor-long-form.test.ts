// A form of 200 fields in the builder: a key costs what it changes, and what is seen, not what there is.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { longForm } from '../bench/editor/long-forms.ts';
import { startEditorStack, type EditorStack } from './editor-stack.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(() => stack.close());

test('typing in one of 200 fields redraws that one alone, and what is far away is not laid out', async () => {
  const url = await longForm(stack, 200);
  const { page, troubles } = await stack.newEditor({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  const fields = page.locator('[data-canvas]');
  await fields.nth(5).dblclick();
  await page.evaluate(`{
    redrawn = new Set();
    const watch = (part, name) =>
      new MutationObserver(() => redrawn.add(name)).observe(part, {
        childList: true, characterData: true, attributes: true, subtree: true,
      });
    for (const part of document.querySelectorAll('[data-canvas]')) {
      const name = 'canvas ' + part.dataset.canvas;
      watch(part, name);
      for (const each of part.parentElement.children) if (each.shadowRoot) watch(each.shadowRoot, name);
    }
    for (const part of document.querySelectorAll('[role=listitem] [data-outline]')) {
      watch(part, 'outline ' + part.dataset.outline);
    }
  }`);
  await page.keyboard.type('Your role');
  await page.getByRole('button', { name: 'Your role, Short text' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await page.evaluate<string[]>('[...redrawn].sort()')).toEqual(['canvas f4', 'outline f4']);
  const isLaidOut = (at: number): Promise<boolean> =>
    fields.nth(at).evaluate((part) => part.checkVisibility({ contentVisibilityAuto: true }));
  expect([await isLaidOut(5), await isLaidOut(199)]).toEqual([true, false]);
  await fields.nth(199).click();
  expect(await isLaidOut(199)).toBe(true);
  expect(troubles).toEqual([]);
});
