import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../../test/access.ts';
import { openBrowser, visit } from '../../test/browser.ts';
import { publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const booking = { kind: 'booking', url: 'https://cal.example/ada?month=12', fields: { email: 'email' } };
const inline = { ...booking, title: 'Pick a time', text: 'Thirty minutes.', label: 'Meet us', inline: true };

/** Its script comes with what all these outcomes need. */
const form = publish({
  steps: [
    {
      id: 's',
      title: '',
      fields: [
        { id: 'email', kind: 'email', label: 'E-mail', required: true },
        { id: 'plan', kind: 'choice', label: 'Plan', options: [{ id: 'pro', label: 'Pro' }] },
        {
          id: 'why',
          kind: 'text',
          label: 'Why',
          shownWhen: { combinator: 'and', rules: [{ field: 'answer.plan', operator: '=', value: 'pro' }] },
        },
      ],
    },
  ],
  outcomes: [
    { id: 'book', when: { tier: 'hot' }, show: { kind: 'booking', url: 'https://cal.example/ada' } },
    { id: 'file', show: { kind: 'download', url: 'https://x.example/guide.pdf' } },
  ],
});

let browser: Browser;
let website: Website;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(form)]);
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

/** Sends the form on a page with this policy and answers with what is shown; the calendar is a small page. */
async function send(show: object, policy = '') {
  const headers = policy === '' ? {} : { 'content-security-policy': policy };
  const html = `<!doctype html><html lang="en"><title>Site</title><body><main><h1>Site</h1><script src="/f/demo.js"></script></main>`;
  website.page('/site', html, headers);
  website.answers.push({
    status: 201,
    body: { submission: 'sub_1', visitor: 't', outcome: { id: 'o', show } },
  });
  const { page, complaints } = await visit(browser, `${website.url}/site`);
  const asked: string[] = [];
  await page.context().route('https://*.example/**', async (route) => {
    asked.push(route.request().url());
    await route.fulfill({
      contentType: 'text/html',
      body: '<html lang="en"><title>Times</title><main><h1>Times</h1>',
    });
  });
  await page.getByText('Pro', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('because');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('Ada+1@X.example');
  await page.getByRole('button', { name: 'Send' }).click();
  return { page, asked, complaints };
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 });
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);

test('a redirect takes chosen answers along, as they were taken', async () => {
  const show = {
    kind: 'redirect',
    url: 'https://next.example/thanks?a=1#b',
    fields: { mail: 'email', w: 'why' },
  };
  const { page } = await send(show);
  await page.waitForURL('https://next.example/**');
  expect(page.url()).toBe('https://next.example/thanks?a=1&mail=ada%2B1%40x.example&w=because#b');
});

test('a calendar is a link with the words of the form, the answers in it, and the focus on the title', async () => {
  const { page, asked, complaints } = await send({ ...booking, title: 'Pick a time' });
  await heading(page, 'Pick a time').waitFor();
  expect(await focused(page)).toBe('Pick a time');
  const link = page.getByRole('link', { name: 'Book a time' });
  expect(await link.getAttribute('href')).toBe('https://cal.example/ada?month=12&email=ada%2B1%40x.example');
  expect(await link.getAttribute('rel')).toBe('noopener');
  expect(await page.locator('iframe').count()).toBe(0);
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
  const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await opened.getByRole('heading', { name: 'Times' }).waitFor();
});

test('an inline calendar stands under the link, named, and may do no more than book', async () => {
  const { page, complaints } = await send(inline);
  await page.frameLocator('iframe').getByRole('heading', { name: 'Times' }).waitFor();
  const frame = page.locator('iframe');
  expect(await frame.getAttribute('title')).toBe('Meet us');
  expect(await frame.getAttribute('allow')).toBe('payment');
  const sandbox = (await frame.getAttribute('sandbox')) ?? '';
  expect(sandbox).toContain('allow-scripts');
  expect(sandbox.split(' ')).not.toContain('allow-top-navigation');
  expect(await focused(page)).toBe('Pick a time');
  expect(await page.getByRole('link', { name: 'Meet us' }).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  expect(await barriers(page)).toEqual([]);
});

test('where the page lets no calendar in, the link alone is there', async () => {
  const strict = `default-src 'none'; script-src 'self'; connect-src 'self'`;
  const { page } = await send(inline, strict);
  const link = page.getByRole('link', { name: 'Meet us' });
  await link.waitFor();
  await expect.poll(() => page.locator('iframe').count()).toBe(0);
  expect(await link.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(255, 255, 255)');
  expect(await link.getAttribute('href')).toContain('https://cal.example/ada');

  const open = await send(inline, `${strict}; frame-src https://cal.example`);
  await open.page.frameLocator('iframe').getByRole('heading', { name: 'Times' }).waitFor();
  expect(open.complaints).toEqual([]);
});

test('a calendar that does not come is taken away after a while', async () => {
  website.page('/late', `<!doctype html><title>Late</title><body><script src="/f/demo.js"></script>`);
  website.answers.push({ status: 201, body: { outcome: { id: 'o', show: inline } } });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  await context.route('https://cal.example/**', () => undefined);
  await page.goto(`${website.url}/late`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('a@x.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('iframe').waitFor();
  await page.clock.fastForward(21_000);
  await expect.poll(() => page.locator('iframe').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Meet us' }).isVisible()).toBe(true);
  await context.close();
});

test('a file is offered to be kept, and opened apart where another website holds it', async () => {
  const away = await send({ kind: 'download', url: 'https://x.example/guide.pdf', title: 'Here it is' });
  await heading(away.page, 'Here it is').waitFor();
  const link = away.page.getByRole('link', { name: 'Download' });
  expect(await link.getAttribute('download')).toBe('');
  const [opened] = await Promise.all([away.page.waitForEvent('popup'), link.click()]);
  expect(opened.url()).toBe('https://x.example/guide.pdf');
});

test('an address that is not https becomes no link', async () => {
  // oxlint-disable-next-line no-script-url -- the address that must not become a link
  const { page } = await send({ kind: 'download', url: 'javascript:alert(1)', title: 'Here it is' });
  await heading(page, 'Here it is').waitFor();
  expect(await page.getByRole('link').count()).toBe(0);
});
