import { formLogic } from '@baton/form';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { demoRequest } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;

beforeAll(async () => {
  const form = {
    ...demoRequest.form,
    consent: {
      text: 'I agree to the processing of my answers.',
      url: 'https://www.example.com/privacy',
      linkText: 'Read how',
      required: true,
      marketing: { text: 'Send me news.' },
    },
  };
  const published = { ...demoRequest, form, logic: formLogic(form, new Map()) };
  [browser, website] = await Promise.all([openBrowser(), startWebsite(published)]);
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

test('consent is asked for in the last step, is never ticked in advance, and is demanded', async () => {
  const { page, complaints } = await visit(browser, `${website.url}/f/demo`);
  const agree = page.getByRole('checkbox', { name: 'I agree to the processing' });
  const news = page.getByRole('checkbox', { name: 'Send me news.' });
  expect(await agree.isVisible()).toBe(false);
  await fillIn(page);
  expect(await agree.isVisible()).toBe(true);
  expect([await agree.isChecked(), await news.isChecked()]).toEqual([false, false]);
  const link = page.getByRole('link', { name: 'Read how' });
  expect(await link.getAttribute('href')).toBe('https://www.example.com/privacy');
  expect(await link.getAttribute('rel')).toBe('noopener');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await agree.getAttribute('aria-invalid')).toBe('true');
  expect(website.submissions).toEqual([]);
  await agree.check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const answers = website.submissions[0]?.['answers'];
  expect(answers).toMatchObject({ baton_consent: true });
  expect(answers).not.toHaveProperty('baton_marketing');
  expect(complaints).toEqual([]);
});

test('without a script both boxes are in the form, and none is ticked', async () => {
  const { page } = await visit(browser, `${website.url}/f/demo`, { javaScriptEnabled: false });
  const boxes = page.locator('form [name=baton_consent], form [name=baton_marketing]');
  expect(await boxes.count()).toBe(2);
  expect([await boxes.first().isChecked(), await boxes.last().isChecked()]).toEqual([false, false]);
});

test('neither a website nor an address ticks a box for anybody, or takes a tick away', async () => {
  const boxes = ['baton_consent', 'baton_marketing', 'news'] as const;
  const path = `/f/demo?${boxes.map((name) => `${name}=true`).join('&')}`;
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await visit(browser, website.url + path, { javaScriptEnabled });
    if (javaScriptEnabled) await page.locator('form[novalidate]').waitFor();
    expect(await page.locator('form input:checked').count()).toBe(0);
  }
  website.page('/site', '<!doctype html><body><script src="/f/demo.js"></script>');
  const { page } = await visit(browser, `${website.url}/site`);
  await page.locator('form[novalidate]').waitFor();
  const prefill = (answers: object) =>
    page.locator('baton-form').evaluate((host, answers) => Object(host).prefill(answers), answers);
  const ticked = () =>
    page.locator('form input:checked').evaluateAll((all) => all.map((box) => box.getAttribute('name')));
  await prefill({ name: 'Ada', role: 'maker', ...Object.fromEntries(boxes.map((name) => [name, 'true'])) });
  expect(await ticked()).toEqual(['role']);
  await fillIn(page);
  await page.getByRole('checkbox', { name: 'Send me news.' }).check();
  await prefill({ company: 'Other', baton_marketing: 'false', news: true });
  expect(await ticked()).toEqual(['role', 'size', 'baton_marketing']);
  expect(await page.locator('input[name=company]').inputValue()).toBe('Other');
});
