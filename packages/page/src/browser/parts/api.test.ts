import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { publish } from '../../../test/forms.ts';
import { openInPieces } from '../../../test/pieces.ts';
import { startWebsite } from '../../../test/website.ts';
import type { Website } from '../../../test/website.ts';

let browser: Browser;
let website: Website;

beforeAll(async () => {
  const email = { id: 'email', kind: 'email', label: 'E-mail', required: true } as const;
  const urgency = { id: 'urgency', kind: 'rating', label: 'Urgency' } as const;
  [browser, website] = await Promise.all([
    openBrowser(),
    startWebsite(publish({ steps: [{ id: 's', title: '', fields: [email, urgency] }] })),
  ]);
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

async function open(html: string, policy = ''): Promise<Page> {
  website.page('/page', html, policy === '' ? {} : { 'content-security-policy': policy });
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${website.url}/page`);
  return page;
}

test('calls that were queued before the script are made, and later ones at once', async () => {
  const queue = `(window.Baton ??= []).push(['prefill', { email: 'a@x.example' }], ['on', 'outcome', ({ outcome }) => { document.title = outcome; }])`;
  const page = await open(`<!doctype html><script>${queue}</script><body><script src="/f/demo.js"></script>`);
  await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe('a@x.example');
  await page.evaluate(
    `Baton.prefill({ email: 'b@x.example' }, 'demo'); Baton.prefill({ email: 'c@x.example' }, 'other')`,
  );
  expect(await page.getByLabel('E-mail').inputValue()).toBe('b@x.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => page.title()).toBe('thanks');
});

test('forms are opened, closed, listened to and told of events by their names, or all at once', async () => {
  const email = { id: 'email', kind: 'email', label: 'E-mail' } as const;
  const embed = { mode: 'popup', triggers: [], once: 'visitor' } as const;
  const site = await startWebsite(publish({ embed, steps: [{ id: 's', title: '', fields: [email] }] }));
  site.page(
    '/',
    `<!doctype html><title>Site</title><script>window.Baton = []</script><body><script src="/f/demo.js"></script>`,
  );
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(site.url);
  await page.waitForFunction(`window.Baton.open && document.querySelector('baton-form').open`);
  const field = page.getByLabel('E-mail');
  await page.evaluate(`heard = []; for (const event of ['open', 'close', 'outcome'])
    Baton.on(event, ({ form }) => heard.push([event, form]))`);
  await page.evaluate(`Baton.open('other')`);
  expect(await field.isVisible()).toBe(false);
  await page.evaluate(`Baton.open('demo')`);
  await field.waitFor();
  await page.evaluate(`Baton.close('other')`);
  expect(await field.isVisible()).toBe(true);
  await page.evaluate(`Baton.close()`);
  await expect.poll(() => field.isVisible()).toBe(false);
  await page.evaluate(`Baton.track('Watched the film'); Baton.open()`);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await page.evaluate('heard')).toEqual([
    ['open', 'demo'],
    ['close', 'demo'],
    ['open', 'demo'],
    ['outcome', 'demo'],
  ]);
  expect(site.submissions[0]).toMatchObject({ behaviours: [{ path: '/' }, { event: 'Watched the film' }] });
  await site.close();
});

test('a number is an answer like its text', async () => {
  const queue = `(window.Baton ??= []).push(['prefill', { urgency: 4 }])`;
  const page = await open(`<!doctype html><script>${queue}</script><body><script src="/f/demo.js"></script>`);
  await expect.poll(() => page.getByRole('radio', { name: '4' }).isChecked()).toBe(true);
  await page.evaluate(`Baton.prefill({ urgency: [2] })`);
  expect(await page.getByRole('radio', { name: '2' }).isChecked()).toBe(true);
});

test.each([
  ['<head>', ''],
  ['<head>', 'async'],
  ['<body>', 'async'],
])('calls that were queued reach a form further down: %s %s', async (where, async) => {
  const queue = `<script>(window.Baton ??= []).push(['prefill', { email: 'a@x.example' }])</script>`;
  const script = `<script ${async} src="${website.url}/f/demo.js"></script>`;
  const first = `<!doctype html><title>Site</title>${where}${queue}${script}`;
  const { page } = await openInPieces(browser, first, '<main><baton-form form="demo"></baton-form></main>');
  await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe('a@x.example');
  await page.evaluate(`document.body.append(document.querySelector('baton-form').cloneNode())`);
  await expect.poll(() => page.getByLabel('E-mail').last().inputValue()).toBe('a@x.example');
  expect(await page.locator('baton-form').count()).toBe(2);
});

test.each([
  ['first', '<script src="/f/demo.js?journal"></script><script src="/f/demo.js?api"></script>'],
  ['last', '<script src="/f/demo.js?api"></script><script src="/f/demo.js?journal"></script>'],
])('a page with the script of the journal as well has all methods: %s', async (_, scripts) => {
  const queue = `<script>(window.Baton ??= []).push(['prefill', { email: 'a@x.example' }])</script>`;
  const page = await open(`<!doctype html><title>Site</title>${queue}<body>${scripts}`);
  await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe('a@x.example');
  expect(
    await page.evaluate(
      `['open', 'close', 'prefill', 'track', 'consent', 'on', 'push'].filter((name) => typeof Baton[name] !== 'function')`,
    ),
  ).toEqual([]);
});

test('a part that is loaded later passes the same policy by nonce as the script that asks for it', async () => {
  const policy = `default-src 'none'; script-src 'nonce-abc'; connect-src ${website.url}`;
  const page = await open(
    `<!doctype html><script nonce="abc">window.Baton = [['prefill', { email: 'a@x.example' }]]</script><body>
    <script nonce="abc" src="/f/demo.js"></script>`,
    policy,
  );
  await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe('a@x.example');
});

test('two forms on a page that demands Trusted Types share one policy', async () => {
  const policy = `require-trusted-types-for 'script'; trusted-types baton`;
  const form = '<baton-form form="demo"></baton-form>';
  const page = await open(`<!doctype html><body>${form}${form}<script src="/f/demo.js"></script>`, policy);
  await expect.poll(() => page.getByLabel('E-mail').count()).toBe(2);
});
