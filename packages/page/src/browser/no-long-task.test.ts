// The page stays at hand while the form comes and is typed in: on a phone four times slower than this machine, a form of
// fifteen fields holds the main thread up no longer than a page without it, within a bound that is wide on purpose.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../test/browser.ts';
import { elsewhere, embedLine } from '../../test/elsewhere.ts';
import { fifteenFields } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

/** Visits; of several, the least disturbed counts: what else this machine does only ever adds. */
const rounds = 5;
/** ms that tasks may take beyond 50 each, all together. */
const bound = 100;

let browser: Browser;
let website: Website;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(fifteenFields)]);
  const observer = `<script>blocked = 0; new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked += duration - 50;
  }).observe({ type: 'longtask', buffered: true })</script>`;
  website.page('/bare', `<!doctype html><title>Bare</title>${observer}<body><input aria-label="Name">`);
  website.page('/site', `<!doctype html><title>Site</title>${observer}<body>${embedLine(website)}`);
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

/** ms beyond 50 of each task while the page comes, and while a sentence is typed. */
async function blockedOn(path: string): Promise<[number, number]> {
  const context = await browser.newContext();
  const page: Page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const tools = await context.newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const blocked = async () =>
    Number(await page.evaluate('new Promise((done) => setTimeout(() => done(blocked), 200))'));
  await page.goto(elsewhere(website) + path);
  const field = page.getByRole('textbox', { name: 'Name' });
  await field.waitFor();
  const coming = await blocked();
  await field.focus();
  await page.keyboard.type('Ada Nwosu, who builds things');
  const typing = (await blocked()) - coming;
  await context.close();
  return [coming, typing];
}

test('a form of fifteen fields holds a slow phone up no longer than a page without it', async () => {
  const least = async (path: string) => {
    const seen: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1) seen.push(await blockedOn(path));
    return [
      Math.min(...seen.map(([coming]) => coming)),
      Math.min(...seen.map(([, typing]) => typing)),
    ] as const;
  };
  const [bare, whole] = [await least('/bare'), await least('/site')];
  expect(whole[0] - bare[0]).toBeLessThan(bound);
  expect(whole[1] - bare[1]).toBeLessThan(bound);
}, 120_000);
