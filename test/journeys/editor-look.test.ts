// How a form looks and speaks, what it asks consent for and where it stands: set by a marketer in a real browser.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { startEditorStack, type EditorStack } from './editor-stack.ts';
import { expectCalm } from './gate-pages.ts';

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

const desk = { viewport: { width: 1440, height: 900 } };

const draftSchema = z.object({
  document: z.looseObject({}),
  issues: z.array(z.object({ code: z.string() })),
});

/** A form that nobody has published yet. */
async function begin(form: string): Promise<void> {
  const steps = [{ id: 'one', fields: [{ id: 'email', kind: 'email', label: 'E-mail', required: true }] }];
  const body = {
    revision: null,
    document: { format: 1, id: form, name: 'Newsletter', language: 'en', steps },
  };
  const answer = await stack.api(`/api/forms/${form}/draft`, { method: 'PUT', body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
}

/** The draft as the worker has it. */
async function draftOf(form: string): Promise<z.infer<typeof draftSchema>> {
  const answer = await stack.api(`/api/forms/${form}/draft`);
  return draftSchema.parse(await answer.json());
}

test('a colour that cannot be read says why, and one press makes it readable', async () => {
  const { page, troubles } = await stack.newEditor(desk);
  await page.goto(`${stack.instance.url}/forms/demo/theme`);
  await page.getByLabel('Accent', { exact: true }).fill('ffee00');
  await page.getByText('1.2 : 1 against the background. To be read it takes 3 : 1.').waitFor();
  await expectCalm(page);
  await expect.poll(async () => (await draftOf('demo')).issues).toMatchObject([{ code: 'low_contrast' }]);
  await page.setViewportSize(desk.viewport);
  await page.getByRole('button', { name: 'Use #a2970c' }).click();
  await expect
    .poll(async () => draftOf('demo'))
    .toMatchObject({ issues: [], document: { theme: { accent: '#a2970c' } } });
  const button = page.getByRole('figure', { name: 'On a light page' }).locator('.send').first();
  expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(162, 151, 12)',
  );
  await page.getByRole('button', { name: 'Midnight' }).click();
  await expectCalm(page);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect
    .poll(async () => draftOf('demo'))
    .toMatchObject({ document: { theme: { accent: '#a2970c' } } });
  expect(troubles).toEqual([]);
});

test('what visitors agree to is seen as they see it, and a tick is kept of the lead', async () => {
  const { page, troubles } = await stack.newEditor(desk);
  await page.goto(`${stack.instance.url}/forms/demo/consent`);
  await page.getByLabel('What visitors agree to').fill('We use this to call you back.');
  await page.getByLabel('A box of its own').check();
  await page.getByLabel('Where it can be read').fill('http://rampline.example/privacy');
  await page.getByText('A whole address that begins with https://.').waitFor();
  await page.getByLabel('Where it can be read').fill('https://rampline.example/privacy');
  await page.getByLabel('Ask whether you may write to them').check();
  await page.getByRole('button', { name: 'Create “May be written to”' }).click();
  await expect.poll(() => page.getByLabel('A tick is kept').inputValue()).toBe('marketing_consent');
  const seen = page.getByRole('figure').locator('form.baton');
  expect(await seen.locator('.consent').allInnerTexts()).toEqual([
    'We use this to call you back. Privacy policy *',
    'You may write to me about products and events. I can stop it at any time.',
  ]);
  expect(await seen.locator('input[type=checkbox]:checked').count()).toBe(0);
  await page.getByLabel('Sent too soon').check();
  await page.getByLabel('Sent too soon to be typed: seconds').fill('5');
  await page.getByLabel('A sum for the browser').check();
  await page.getByLabel('Cloudflare Turnstile').check();
  await page.getByText('BATON_TURNSTILE_SECRET').waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await page.getByLabel('Cloudflare Turnstile').uncheck();
  await page.getByText('After consent').click();
  await expect
    .poll(async () => draftOf('demo'))
    .toMatchObject({
      issues: [],
      document: {
        consent: { required: true, marketing: { attribute: 'marketing_consent' } },
        protection: { minSeconds: 5, proofOfWork: true },
        journal: 'consent',
      },
    });
  expect(troubles).toEqual([]);
});

test('a language is added by name, filled in by keyboard and in a spreadsheet, and asked for before it goes', async () => {
  const { page, troubles } = await stack.newEditor({ ...desk, acceptDownloads: true });
  await page.goto(`${stack.instance.url}/forms/demo/translations`);
  await page.getByRole('button', { name: 'Add a language' }).click();
  await page.getByPlaceholder('German, Español, pt-BR').fill('hebr');
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hebrew' }).waitFor();
  const missing = page.getByRole('status').filter({ hasText: 'missing' });
  const before = Number.parseInt(await missing.innerText(), 10);

  // By keyboard from one that is missing to the next.
  await page.getByRole('button', { name: 'Next missing' }).press('Enter');
  await page.keyboard.type('בקשת הדגמה');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('עליך');
  await missing.filter({ hasText: String(before - 2) }).waitFor();
  const title = page.getByLabel('Title of the step: About you');
  expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await page.getByLabel('Missing only').check();
  await expect.poll(() => page.getByLabel('Name of the form: Request a demo').count()).toBe(0);
  await page.getByLabel('Missing only').uncheck();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);

  const menu = page.getByRole('button', { name: 'More about Hebrew' });
  await menu.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('demo-he.csv');
  const chunks = await (await download.createReadStream()).toArray();
  const sheet = Buffer.concat(chunks).toString('utf8');
  expect(sheet).toMatch(/^steps\/\w+\/title,About you,Title of the step,About you,עליך\r$/m);
  const filled = `${sheet
    .replace(/^(fields\/email\/label,.*,)\r$/m, '$1דוא״ל\r')
    .replace('עליך', 'קצת עליך')}fields/gone/label,Nowhere,Question,Gone,הלך\r\n`;

  await menu.click();
  await page.getByRole('menuitem', { name: 'Import a CSV' }).click();
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'demo-he.csv', mimeType: 'text/csv', buffer: Buffer.from(filled) });
  await page.getByText('2 texts would change.').waitFor();
  await page.getByText(`line ${filled.trimEnd().split('\r\n').length}: fields/gone/label`).waitFor();
  await expectCalm(page);
  await page.setViewportSize(desk.viewport);
  await page.getByRole('button', { name: 'Take 2 texts' }).click();
  await expect.poll(() => page.getByLabel('Question: Work e-mail').inputValue()).toBe('דוא״ל');
  expect(await title.inputValue()).toBe('קצת עליך');
  await missing.filter({ hasText: String(before - 3) }).waitFor();

  // What the button says in the form's own language.
  await page.getByRole('button', { name: /^English/ }).click();
  await page.getByLabel('Button: Send').fill('Ask for it');
  await expect
    .poll(async () => draftOf('demo'))
    .toMatchObject({
      issues: [],
      document: {
        translations: {
          he: { name: 'בקשת הדגמה', fields: { email: { label: 'דוא״ל' } } },
          en: { texts: { send: 'Ask for it' } },
        },
      },
    });

  await page.getByRole('button', { name: /^Hebrew/ }).click();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Remove Hebrew' }).click();
  await page.getByText('3 texts go with it.').waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect.poll(async () => JSON.stringify(await draftOf('demo'))).toContain('דוא״ל');
  expect(troubles).toEqual([]);
});

test('a form is told where it stands, what opens it and who may have it', async () => {
  await begin('newsletter');
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
    .poll(async () => draftOf('newsletter'))
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
  await begin('letter');
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
