// What a form asks of whom, and what follows: conditions, profiling and outcomes, made in the editor and met by visitors.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => stack.close());

const wide = { viewport: { width: 1440, height: 900 } };

async function openTab(tab: string): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const editor = await stack.newEditor(wide);
  await editor.page.goto(`${stack.instance.url}/forms/demo/${tab}`);
  return editor;
}

/** In all lights and sizes, and back at a desk. */
async function calm(page: Page): Promise<void> {
  await expectCalm(page);
  await page.setViewportSize(wide.viewport);
}

const draftSchema = z.object({
  revision: z.number(),
  document: z.object({
    steps: z.array(z.object({ fields: z.array(z.object({ id: z.string(), ask: z.string().optional() })) })),
    outcomes: z.array(
      z.object({ id: z.string(), when: z.unknown().optional(), show: z.record(z.string(), z.unknown()) }),
    ),
  }),
});

async function draft(): Promise<z.infer<typeof draftSchema>> {
  return draftSchema.parse(await (await stack.api('/api/forms/demo/draft')).json());
}

async function saved(page: Page): Promise<void> {
  await page.getByText('Saved', { exact: true }).waitFor();
}

test('a condition that was clicked together decides what visitors of a website are asked', async () => {
  const { page, troubles } = await openTab('logic');
  await page.getByRole('button', { name: /^Show How many of them work in shifts\?/ }).waitFor();
  await calm(page);

  await page.getByLabel('Add a condition').selectOption({ label: 'When “Industry” is shown' });
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is looked at').selectOption({ label: 'What do you do?' });
  await dialog.getByRole('button', { name: 'Add group' }).click();
  await dialog.getByRole('button', { name: 'Save condition' }).click();
  await dialog.getByText('There is nothing to compare with yet.').waitFor();
  await calm(page);
  await dialog.getByRole('button', { name: 'Remove group' }).click();
  await dialog.getByLabel('Value').selectOption({ label: 'Director of operations' });
  await dialog.getByText('Show Industry when What do you do? is Director of operations.').waitFor();
  await dialog.getByRole('button', { name: 'Save condition' }).click();
  await page
    .getByRole('button', { name: 'Show Industry when What do you do? is Director of operations' })
    .waitFor();
  await saved(page);

  const { revision } = await draft();
  const published = await stack.api('/api/forms/demo/publish', {
    method: 'POST',
    body: JSON.stringify({ revision }),
  });
  expect(published.status).toBe(200);

  const visitor = await stack.newPage();
  await visitor.goto(`${stack.website}/demo`);
  await visitor.getByLabel('Your name').fill('Ada Byron');
  await visitor.getByLabel('Work e-mail').fill('ada@engines.example');
  await visitor.getByRole('radio', { name: 'Director of operations' }).check();
  await visitor.getByRole('button', { name: 'Continue' }).click();
  await visitor.getByText('Industry').waitFor();
  await visitor.getByRole('button', { name: 'Back' }).click();
  await visitor.getByRole('radio', { name: 'COO, CEO or owner' }).check();
  await visitor.getByRole('button', { name: 'Continue' }).click();
  await visitor.getByRole('textbox', { name: 'Company' }).waitFor();
  expect(await visitor.getByText('Industry').isVisible()).toBe(false);
  expect(troubles).toEqual([]);
});

