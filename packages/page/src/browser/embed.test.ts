import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { demoRequest } from '../../test/forms.ts';
import { openInPieces } from '../../test/pieces.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(demoRequest)]);
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

const script = '<script src="/f/demo.js"></script>';

async function open(html: string, headers?: Readonly<Record<string, string>>) {
  website.page('/site', `<!doctype html><title>Site</title>${html}`, headers);
  return visit(browser, `${website.url}/site`);
}

const names = (page: Page) => page.getByRole('textbox', { name: 'Name' });

test('one line puts the form where the script stands', async () => {
  const { page, complaints } = await open(`<body><p id="before">Before</p>${script}<p>After</p>`);
  await expect.poll(() => names(page).count()).toBe(1);
  expect(await page.locator('#before + script + baton-form').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('the form goes into the elements that ask for it, into each once', async () => {
  const html = `<body><baton-form form="demo"></baton-form><baton-form form="other"></baton-form>
    <baton-form form="demo"></baton-form>${script}${script}`;
  const { page, complaints } = await open(html);
  await expect.poll(() => names(page).count()).toBe(2);
  expect(await page.locator('baton-form').count()).toBe(3);
  expect(complaints).toEqual([]);
});

test.each(['', 'async'])(
  'inside another component the form is there once, and nowhere else: %s',
  async (async) => {
    const component = `<x-card></x-card><script>
    const inside = document.querySelector('x-card').attachShadow({ mode: 'open' });
    inside.innerHTML = '<baton-form form="demo"></baton-form>';</script>`;
    const { page, complaints } = await open(`<body>${component}<script ${async} src="/f/demo.js"></script>`);
    await names(page).first().waitFor();
    expect(await page.locator('x-card form').count()).toBe(1);
    expect(await page.locator('form').count()).toBe(1);
    expect(complaints).toEqual([]);
  },
);

test('a script in the head waits for the page', async () => {
  const { page } = await open(`<head>${script}</head><body><baton-form form="demo"></baton-form>`);
  await expect.poll(() => names(page).count()).toBe(1);
});

test('a script that is there before the element leaves the place to it, and does not complain', async () => {
  const line = `<script async src="${website.url}/f/demo.js"></script>`;
  const rest = '<main><baton-form form="demo"></baton-form></main>';
  for (const first of [`<head>${line}</head><body><p>Words`, `<body>${line}<p>Words`]) {
    const { page, complaints } = await openInPieces(
      browser,
      `<!doctype html><title>Site</title>${first}`,
      rest,
    );
    await names(page).waitFor();
    expect(await page.locator('baton-form').count()).toBe(1);
    expect(complaints).toEqual([]);
  }
});

test('an element that is there already is filled before the rest of the page', async () => {
  const first = `<body><baton-form form="demo"></baton-form><script src="${website.url}/f/demo.js"></script>`;
  const filled = `<script>document.title = document.querySelector('baton-form').shadowRoot ? 'Filled' : 'Empty'</script>`;
  const { page } = await openInPieces(browser, `<!doctype html>${first}`, filled);
  expect(await page.title()).toBe('Filled');
});

test('a script that finds no place for its form says so in the console', async () => {
  const { page, complaints } = await open(`<head>${script}</head><body>Nothing`);
  await expect.poll(() => complaints.join()).toContain('<baton-form form="demo">');
  expect(await names(page).count()).toBe(0);
});

test('a strict policy with Trusted Types is kept', async () => {
  const policy = `default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types baton`;
  const { page, complaints } = await open(`<body>${script}`, { 'content-security-policy': policy });
  await names(page).fill('Ada');
  expect(
    await page.getByRole('button', { name: 'Continue' }).evaluate((button) => getComputedStyle(button).color),
  ).toBe('rgb(255, 255, 255)');
  expect(complaints).toEqual([]);
});

test('a page that forbids the connection is told so in the console and the answers stay', async () => {
  const policy = `default-src 'none'; script-src 'self'; connect-src 'none'`;
  const { page, complaints } = await open(`<body>${script}`, { 'content-security-policy': policy });
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => complaints.join()).toContain(`Baton: ${website.url}/f/demo `);
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Still sending');
});

test('libraries that patch arrays and objects, and resets, change nothing', async () => {
  website.page(
    '/old',
    `<!doctype html><title>Old</title><style>* { all: unset } input { display: none !important }</style>
    <body><script>
      Array.prototype.toJSON = function () { return 'broken'; };
      Object.prototype.extra = () => 'broken';
      Array.prototype.each = () => 'broken';
    </script>${script}`,
  );
  const { page, complaints } = await visit(browser, `${website.url}/old`);
  await fillIn(page, 'Answer leads faster');
  const before = website.submissions.length;
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions[before]).toMatchObject({
    answers: { name: 'Ada Nwosu', goals: ['speed'] },
    visit: { touches: [{ referrer: '' }], visits: 1 },
    behaviours: [{ path: '/old' }],
  });
  expect(complaints).toEqual([]);
});

test('the website hears what happens, and nothing of the answers or the secret id', async () => {
  const listener = `<script>
    heard = [];
    for (const name of ['ready', 'step', 'submit', 'outcome', 'error'])
      document.addEventListener('baton:' + name, (event) => heard.push([name, event.target.tagName, event.detail]));
  </script>`;
  const { page } = await open(`<body>${listener}${script}`);
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await page.evaluate('heard')).toEqual([
    ['ready', 'BATON-FORM', { form: 'demo', version: 3 }],
    ['step', 'BATON-FORM', { form: 'demo', step: 'company' }],
    ['step', 'BATON-FORM', { form: 'demo', step: 'need' }],
    ['submit', 'BATON-FORM', { form: 'demo' }],
    ['outcome', 'BATON-FORM', { form: 'demo', outcome: 'thanks', submission: 'sub_1' }],
  ]);
});

