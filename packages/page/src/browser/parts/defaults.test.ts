import type { Field } from '@baton/form';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../../../test/browser.ts';
import { fieldOfKind, publishFields } from '../../../test/forms.ts';
import { startWebsite } from '../../../test/website.ts';
import type { Website } from '../../../test/website.ts';

const url = (name: string) => ({ default: { from: 'url', name } }) as const;
const fields: readonly Field[] = [
  { ...fieldOfKind.email, ...url('email') },
  { ...fieldOfKind.text, ...url('text') },
  { ...fieldOfKind.choice, ...url('choice') },
  { ...fieldOfKind.choices, ...url('choices') },
  { ...fieldOfKind.hidden, ...url('plan') },
  { ...fieldOfKind.country, default: { from: 'country' } },
  { id: 'place', kind: 'text', label: 'Place', default: { from: 'country' } },
  { ...fieldOfKind.url, default: { from: 'email_domain' } },
];

let browser: Browser;
let website: Website;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(publishFields(...fields))]);
  website.page('/embed', '<!doctype html><body><script src="/f/demo.js"></script>');
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

/** The page, and what its form would send now. */
async function open(path: string, locale = 'en-GB') {
  const { page } = await visit(browser, website.url + path, { locale });
  await page.locator('form[novalidate]').waitFor();
  const sent = async () => {
    website.submissions.length = 0;
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    return website.submissions[0]?.['answers'];
  };
  return { page, sent };
}

test.each(['/embed', '/f/demo'])(
  'first values come from the address, the language and the e-mail: %s',
  async (path) => {
    const { page, sent } = await open(`${path}?text=hi&text=no&choice=b&choices=a&choices=b&plan=pro`);
    await page.getByRole('textbox', { name: 'Email' }).fill('ada@nwosu.example');
    await page.getByRole('textbox', { name: 'Email' }).press('Tab');
    expect(await sent()).toEqual({
      f_email: 'ada@nwosu.example',
      f_text: 'hi',
      f_choice: 'b',
      f_choices: ['a', 'b'],
      f_hidden: 'pro',
      f_country: 'GB',
      place: 'United Kingdom',
      f_url: 'https://nwosu.example',
    });
  },
);

test('a language without a region says no country, and a private address no company', async () => {
  const { page, sent } = await open('/embed', 'en');
  await page.getByRole('textbox', { name: 'Email' }).fill('ada@gmail.com');
  await page.getByRole('textbox', { name: 'Email' }).press('Tab');
  expect(await sent()).toEqual({ f_email: 'ada@gmail.com' });
});

test('an e-mail address that nobody typed says the company as well', async () => {
  const { page } = await open('/embed?email=ada@one.example');
  const site = page.getByRole('textbox', { name: 'Website' });
  expect(await site.inputValue()).toBe('one.example');
  await page.evaluate(() => {
    const form = document.querySelector('baton-form') ?? document.body;
    const prefill: unknown = Reflect.get(form, 'prefill');
    if (typeof prefill === 'function') prefill({ f_email: 'ada@two.example' });
  });
  expect(await site.inputValue()).toBe('two.example');
});

test('what comes back with the draft follows the address, and stays empty where it was emptied', async () => {
  const { page } = await open('/embed');
  const email = page.getByRole('textbox', { name: 'Email' });
  const site = page.getByRole('textbox', { name: 'Website' });
  const kept = (text: string) =>
    expect.poll(() => page.evaluate(() => Object.values(localStorage).join(''))).toContain(text);
  await email.fill('ada@one.example');
  await email.press('Tab');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('first');
  await kept('first');
  await page.reload();
  await email.fill('ada@two.example');
  await email.press('Tab');
  expect(await site.inputValue()).toBe('two.example');
  await site.fill('');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('second');
  await kept('second');
  await page.reload();
  await page.locator('form[novalidate]').waitFor();
  expect(await email.inputValue()).toBe('ada@two.example');
  expect(await site.inputValue()).toBe('');
});

test('what the visitor wrote stays, what was guessed follows the address', async () => {
  const { page } = await open('/embed');
  const email = page.getByRole('textbox', { name: 'Email' });
  const site = page.getByRole('textbox', { name: 'Website' });
  for (const domain of ['one.example', 'two.example']) {
    await email.fill(`ada@${domain}`);
    await email.press('Tab');
    expect(await site.inputValue()).toBe(domain);
  }
  await site.fill('mine.example');
  await email.fill('ada@three.example');
  await email.press('Tab');
  expect(await site.inputValue()).toBe('mine.example');
});
