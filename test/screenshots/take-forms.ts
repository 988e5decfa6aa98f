// Takes the pictures of forms, with the real renderer, script and browser.
import type { Browser } from 'playwright-core';
import { startWebsite } from '../../packages/page/test/website.ts';
import { shots } from './shots.ts';
import type { Shot } from './shots.ts';

/** Takes those whose name holds the word; how many they were. */
export async function takeForms(browser: Browser, folder: string, word: string): Promise<number> {
  const chosen = shots.filter(({ name }) => name.includes(word));
  for (const shot of chosen) await take(browser, folder, shot);
  return chosen.length;
}

async function take(browser: Browser, folder: string, shot: Shot): Promise<void> {
  const { name, form, site, options, answers = [], act, html, storage } = shot;
  const website = await startWebsite(form);
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  try {
    website.answers.push(...answers);
    if (site !== undefined) website.page('/site', `${site}<script src="/f/demo.js"></script>`);
    if (html !== undefined) website.page('/led', html);
    if (storage !== undefined) {
      const script = `localStorage.setItem('baton:${website.url}', '${storage}')`;
      await context.addInitScript(script);
    }
    await context.route('https://cal.example/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<body style="font:16px sans-serif"><h1>A calendar</h1>',
      }),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const path = html !== undefined ? '/led' : site === undefined ? '/f/demo' : '/site';
    await page.goto(website.url + path);
    if (html === undefined) await page.locator('form[novalidate]').waitFor({ state: 'attached' });
    await act?.(page);
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: true, animations: 'disabled' });
  } catch (error) {
    throw new Error(`The picture ${name} was not taken.`, { cause: error });
  } finally {
    await context.close();
    await website.close();
  }
}
