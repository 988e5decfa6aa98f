import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { demoRequest, everyKind } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;
let kinds: Website;

beforeAll(async () => {
  [browser, website, kinds] = await Promise.all([
    openBrowser(),
    startWebsite(demoRequest),
    startWebsite(everyKind),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([website.close(), kinds.close()]);
});

const open = async (site: Website) => (await visit(browser, `${site.url}/f/demo`)).page;
const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('a draft is there within half a second, is gone once it is sent and after seven days, and never holds what is sensitive', async () => {
  const page = await open(kinds);
  await text(page, 'Email').fill('a@b.example');
  await text(page, 'Number').fill('42');
  const draft = () => page.evaluate(() => localStorage.getItem(`baton:${location.origin}/f/demo`));
  await expect.poll(draft, { timeout: 500 }).toContain('a@b.example');
  // The instant before the answers may hold any digits.
  expect((await draft())?.replace(/^[^{]*/, '')).not.toContain('42');
  await page.clock.install({ time: Date.now() + 6.9 * 86_400_000 });
  await page.reload();
  expect(await text(page, 'Email').inputValue()).toBe('a@b.example');
  await page.clock.setSystemTime(Date.now() + 7.1 * 86_400_000);
  await page.reload();
  expect(await text(page, 'Email').inputValue()).toBe('');
  expect(await draft()).toBe(null);
  await text(page, 'Email').fill('a@b.example');
  await press(page, 'Continue');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await draft()).toBe(null);
});

test('storage that is broken, full or blocked takes nothing but the draft', async () => {
  const page = await open(website);
  await page.evaluate(() => {
    localStorage.setItem(`baton:${location.origin}/f/demo`, '[1e99,5,{"name":{"a":1}}]');
    for (let size = 5_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(`full${size}`, 'x'.repeat(size));
      } catch {
        continue;
      }
    }
  });
  await page.reload();
  await fillIn(page);
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await page.addInitScript(
    `Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })`,
  );
  await page.reload();
  await fillIn(page);
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
});
