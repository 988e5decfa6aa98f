// Two people on one form, a network that goes away, a tab that is closed too soon: nobody's work is lost, and nothing
// is called saved before it is.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';

let stack: EditorStack;

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => stack.close());

const wide = { viewport: { width: 1440, height: 900 } };

const draftSchema = z.object({
  revision: z.number(),
  document: z.object({
    steps: z.array(z.object({ fields: z.array(z.looseObject({ id: z.string(), label: z.string() })) })),
  }),
});

async function fields(form: string): Promise<ReadonlyMap<string, string>> {
  const { document } = draftSchema.parse(await (await stack.api(`/api/forms/${form}/draft`)).json());
  return new Map(document.steps.flatMap((step) => step.fields.map(({ id, label }) => [id, label])));
}

/** A form of its own for each story. */
async function newForm(id: string): Promise<void> {
  const text = (field: string, label: string) => ({ id: field, kind: 'text', label });
  const document = {
    format: 1,
    id,
    name: `Form ${id}`,
    steps: [
      {
        id: 's1',
        title: 'One',
        fields: [
          { id: 'email', kind: 'email', label: 'E-mail', required: true },
          text('first', 'First'),
          text('second', 'Second'),
        ],
      },
    ],
  };
  const body = JSON.stringify({ revision: null, document });
  expect((await stack.api(`/api/forms/${id}/draft`, { method: 'PUT', body })).status).toBe(200);
}

async function open(form: string): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const editor = await stack.newEditor(wide);
  await editor.page.goto(`${stack.instance.url}/forms/${form}/build`);
  await editor.page.locator('[data-canvas]').first().waitFor();
  return editor;
}

async function rename(page: Page, field: string, label: string): Promise<void> {
  await page.locator(`[data-canvas="${field}"]`).click();
  await page
    .getByRole('complementary', { name: 'Settings' })
    .getByRole('textbox', { name: 'Question' })
    .fill(label);
}

