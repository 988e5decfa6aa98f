import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../../test/browser.ts';
import { publish } from '../../../test/forms.ts';
import { startWebsite } from '../../../test/website.ts';
import type { Website } from '../../../test/website.ts';

let browser: Browser;
let website: Website;

beforeAll(async () => {
  const email = { id: 'email', kind: 'email', label: 'E-mail', required: true } as const;
  const protection = { turnstile: { siteKey: 'site-key' } };
  const form = publish({ protection, steps: [{ id: 's', title: '', fields: [email] }] });
  [browser, website] = await Promise.all([openBrowser(), startWebsite(form)]);
  website.page('/', `<!doctype html><title>Site</title><body><script src="/f/demo.js"></script>`);
});

beforeEach(() => {
  website.submissions.length = 0;
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

/** `api` is what Cloudflare serves; null: it cannot be reached. */
async function send(api: string | null): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  await page.route('https://challenges.cloudflare.com/**', (route) =>
    api === null ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: api }),
  );
  await page.goto(website.url);
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  return page;
}

test('the widget stands in the page of the website, and its word goes along', async () => {
  const page = await send(`turnstile = { reset() {}, render(place, { sitekey, callback }) {
    place.textContent = sitekey;
    setTimeout(callback, 200, 'token');
    return 'widget';
  } };`);
  expect(website.submissions).toMatchObject([{ turnstile: 'token' }]);
  expect(await page.evaluate(() => document.querySelector('baton-form')?.textContent)).toBe('site-key');
});

test('where the widget cannot be had, the form says so and is sent all the same', async () => {
  await send(null);
  await send(`turnstile = { reset() {}, render(place, options) { options['error-callback'](); } };`);
  await send(`turnstile = { render() { throw new Error('broken'); } };`);
  expect(website.submissions.map(({ turnstile }) => turnstile)).toEqual(Array(3).fill('unavailable'));
}, 40_000);

test.each([
  ['its answer was lost', ['cut body', { status: 503, body: {} }] as const],
  ['it was refused', [{ status: 422, body: { issues: [] } }] as const],
])('what is bettered after %s waits for a word of its own', async (_, answers) => {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  await page.route('https://challenges.cloudflare.com/**', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `let count = 0, say; turnstile = {
        reset() { setTimeout(() => say('token' + ++count), 200); },
        render(place, { callback }) { say = callback; this.reset(); return 'widget'; },
      };`,
    }),
  );
  await page.goto(website.url);
  website.answers.push(...answers);
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  const send = page.getByRole('button', { name: 'Send' });
  await send.click();
  await expect.poll(() => website.submissions.length).toBe(1);
  await page.getByLabel('E-mail').fill('ada@other.example');
  if (answers.length === 1) await send.click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions[0]).toMatchObject({ turnstile: 'token1' });
  expect(website.submissions.at(-1)).toMatchObject({ turnstile: 'token2' });
});
