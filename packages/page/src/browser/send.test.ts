import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { demoRequest } from '../../test/forms.ts';
import { startWebsite, taken } from '../../test/website.ts';
import type { Answer, Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(demoRequest)]);
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

/** A page filled in up to Send; the next submissions are answered so. */
async function ready(...answers: Answer[]) {
  website.answers.push(...answers);
  website.submissions.length = 0;
  const opened = await visit(browser, `${website.url}/f/demo?utm_source=letter&utm_campaign=autumn&q=1`);
  await fillIn(opened.page);
  return opened;
}

const press = (page: Page) => page.getByRole('button', { name: 'Send' }).click();
const thanks = (page: Page) => page.getByRole('heading', { name: 'Thank you' }).waitFor();
const notice = (page: Page) => page.getByRole('alert').textContent();
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

test('a submission carries the answers, the visit and an id of its own', async () => {
  const { page, complaints } = await ready();
  await press(page);
  await thanks(page);
  expect(website.submissions).toEqual([
    {
      id: expect.stringMatching(uuid),
      version: 3,
      final: true,
      answers: {
        name: 'Ada Nwosu',
        email: 'ada@nwosu.example',
        role: 'maker',
        company: 'Nwosu',
        size: 's2',
        country: 'DE',
      },
      visitor: null,
      // Nobody has written anything into what nobody sees.
      trap: '',
      visit: {
        url: `${website.url}/f/demo?utm_source=letter&utm_campaign=autumn&q=1`,
        referrer: '',
        at: expect.stringMatching(instant),
        visits: 1,
        touches: [
          {
            url: `${website.url}/f/demo`,
            referrer: '',
            at: expect.stringMatching(instant),
            utm_source: 'letter',
            utm_campaign: 'autumn',
          },
        ],
        utm_source: 'letter',
        utm_campaign: 'autumn',
      },
      behaviours: [{ path: '/f/demo', at: expect.stringMatching(instant) }],
      language: 'en',
    },
  ]);
  expect(complaints).toEqual([]);
});

test('what fails on the way is sent again with the same id and the same words', async () => {
  const busy = { status: 429, body: {}, headers: { 'retry-after': '1' } };
  const { page } = await ready('cut', { status: 500, body: {} }, busy, 'cut body');
  await press(page);
  await expect.poll(() => notice(page)).toContain('Still sending');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor({ timeout: 20_000 });
  expect(website.submissions).toHaveLength(5);
  expect(new Set(website.submissions.map((body) => JSON.stringify(body))).size).toBe(1);
}, 40_000);

test('an answer that asks for patience is given it', async () => {
  const { page } = await ready({ status: 429, body: {}, headers: { 'retry-after': '2' } });
  const start = Date.now();
  await press(page);
  await thanks(page);
  expect(Date.now() - start).toBeGreaterThan(1900);
});

test('pressing Send many times sends once, also while the answer is waited for', async () => {
  const { page } = await ready();
  let asked = 0;
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/submissions', async (route) => {
    asked += 1;
    await held;
    await route.continue();
  });
  const send = page.getByRole('button', { name: 'Send' });
  await send.dblclick();
  await expect.poll(() => asked).toBe(1);
  await send.click();
  await send.press('Enter');
  answer();
  await thanks(page);
  expect(asked).toBe(1);
  expect(website.submissions).toHaveLength(1);
});

test('a browser that is offline says so and sends when it is back', async () => {
  const { page } = await ready();
  await page.context().setOffline(true);
  await press(page);
  await expect.poll(() => notice(page)).toContain('offline');
  expect(website.submissions).toHaveLength(0);
  await page.context().setOffline(false);
  await thanks(page);
  expect(website.submissions).toHaveLength(1);
});