test('the map is walked over with the arrows, and leads to the field', async () => {
  const { page, troubles } = await openTab('logic');
  const map = page.getByRole('region', { name: 'Map of the logic' });
  await map.getByRole('button', { name: /^Step About you/ }).focus();
  await page.keyboard.press('ArrowDown');
  const role = map.getByRole('button', { name: /^What do you do\?; decides: .*How many of them/ });
  await expect.poll(() => role.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/forms/demo/build');
  const outline = page.getByRole('complementary', { name: 'Steps and fields' });
  await outline.locator('[aria-current=true]', { hasText: 'Industry' }).waitFor();
  await expect
    .poll(() => page.locator('[data-canvas=industry]').evaluate((field) => field.getBoundingClientRect().top))
    .toBeLessThan(900);
  expect(troubles).toEqual([]);
});

test('questions wait for their turn, and each visit shows what would be asked', async () => {
  const { page, troubles } = await openTab('profiling');
  const visits = page.getByRole('region', { name: 'As a visitor' });
  await visits.getByText('On visit 1').waitFor();
  await calm(page);
  for (const name of ['Company', 'Phone']) {
    await page.getByLabel(`When “${name}” is asked`).selectOption({ label: 'In its turn' });
  }
  const queue = page.getByRole('list', { name: 'The queue' });
  await queue.getByText('Phone').waitFor();
  await visits.getByText(/2 wait for their turn/).waitFor();
  await visits.getByLabel('On visit 1').press('ArrowRight');
  await visits
    .getByText(/known already/)
    .first()
    .waitFor();

  await queue.getByRole('button', { name: 'Move Phone' }).press('Alt+ArrowUp');
  await page.getByText('“Phone” hangs on “When would you like to start?”', { exact: false }).waitFor();
  // Dragged where it must not go, it stands where it stood.
  await queue.getByRole('button', { name: 'Move Phone' }).dragTo(queue.getByRole('listitem').first());
  await expect
    .poll(() => queue.getByRole('listitem').last().textContent())
    .toEqual(expect.stringContaining('Phone'));
  await queue.getByRole('button', { name: 'Move How do you plan shifts today?' }).press('Alt+ArrowUp');
  await expect
    .poll(() => queue.getByRole('listitem').allTextContents())
    .toEqual([
      expect.stringContaining('How do you plan shifts today?'),
      expect.stringContaining('Company'),
      expect.stringContaining('Phone'),
    ]);
  await page.getByLabel('New questions at a visit, at most').fill('0');
  await queue.getByText('Never asked: no new questions are allowed.').first().waitFor();
  await page.getByLabel('New questions at a visit, at most').fill('2');
  await saved(page);
  await expect
    .poll(async () => {
      const { document } = await draft();
      return document.steps.flatMap(({ fields }) => fields).filter(({ ask }) => ask === 'progressive').length;
    })
    .toBe(3);
  expect(troubles).toEqual([]);
});

test('an outcome is added for a tier, wrong addresses are told, and the order is kept', async () => {
  const { page, troubles } = await openTab('outcomes');
  const list = page.getByRole('list', { name: /^Outcomes/ });
  await list.getByRole('listitem').first().waitFor();
  await calm(page);
  await page.getByRole('button', { name: 'Add outcome' }).click();
  await page.getByRole('menuitem', { name: 'Booking' }).click();
  await page.getByText('By tier').click();
  const address = page.getByLabel('Address of the calendar');
  await address.fill('http://cal.example/anna');
  await page.getByText('An address is needed that begins with https://.').waitFor();
  await calm(page);
  await address.fill('https://cal.example/anna');
  await page.getByRole('button', { name: 'Add an answer' }).click();
  await page.getByLabel('Parameter 1').fill('who');
  await page.getByText('An address is needed that begins with https://.').waitFor({ state: 'detached' });
  // An outcome before it takes the same tier: it would never be shown.
  await page.getByText('An earlier outcome is always shown in its place.', { exact: false }).waitFor();
  await list.getByRole('listitem').nth(1).getByRole('button', { name: /^Move/ }).press('Alt+ArrowUp');
  await page
    .getByText('An earlier outcome is always shown in its place.', { exact: false })
    .waitFor({ state: 'detached' });
  await saved(page);
  const { document } = await draft();
  expect(document.outcomes[0]).toEqual({
    id: 'booking',
    when: { tier: 'hot' },
    show: expect.objectContaining({
      kind: 'booking',
      url: 'https://cal.example/anna',
      fields: { who: 'name' },
    }),
  });
  expect(document.outcomes.at(-1)).not.toHaveProperty('when');
  expect(troubles).toEqual([]);
});
