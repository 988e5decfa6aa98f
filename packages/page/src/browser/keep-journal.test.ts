import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../test/browser.ts';
import { publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const form = (journal: 'on' | 'off' | 'consent') =>
  publish({
    journal,
    steps: [
      { id: 's', title: '', fields: [{ id: 'email', kind: 'email', label: 'E-mail', required: true }] },
    ],
  });

let browser: Browser;
let sites: Readonly<Record<'on' | 'off' | 'consent', Website>>;

beforeAll(async () => {
  const [opened, on, off, consent] = await Promise.all([
    openBrowser(),
    startWebsite(form('on')),
    startWebsite(form('off')),
    startWebsite(form('consent')),
  ]);
  browser = opened;
  sites = { on, off, consent };
  for (const site of Object.values(sites)) {
    site.page('/', `<!doctype html><title>Site</title><body><script src="/f/demo.js?journal"></script>`);
    site.page(
      '/pricing',
      `<!doctype html><title>Site</title><body><script src="/f/demo.js?journal"></script>`,
    );
    site.page('/contact', `<!doctype html><title>Site</title><body><script src="/f/demo.js"></script>`);
  }
});

beforeEach(() => {
  for (const site of Object.values(sites)) {
    site.submissions.length = 0;
    site.told.length = 0;
  }
});

afterAll(async () => {
  await browser.close();
  await Promise.all(Object.values(sites).map((site) => site.close()));
});

async function browse(site: Website, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${site.url}/?utm_source=letter&gclid=7`);
  await page.goto(`${site.url}/pricing`);
  await page.goto(`${site.url}/contact`);
  return page;
}

async function send(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
}

const decide = (page: Page, granted: boolean) =>
  page.evaluate((granted) => {
    const act: unknown = Reflect.get(document.querySelector('baton-form') ?? {}, 'consent');
    if (typeof act === 'function') act(granted);
  }, granted);

const paths = (site: Website) => [site.submissions[0]?.['behaviours']].flat().map((one) => Object(one).path);

test('what was seen on the way goes along with the answers, and with it where the visitor came from', async () => {
  const page = await browse(sites.on, await browser.newContext());
  expect(sites.on.told.filter(({ path }) => path === 'behaviours')).toEqual([]);
  await send(page);
  expect(paths(sites.on)).toEqual(['/', '/pricing', '/contact']);
  expect(sites.on.submissions[0]?.['visit']).toMatchObject({
    utm_source: 'letter',
    gclid: '7',
    visits: 1,
    touches: [{ url: `${sites.on.url}/`, utm_source: 'letter', gclid: '7' }],
  });
});

test('of a visitor who has sent a form, later pages are told at once', async () => {
  const page = await browse(sites.on, await browser.newContext());
  await send(page);
  await page.goto(`${sites.on.url}/pricing`);
  await page.evaluate(() => history.pushState(null, '', '/docs'));
  const told = () =>
    sites.on.told
      .filter(({ path }) => path === 'behaviours')
      .map(({ visitor, behaviours }) => [visitor, behaviours]);
  await expect.poll(told).toEqual([
    ['visitor-token', [{ path: '/pricing', at: expect.any(String) }]],
    ['visitor-token', [{ path: '/docs', at: expect.any(String) }]],
  ]);
});

test('a form without a journal keeps and sends nothing of the way', async () => {
  const page = await browse(sites.off, await browser.newContext());
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await send(page);
  expect(sites.off.submissions[0]).toMatchObject({ behaviours: [] });
});

test('where consent is asked, nothing is kept before it, and nothing is left when it is taken back', async () => {
  const page = await browse(sites.consent, await browser.newContext());
  const journal = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':journal')).length);
  expect(await journal()).toBe(0);
  await decide(page, true);
  expect(await journal()).toBe(1);
  await decide(page, false);
  expect(await journal()).toBe(0);
  await decide(page, true);
  await send(page);
  expect(paths(sites.consent)).toEqual(['/contact']);
});

test('a browser with Global Privacy Control is asked for consent first', async () => {
  const context = await browser.newContext();
  await context.addInitScript(`Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`);
  const page = await browse(sites.on, context);
  await send(page);
  expect(sites.on.submissions[0]).toMatchObject({ behaviours: [], visit: { touches: [], visits: 0 } });
});

test('whatever a website tracks, a text that the worker takes is noted', async () => {
  const page = await browse(sites.on, await browser.newContext());
  await page.evaluate(() => {
    const track: unknown = Reflect.get(document.querySelector('baton-form') ?? {}, 'track');
    if (typeof track !== 'function') return;
    for (const event of ['Watched: '.padEnd(460, 'x'), { event: 'watched' }, undefined]) track(event);
  });
  await send(page);
  const told = [sites.on.submissions[0]?.['behaviours']].flat().map((one) => Object(one).event);
  expect(told.slice(3)).toEqual(['Watched: '.padEnd(400, 'x'), '[object Object]', 'undefined']);
});

test('a journal full of long addresses leaves room for the answers in what is sent', async () => {
  const page = await browse(sites.on, await browser.newContext());
  await page.evaluate(() => {
    for (let one = 0; one < 105; one += 1)
      history.pushState({}, '', `/ブログ/${'七つの指標とその読み方'.repeat(9)}-${one}`);
  });
  await send(page);
  // The worker takes 65,536 bytes.
  expect(Buffer.byteLength(JSON.stringify(sites.on.submissions[0]))).toBeLessThan(50_000);
});

test('consent that is told on every page notes each page once', async () => {
  for (const [site, seen] of [
    [sites.on, ['/', '/pricing', '/contact', '/about']],
    [sites.consent, ['/contact', '/about']],
  ] as const) {
    const page = await browse(site, await browser.newContext());
    await decide(page, true);
    await decide(page, true);
    await page.evaluate(() => history.pushState({}, '', '/about'));
    await decide(page, true);
    await send(page);
    expect(paths(site)).toEqual(seen);
  }
});

test('what is tried again after consent was taken back goes without the journal', async () => {
  const page = await browse(sites.consent, await browser.newContext());
  await decide(page, true);
  sites.consent.answers.push({ status: 503, body: {} });
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => sites.consent.submissions.length).toBe(1);
  await decide(page, false);
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(paths(sites.consent)).toEqual(['/contact']);
  expect(sites.consent.submissions[1]).toMatchObject({ behaviours: [], visit: { touches: [], visits: 0 } });
});
