// Where a form stands, what opens it, and how it comes onto a website: from the editor to a page that somebody made.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';
import { begin, desk, draftOf } from './newsletter-form.ts';

let stack: EditorStack;
let pasted = '';
const site = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pasted);
});

beforeAll(async () => {
  stack = await startEditorStack();
});

afterAll(async () => {
  await stack.close();
  site.closeAllConnections();
  site.close();
});

async function listening(server: Server): Promise<string> {
  if (!server.listening) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return `http://127.0.0.1:${address.port}`;
}

test('a form is told where it stands, what opens it and who may have it', async () => {
  await begin(stack, 'newsletter');
  const { page, troubles } = await stack.newEditor(desk);
  await page.goto(`${stack.instance.url}/forms/newsletter/embed`);
  await page.getByText('Slides in, the page stays usable').click();
  await page.getByText('Nothing opens it yet.').waitFor();
  await page.getByLabel('A button where its line stands').check();
  await page.getByLabel('Words of the button').fill('Hear from us');
  for (const occasion of ['When they have read so far', 'At a press on something of the page']) {
    await page.getByRole('button', { name: 'Add an occasion' }).click();
    await page.getByRole('menuitem', { name: occasion }).click();
  }
  await page.getByLabel('How far they have read').fill('400');
  await page.getByText('From 1 to 100 per cent.').waitFor();
  await page.getByLabel('How far they have read').fill('40');
  await page.getByLabel('What is pressed').fill('a[');
  await page.getByText('No browser understands this selector.').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await page.getByLabel('What is pressed').fill('.hear');
  await page.getByText('Once a visit', { exact: true }).click();
  await page.getByText('Every website may have this form.').waitFor();
  const website = page.getByLabel('A website', { exact: true });
  await website.fill('no website');
  await website.press('Enter');
  await page.getByText('Type a website as https://www.example.com.').waitFor();
  await website.fill('Rampline.example/pricing');
  await website.press('Enter');
  await page.getByRole('button', { name: 'Remove https://rampline.example' }).waitFor();
  await page
    .getByText(
      'Opens by itself at 40% of the page, once a visit; at a press on “Hear from us” or on “.hear”.',
    )
    .waitFor();
  await expect
    .poll(async () => draftOf(stack, 'newsletter'))
    .toMatchObject({
      issues: [],
      document: {
        embed: {
          mode: 'slidein',
          once: 'visit',
          button: 'Hear from us',
          triggers: [
            { on: 'scroll', percent: 40 },
            { on: 'click', selector: '.hear' },
          ],
        },
        websites: ['https://rampline.example'],
      },
    });
  expect(troubles).toEqual([]);
});

/** A website of one page with this HTML in it, opened. */
async function paste(page: Page, html: string): Promise<void> {
  pasted = `<!doctype html><html lang="en"><title>Pasted</title><link rel="icon" href="data:,">${html}`;
  await page.goto(await listening(site));
}

/** What is copied by the button beside a snippet. */
async function copied(page: Page, kind: string): Promise<string> {
  await page.getByText(kind, { exact: true }).click();
  const panel = page.getByRole('region', { name: 'On your website' });
  await panel.getByLabel('Snippet').waitFor();
  await panel.getByRole('button', { name: 'Copy' }).first().click();
  await panel.getByRole('button', { name: 'Copied' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('what is copied puts a working form into a website, in every way of building one', async () => {
  await begin(stack, 'letter');
  const { page, troubles } = await stack.newEditor({
    ...desk,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${stack.instance.url}/forms/letter/share`);
  await page.getByRole('heading', { name: 'Publish it first' }).waitFor();
  await expectCalm(page);
  const published = await stack.api('/api/forms/letter/publish', {
    method: 'POST',
    body: JSON.stringify({ revision: 1, accept: true }),
  });
  expect(published.ok).toBe(true);
  await page.reload();
  await page.setViewportSize(desk.viewport);
  const website = await stack.newPage();
  for (const kind of ['Script', 'Element', 'Tag Manager']) {
    const snippet = await copied(page, kind);
    // Tag managers run what they are given out of sight.
    const html =
      kind === 'Tag Manager' ? `<main></main><div hidden>${snippet}</div>` : `<main>${snippet}</main>`;
    await paste(website, html);
    await website.getByLabel('E-mail').fill(`${kind.replace(' ', '.')}@rampline.example`);
    await website.getByRole('button', { name: 'Send' }).click();
    await website.getByText('Your answers have arrived.').waitFor();
  }
  await paste(website, await copied(page, 'Plain HTML'));
  await website.getByLabel('E-mail').fill('plain@rampline.example');
  await website.getByRole('button', { name: 'Send' }).click();
  await website.getByText('Your answers have arrived.').waitFor();
  expect(await copied(page, 'React')).toContain(`<BatonForm form="letter" src="${stack.instance.url}" />`);
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);

  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${stack.instance.url}/f/letter`);
  await page.getByRole('img', { name: 'QR code of the link' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'SVG' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('letter.svg');
  expect(troubles).toEqual([]);
});

test('whether a form is on a website is said in words, and so is that the page could not be read', async () => {
  const { page, troubles } = await stack.newEditor(desk);
  await page.goto(`${stack.instance.url}/forms/demo/share`);
  const address = page.getByLabel('Address of the page');
  await address.fill('no page');
  await page.getByText('This is no address of a page.').waitFor();
  await address.fill(stack.letterbox.url);
  await address.press('Enter');
  await page.getByText('It is not on this page').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await address.fill('http://127.0.0.1/');
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByText('The address is of a private network.').waitFor();
  expect(troubles).toEqual([]);
});