/** The tab ends at once: no event tells its page. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const debug = await page.context().newCDPSession(page);
  // It is never answered.
  debug.send('Page.crash').catch(() => undefined);
  await crashed;
}

const saved = (page: Page) => page.getByRole('status').getByText('Saved', { exact: true });

test('what two people change in different places is put together, and each is told of the other', async () => {
  await newForm('together');
  const [ann, bob] = [await open('together'), await open('together')];
  await rename(ann.page, 'first', 'By Ann');
  await saved(ann.page).waitFor();
  await rename(bob.page, 'second', 'By Bob');
  await bob.page.getByText(/changed this form too\. Both changes are here\./).waitFor();
  await saved(bob.page).waitFor();
  expect([...(await fields('together')).values()]).toEqual(['E-mail', 'By Ann', 'By Bob']);
  await expect
    .poll(() => bob.page.locator('[data-canvas="first"]').getAttribute('aria-label'))
    .toContain('By Ann');
  // Ann hears of it when she comes back to her window.
  await ann.page.evaluate(() => dispatchEvent(new Event('focus')));
  await ann.page.getByText(/changed this form too/).waitFor();
  await expect
    .poll(() => ann.page.locator('[data-canvas="second"]').getAttribute('aria-label'))
    .toContain('By Bob');
  expect(ann.troubles).toEqual([]);
  expect(bob.troubles.filter((line) => !line.includes('409'))).toEqual([]);
}, 60_000);

test('where both change the same, nothing is saved before one has chosen', async () => {
  await newForm('clash');
  const [ann, bob] = [await open('clash'), await open('clash')];
  await rename(ann.page, 'first', 'As Ann says');
  await saved(ann.page).waitFor();
  await rename(bob.page, 'first', 'As Bob says');
  const dialog = bob.page.getByRole('dialog');
  await dialog.getByText('changed the same as you').waitFor();
  expect((await fields('clash')).get('first')).toBe('As Ann says');
  await expectCalm(bob.page);
  await bob.page.setViewportSize(wide.viewport);
  // It is not left by accident.
  await bob.page.keyboard.press('Escape');
  await dialog.getByText('changed the same as you').waitFor();
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: /As Bob says/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await saved(bob.page).waitFor();
  expect((await fields('clash')).get('first')).toBe('As Bob says');
}, 60_000);

test('ten seconds without a network lose nothing, and nothing is called saved meanwhile', async () => {
  await newForm('offline');
  const { page } = await open('offline');
  // The settings are loaded when they are first wanted.
  await rename(page, 'first', 'First');
  await page.clock.install();
  await page.context().setOffline(true);
  await rename(page, 'first', 'Written in a tunnel');
  await page.getByText('There is no connection. Drafts are kept on this device').waitFor();
  await page.clock.runFor(10_000);
  await page.getByText(/^Not saved\./).waitFor();
  expect(await saved(page).count()).toBe(0);
  expect((await fields('offline')).get('first')).toBe('First');
  await page.context().setOffline(false);
  await page.clock.runFor(1000);
  await saved(page).waitFor();
  expect((await fields('offline')).get('first')).toBe('Written in a tunnel');
}, 60_000);

test('a network that is lost before anything was done takes nothing of the screen along', async () => {
  await newForm('tunnel');
  const { page } = await open('tunnel');
  await page.context().setOffline(true);
  await page.getByLabel('Name of the form').fill('Written in a tunnel');
  await page.getByText('There is no connection.').waitFor();
  // What was never opened is not there yet, and comes with the network.
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText(/^Not saved\./).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('dialog', { name: /^Publish/ }).waitFor();
  await page.keyboard.press('Escape');
  await saved(page).waitFor();
  expect(await page.getByLabel('Name of the form').inputValue()).toBe('Written in a tunnel');
}, 60_000);

test('a screen that is gone to without a network is there when it is back', async () => {
  const { page, troubles } = await stack.newEditor(wide);
  await page.goto(`${stack.instance.url}/forms`);
  await page.getByRole('heading', { name: 'Forms' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Attributes' }).click();
  await page.getByText('There is no connection.').waitFor();
  await page.getByRole('heading', { name: 'Forms' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Attributes', level: 1 }).waitFor();
  expect(troubles).toEqual([]);
}, 60_000);

test('without a network nothing is published, which is said at once, and nothing is done later by itself', async () => {
  await newForm('cut');
  const { page } = await open('cut');
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: /^Publish/ });
  const publish = dialog.getByRole('button', { name: 'Publish' });
  await expect.poll(() => publish.isEnabled()).toBe(true);
  await page.context().setOffline(true);
  await publish.click();
  await dialog.getByText('Baton cannot be reached.').waitFor();
  await page.context().setOffline(false);
  await page.getByText('There is no connection.').waitFor({ state: 'detached' });
  expect((await stack.api('/api/forms/cut/versions')).status).toBe(404);
  // Pressed twice, it is one version.
  await publish.dblclick();
  await dialog.waitFor({ state: 'detached' });
  const { versions } = z
    .object({ versions: z.array(z.unknown()) })
    .parse(await (await stack.api('/api/forms/cut/versions')).json());
  expect(versions).toHaveLength(1);
}, 60_000);

test('what could not be saved before the tab was gone comes back with the next one', async () => {
  await newForm('crash');
  const { page } = await open('crash');
  const context = page.context();
  await page.route('**/api/forms/crash/draft', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await rename(page, 'first', 'Not saved yet');
  await page.getByText(/^Not saved\./).waitFor();
  await crash(page);
  expect((await fields('crash')).get('first')).toBe('First');
  const next = await context.newPage();
  await next.goto(`${stack.instance.url}/forms/crash/build`);
  await next.getByText('Brought back what had not been saved.').waitFor();
  await saved(next).waitFor();
  expect((await fields('crash')).get('first')).toBe('Not saved yet');
}, 60_000);

test('an earlier version comes back as the draft, and its difference is told in words', async () => {
  await newForm('versions');
  const { page, troubles } = await open('versions');
  const publish = async (note: string): Promise<void> => {
    await page.getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog', { name: /^Publish/ });
    await dialog.getByLabel('What changed, for those who come after').fill(note);
    await expectCalm(page);
    await page.setViewportSize(wide.viewport);
    const read = dialog.getByLabel('I have read these');
    if ((await read.count()) > 0) await read.check();
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.waitForURL('**/share');
  };
  await publish('The beginning.');
  await page.getByRole('link', { name: 'Build' }).click();
  await rename(page, 'first', 'Asked better');
  await saved(page).waitFor();
  await publish('A better question.');
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByText('“Asked better”: the question changed').waitFor();
  await expectCalm(page);
  await page.setViewportSize(wide.viewport);
  await page.getByRole('button', { name: /Version 1/ }).click();
  await page.getByRole('button', { name: 'Bring it back as the draft' }).click();
  await page.getByText('The draft is as version 1 was.').waitFor();
  expect((await fields('versions')).get('first')).toBe('First');
  const live = await (await fetch(`${stack.instance.url}/f/versions`)).text();
  expect(live).toContain('Asked better');
  expect(troubles).toEqual([]);
}, 60_000);