test('a refusal is told as well, and tag managers hear the same as the page', async () => {
  const layer = `<script>
    heard = [];
    dataLayer = [];
    document.addEventListener('baton:error', ({ detail }) => heard.push(detail));
  </script>`;
  const { page } = await open(`<body>${layer}${script}`);
  await fillIn(page);
  website.answers.push({ status: 403, body: {} });
  const send = page.getByRole('button', { name: 'Send' });
  await send.click();
  await expect.poll(() => page.evaluate('heard')).toEqual([{ form: 'demo', status: 403 }]);
  await send.click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await page.evaluate('dataLayer')).toEqual([
    { event: 'baton_ready', form: 'demo', version: 3 },
    { event: 'baton_step', form: 'demo', step: 'company' },
    { event: 'baton_step', form: 'demo', step: 'need' },
    { event: 'baton_submit', form: 'demo' },
    { event: 'baton_error', form: 'demo', status: 403 },
    { event: 'baton_submit', form: 'demo' },
    { event: 'baton_outcome', form: 'demo', outcome: 'thanks', submission: 'sub_1' },
  ]);
});

test.each(['#eee', 'white', 'oklch(0.985 0 0)', 'color(display-p3 1 1 1)', 'lab(98 0 0)'])(
  'light text makes the browser draw its parts for a dark page: %s',
  async (color) => {
    const { page } = await open(`<body style="background:#101010;color:${color}">${script}`);
    await names(page).waitFor();
    expect(await page.locator('baton-form').evaluate((host) => getComputedStyle(host).colorScheme)).toBe(
      'dark',
    );
  },
);

test.each(['#222', 'black', 'oklch(0.2 0 0)', 'color(srgb 0.1 0.1 0.1)'])(
  'dark text makes it draw them for a light page: %s',
  async (color) => {
    const { page } = await open(`<body style="color:${color}">${script}`);
    await names(page).waitFor();
    expect(await page.locator('baton-form').evaluate((host) => getComputedStyle(host).colorScheme)).toBe(
      'normal',
    );
  },
);

test.each([
  ['white', 'dark'],
  ['#222', 'normal'],
])('a page that lets every change take its time is known by its text as well: %s', async (color, scheme) => {
  // The element is drawn before its form comes.
  const draw = `<baton-form form="demo"></baton-form><script>
    getComputedStyle(document.querySelector('baton-form')).color</script>`;
  const { page } = await open(
    `<style>* { transition: all 1s }</style><body style="color:${color}">${draw}${script}`,
  );
  await names(page).waitFor();
  expect(await page.locator('baton-form').evaluate((host) => getComputedStyle(host).colorScheme)).toBe(
    scheme,
  );
});

test('a website sets the accent and the radius with its own style sheet', async () => {
  const { page } = await open(
    `<style>baton-form { --baton-accent: #0a5c36; --baton-radius: 0 }</style><body>${script}`,
  );
  const style = await page
    .getByRole('button', { name: 'Continue' })
    .evaluate((button) => [getComputedStyle(button).backgroundColor, getComputedStyle(button).borderRadius]);
  expect(style).toEqual(['rgb(10, 92, 54)', '0px']);
});