test('answers the worker refuses are shown at their fields, and everything is kept', async () => {
  const issues = [{ code: 'not_email', path: ['answers', 'email'] }];
  const { page } = await ready({ status: 422, body: { issues } });
  await press(page);
  const email = page.getByRole('textbox', { name: 'Work e-mail' });
  await expect.poll(() => email.getAttribute('aria-invalid')).toBe('true');
  expect(await email.evaluate((control) => control.matches(':focus'))).toBe(true);
  expect(await page.getByText('Please write an e-mail address').count()).toBe(1);
  expect(await notice(page)).toBe('One answer needs another look.');
  await email.fill('ada@other.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await page.getByRole('textbox', { name: 'Company', exact: true }).inputValue()).toBe('Nwosu');
  await page.getByRole('button', { name: 'Continue' }).click();
  await press(page);
  await thanks(page);
  const [first, second] = website.submissions;
  expect(second).toMatchObject({ answers: { email: 'ada@other.example' } });
  expect(second?.['id']).not.toBe(first?.['id']);
});

test('what the worker alone found wrong is shown until that answer changes, whatever else does', async () => {
  const issues = [{ code: 'not_email', path: ['answers', 'email'] }];
  const { page } = await ready({ status: 422, body: { issues } });
  await press(page);
  const said = page.getByText('Please write an e-mail address');
  await said.waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  const email = page.getByRole('textbox', { name: 'Work e-mail' });
  expect(await said.isVisible()).toBe(true);
  expect(await email.getAttribute('aria-invalid')).toBe('true');
  await email.fill('ada@other.example');
  expect(await said.count()).toBe(0);
  expect(await email.getAttribute('aria-invalid')).toBe('false');
});

test('thanks are said once the worker has stored it, and what is typed meanwhile brings no draft back', async () => {
  const { page } = await ready();
  let answer = () => Promise.resolve();
  await page.route('**/submissions', async (route) => {
    const response = await route.fetch();
    answer = () => route.fulfill({ response });
  });
  await press(page);
  await expect.poll(() => website.submissions.length).toBe(1);
  expect(await page.getByRole('heading', { name: 'Thank you' }).count()).toBe(0);
  const kept = () => page.evaluate(() => localStorage.getItem(`baton:${location.origin}/f/demo`));
  expect(await kept()).toContain('ada@nwosu.example');
  await page.locator('textarea:visible, input:visible').first().dispatchEvent('input');
  await answer();
  await thanks(page);
  await page.reload();
  // When it was sent, and nothing of it.
  expect(await kept()).toMatch(/^\[\d+\]$/);
  expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('');
});

test('any other refusal is told once, keeps the answers and is not tried again', async () => {
  const { page } = await ready({ status: 403, body: {} });
  await press(page);
  await expect.poll(() => notice(page)).toBe('This could not be sent. Your answers are still here.');
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await page.getByRole('textbox', { name: 'Company', exact: true }).inputValue()).toBe('Nwosu');
  expect(website.submissions).toHaveLength(1);
});

test('a page closed before the answer came sends the same submission when it is opened again', async () => {
  const { page } = await ready({ status: 503, body: {}, headers: { 'retry-after': '30' } });
  await press(page);
  await expect.poll(() => notice(page)).toContain('Still sending');
  await page.reload();
  for (const name of ['Continue', 'Continue', 'Send']) await page.getByRole('button', { name }).click();
  await thanks(page);
  const [first, second] = website.submissions;
  expect(second?.['id']).toBe(first?.['id']);
  expect(second?.['answers']).toEqual(first?.['answers']);
});

test('the visitor’s token comes back with the next submission', async () => {
  const { page } = await ready();
  await press(page);
  await thanks(page);
  await page.reload();
  await fillIn(page);
  await press(page);
  await thanks(page);
  expect(website.submissions[1]).toMatchObject({ visitor: 'visitor-token' });
});

test('an outcome leads to another page only by https', async () => {
  const answer = (url: string): Answer => ({
    status: 201,
    body: { submission: 's', visitor: 'v', outcome: { id: 'o', show: { kind: 'redirect', url } } },
  });
  // oxlint-disable-next-line no-script-url -- the address that must lead nowhere
  const script = await ready(answer('javascript:document.title="fired"'));
  await press(script.page);
  await thanks(script.page);
  expect(await script.page.title()).toBe('Request a demo');

  const { page } = await ready(answer('https://calendar.example/book'));
  await page.route('https://calendar.example/**', (route) =>
    route.fulfill({ body: '<title>Calendar</title>' }),
  );
  await press(page);
  await page.waitForURL('https://calendar.example/book');
});

test('the outcome takes the focus to its title', async () => {
  const { page } = await ready(taken);
  await press(page);
  await thanks(page);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Thank you');
  expect(await page.getByText('We answer within four hours.').count()).toBe(1);
});

test('a page without TLS mints ids too', async () => {
  website.answers.length = 0;
  website.submissions.length = 0;
  const { page } = await visit(browser, `${website.url}/f/demo`);
  await page.addInitScript('delete Crypto.prototype.randomUUID');
  await page.reload();
  await fillIn(page);
  await press(page);
  await thanks(page);
  expect(website.submissions[0]?.['id']).toMatch(uuid);
});
