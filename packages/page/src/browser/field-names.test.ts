// Fields that are called like what every element of a page can do: a form answers to the names of its fields, and so no
// longer to those.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../../test/browser.ts';
import { publishFields } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const names = ['matches', 'contains', 'closest', 'dataset', 'remove', 'focus', 'reset', 'id', 'name', 'lang'];

let browser: Browser;
let website: Website;

beforeAll(async () => {
  const fields = names.map((id) => ({ id, kind: 'text' as const, label: id, required: true }));
  [browser, website] = await Promise.all([openBrowser(), startWebsite(publishFields(...fields))]);
  website.page('/embed', '<!doctype html><body><script src="/f/demo.js"></script>');
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

test.each(['/embed', '/f/demo'])(
  'a field may be called like anything that an element does: %s',
  async (path) => {
    website.submissions.length = 0;
    const { page, complaints } = await visit(browser, website.url + path);
    await page.locator('form[novalidate]').waitFor();
    const send = page.getByRole('button', { name: 'Send' });
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    // A press leaves the field while the form is pressed.
    await field('matches').fill('m');
    await send.click();
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toBe(`${names.length - 1} answers need another look.`);
    expect(await field('contains').evaluate((one) => one.matches(':focus'))).toBe(true);
    for (const name of names) await field(name).fill(`is ${name}`);
    await send.click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(website.submissions[0]?.['answers']).toEqual(
      Object.fromEntries(names.map((name) => [name, `is ${name}`])),
    );
    expect(complaints).toEqual([]);
  },
);
