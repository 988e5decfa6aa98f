// A marketer who uses no pointer at all: from the list of forms to a live form with a condition, each place reached by
// keys, and what was done heard as well as seen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { startEditorStack, type EditorStack } from './editor-stack.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => stack.close());

const wide = { viewport: { width: 1440, height: 900 } };

/** How many presses of Tab somebody goes along with; the whole builder has fewer places. */
const patience = 60;

/** Goes on with Tab, or back, until the focus is there; says where it was on the way, where it never comes. */
async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await place.waitFor();
  const passed: string[] = [];
  for (let presses = 0; presses < patience; presses += 1) {
    await page.keyboard.press(key);
    if (await place.evaluate((element) => element === document.activeElement)) return;
    passed.push(
      await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      ),
    );
  }
  throw new Error(`The focus never came there, but to: ${passed.join(' | ')}`);
}

async function expectFocus(place: Locator): Promise<void> {
  await expect.poll(() => place.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Every text that a live region said, in order, and how often a pointer was pressed. */
async function listen(page: Page): Promise<{ heard: () => Promise<string>; pressed: () => Promise<number> }> {
  const heard: string[] = [];
  const pressed: string[] = [];
  await page.exposeFunction('batonHeard', (text: string) => heard.push(text));
  await page.exposeFunction('batonPressed', (type: string) => pressed.push(type));
  await page.addInitScript(() => {
    const tell = (name: string, text: string): void => {
      const told: unknown = Reflect.get(globalThis, name);
      if (typeof told === 'function') told(text);
    };
    addEventListener('pointerdown', ({ type }) => tell('batonPressed', type), true);
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live], [role=status], [role=alert]');
        if (region?.textContent) tell('batonHeard', region.textContent);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return { heard: async () => heard.join('\n'), pressed: async () => pressed.length };
}

test('a form is made, changed, moved about, published and filled in without a pointer', async () => {
  const { page, troubles } = await stack.newEditor(wide);
  const { heard, pressed } = await listen(page);
  const { keyboard } = page;
  const settings = page.getByRole('complementary', { name: 'Settings' });
  const outline = page.getByRole('complementary', { name: 'Steps and fields' });
  const canvas = page.getByRole('region', { name: 'The form' });
  const order = async (): Promise<readonly (string | null)[]> =>
    outline
      .locator('[role=listitem] [data-outline]')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-outline')));

  // A new form, and its name.
  await page.goto(`${stack.instance.url}/forms`);
  await tabTo(page, page.getByRole('button', { name: 'New form' }));
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: /^From nothing/ }));
  await keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Name of the form'));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Meet us');
  await keyboard.press('Enter');

  // A choice, found by what it is called, with its question and options.
  await outline.waitFor();
  await keyboard.press('/');
  await expectFocus(page.getByLabel('Find a kind of field'));
  await keyboard.type('choose one');
  await keyboard.press('Enter');
  await expect.poll(heard).toContain('Choose one added.');
  await keyboard.press('Escape');
  await expectFocus(page.getByRole('button', { name: 'Add field' }));
  await tabTo(page, canvas.getByRole('button', { name: /^Choose one/ }));
  await keyboard.press('Enter');
  await expectFocus(settings.getByRole('textbox', { name: 'Question' }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Role');
  await tabTo(page, settings.getByRole('textbox', { name: 'Option 1' }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Manager');
  await tabTo(page, settings.getByRole('textbox', { name: 'Option 2' }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Student');
  await keyboard.press('Escape');
  await expectFocus(canvas.getByRole('button', { name: /^Role, Choose one/ }));

  // A number behind it, asked of managers alone.
  await keyboard.press('/');
  await keyboard.type('number');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await tabTo(page, canvas.getByRole('button', { name: /^Number/ }));
  await keyboard.press('Enter');
  await expectFocus(settings.getByRole('textbox', { name: 'Question' }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Team size');
  const shown = settings.getByRole('button', { name: /^Shown: / });
  await tabTo(page, shown);
  await keyboard.press('Enter');
  const condition = page.getByRole('dialog');
  await tabTo(page, condition.getByLabel('What is looked at'));
  await keyboard.type('Role');
  await tabTo(page, condition.getByRole('combobox', { name: 'Value' }));
  await keyboard.type('Manager');
  await tabTo(page, condition.getByRole('button', { name: 'Save condition' }));
  await keyboard.press('Enter');
  await expectFocus(shown);
  await settings.getByRole('button', { name: /^Shown: .*Role.*Manager/ }).waitFor();

  // Moved by Alt and arrows, then by the handle, and back again.
  const before = await order();
  const [email, role, size] = before;
  expect(before).toHaveLength(3);
  await keyboard.press('Escape');
  await expectFocus(canvas.getByRole('button', { name: /^Team size/ }));
  await keyboard.press('Alt+ArrowUp');
  await keyboard.press('Alt+ArrowUp');
  await expect.poll(order).toEqual([size, email, role]);
  await expect.poll(heard).toContain('Moved to place 1 of step 1.');
  await expectFocus(canvas.getByRole('button', { name: /^Team size/ }));
  await keyboard.press('Alt+ArrowDown');
  await keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(before);
  await tabTo(page, outline.getByRole('button', { name: 'Move Role' }), 'Shift+Tab');
  await keyboard.press('Space');
  await expect.poll(heard).toContain('Role taken.');
  await keyboard.press('ArrowUp');
  await expect.poll(heard).toContain('Would go to place 1 of step 1.');
  await keyboard.press('Space');
  await expect.poll(heard).toContain('Dropped.');
  await expect.poll(order).toEqual([role, email, size]);
  await expectFocus(outline.getByRole('button', { name: 'Move Role' }));
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(order).toEqual(before);
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(order).toEqual([role, email, size]);

  // Live.
  await page.getByText('Saved', { exact: true }).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Publish' }), 'Shift+Tab');
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByLabel('What changed, for those who come after'));
  await keyboard.type('First.');
  const publish = dialog.getByRole('button', { name: 'Publish' });
  const read = dialog.getByLabel('I have read these');
  if (await read.isVisible()) {
    await tabTo(page, read, 'Shift+Tab');
    await keyboard.press('Space');
  }
  await tabTo(page, publish);
  await keyboard.press('Enter');
  await expect.poll(heard).toContain('Version 1 is live.');
  expect(await pressed()).toBe(0);
  expect(troubles).toEqual([]);

  const visitor = await stack.newPage();
  await visitor.goto(`${stack.instance.url}/f/form`);
  const team = visitor.getByLabel('Team size');
  const manager = visitor.getByLabel('Manager');
  await tabTo(visitor, manager);
  expect(await team.isVisible()).toBe(false);
  await visitor.keyboard.press('Space');
  await tabTo(visitor, team);
  await visitor.keyboard.type('12');
  await visitor.context().close();
}, 120_000);

test('a step is moved by keys, which stay with it', async () => {
  const { page } = await stack.newEditor(wide);
  await page.goto(`${stack.instance.url}/forms/demo/build`);
  const outline = page.getByRole('complementary', { name: 'Steps and fields' });
  const second = outline.locator('[data-outline^="step "]').nth(1);
  const name = await second.getAttribute('data-outline');
  await tabTo(page, second);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+ArrowUp');
  const moved = outline.locator('[data-outline^="step "]').first();
  await expect.poll(() => moved.getAttribute('data-outline')).toBe(name);
  await expectFocus(moved);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => moved.getAttribute('data-outline')).not.toBe(name);
});
