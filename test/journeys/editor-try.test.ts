// Trying a form: the real one, judged by the agreement in force, with nothing stored and nobody told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => stack.close());

const wide = { viewport: { width: 1440, height: 900 } };

test('what stands in the form is judged while it is typed, and sent to nobody', async () => {
  const before = await (await stack.api('/api/leads')).text();
  const { page, troubles } = await stack.newEditor(wide);
  await page.goto(`${stack.instance.url}/forms/demo/try`);
  const form = page.frameLocator('iframe');
  const decision = page.getByRole('complementary', { name: 'What would be decided' });
  await decision.getByText('Nothing that was answered gives points yet.').waitFor();
  await expectCalm(page);
  await page.setViewportSize(wide.viewport);

  await form.getByLabel('Your name').fill('Ada Byron');
  await form.getByLabel('Work e-mail').fill('ada@engines.example');
  await form.getByText('COO, CEO or owner').click();
  await decision.getByText('Director or above').waitFor();
  await decision.getByText('+18').waitFor();

  // What they did before counts at once.
  await page.getByLabel('Viewed pricing').fill('2');
  await decision.getByText('Viewed pricing').waitFor();
  await expectCalm(page);
  await page.setViewportSize(wide.viewport);

  await form.getByRole('button', { name: 'Continue' }).click();
  await form.getByLabel('Company').fill('Engines');
  await form.getByText('1,000 people or more').click();
  await form.getByLabel('Industry').selectOption({ index: 1 });
  await form.getByLabel(/How many of them/).fill('500');
  await form.getByRole('button', { name: 'Continue' }).click();
  await form
    .getByRole('group', { name: /What should get better/ })
    .getByRole('checkbox')
    .first()
    .check();
  await form
    .getByRole('radiogroup', { name: /When would you like/ })
    .getByRole('radio')
    .first()
    .check();
  await form
    .getByRole('button', { name: 'Request a demo' })
    .or(form.getByRole('button', { name: 'Send' }))
    .click();
  await decision.getByText('Handed off at once').waitFor();
  await decision.getByText('Goes to').waitFor();
  await decision.getByText('To be answered by').waitFor();

  expect(await (await stack.api('/api/leads')).text()).toBe(before);
  expect(stack.lines.filter((line) => JSON.stringify(line).includes('engines.example'))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(troubles).toEqual([]);
});

test('somebody who was here before is asked only what is not known of them', async () => {
  const { page, troubles } = await stack.newEditor(wide);
  await page.goto(`${stack.instance.url}/forms/demo/try`);
  const form = page.frameLocator('iframe');
  await form.getByRole('button', { name: 'Continue' }).waitFor();
  await form.getByText('Step 1 of 3').waitFor();
  await page.getByLabel('Somebody who was here before').check();
  const told = page.getByRole('group', { name: 'What they told' });
  await told.getByLabel('Industry').selectOption({ index: 1 });
  await form.getByRole('button', { name: /Not you/ }).waitFor();
  expect(troubles).toEqual([]);
});

test('what is tried is what is on the screen, also while it is still being saved', async () => {
  const { page, troubles } = await stack.newEditor(wide);
  await page.goto(`${stack.instance.url}/forms/demo`);
  const name = page.getByLabel('Name of the form');
  await name.waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/draft.js')) asked.push(String(searchParams.get('revision')));
  });
  let letSave = (): void => undefined;
  const mayBeSaved = new Promise<void>((resolve) => {
    letSave = resolve;
  });
  await page.route('**/api/forms/demo/draft', async (route) => {
    if (route.request().method() === 'PUT') await mayBeSaved;
    await route.fallback();
  });
  await name.fill('Tried while it is saved');
  await page.getByRole('link', { name: 'Try it' }).click();
  await page.getByRole('status', { name: 'Loading the form' }).waitFor();
  expect(asked).toEqual([]);
  letSave();
  await page.frameLocator('iframe').getByRole('button', { name: 'Continue' }).waitFor();
  expect(new Set(asked).size).toBe(1);
  expect(troubles).toEqual([]);
});
