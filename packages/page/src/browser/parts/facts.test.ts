import type { Field } from '@baton/form';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../../../test/browser.ts';
import { publishFields } from '../../../test/forms.ts';
import { startWebsite } from '../../../test/website.ts';
import type { Website } from '../../../test/website.ts';

const shownWhen = (field: string, value: string | boolean) =>
  ({ combinator: 'and', rules: [{ field, operator: '=', value }] }) as const;
const about = (id: string, field: string, value: string | boolean): Field => ({
  id,
  kind: 'text',
  label: id,
  shownWhen: shownWhen(field, value),
});

let browser: Browser;
let website: Website;

beforeAll(async () => {
  const fields = [
    about('path', 'visit.page_path', '/pricing'),
    about('host', 'visit.referrer_host', 'news.example'),
    about('language', 'visit.language', 'de-AT'),
    about('device', 'visit.device', 'desktop'),
    about('phone', 'visit.device', 'phone'),
    about('source', 'visit.utm_source', 'letter'),
    about('again', 'visit.returning', true),
  ];
  [browser, website] = await Promise.all([openBrowser(), startWebsite(publishFields(...fields))]);
  website.page('/pricing', '<!doctype html><body><script src="/f/demo.js"></script>');
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

test('a form that asks for facts of the visit decides by them, and sends what it decided by', async () => {
  const context = await browser.newContext({ locale: 'de-AT' });
  const page = await context.newPage();
  await page.goto(`${website.url}/pricing?utm_source=letter`, { referer: 'https://news.example:8080/today' });
  await page.getByRole('textbox').first().waitFor();
  const labels = await page.locator('.field:not([hidden]) .label').allTextContents();
  expect(labels).toEqual(['path', 'host', 'language', 'device', 'source']);
  await page
    .getByRole('button', { name: 'Senden' })
    .or(page.getByRole('button', { name: 'Send' }))
    .click();
  await expect.poll(() => website.submissions.length).toBe(1);
  expect(website.submissions[0]?.['visit']).toMatchObject({
    url: `${website.url}/pricing?utm_source=letter`,
    page_path: '/pricing',
    referrer: 'https://news.example:8080/today',
    referrer_host: 'news.example',
    language: 'de-AT',
    device: 'desktop',
    utm_source: 'letter',
    returning: false,
  });
  await page.getByRole('heading', { name: /Thank you|Danke/ }).waitFor();
  await page.reload();
  await page.getByRole('textbox', { name: 'again' }).waitFor();
  await context.close();
});

test('elsewhere the same is left to the worker', async () => {
  const plain = await startWebsite(publishFields(about('source', 'visit.utm_source', 'letter')));
  try {
    const { page } = await visit(browser, `${plain.url}/f/demo?utm_source=letter`);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => plain.submissions.length).toBe(1);
    const { visit: told } = plain.submissions[0] ?? {};
    expect(told).toMatchObject({ url: `${plain.url}/f/demo?utm_source=letter`, utm_source: 'letter' });
    expect(told).not.toHaveProperty('device');
    expect(told).not.toHaveProperty('page_path');
  } finally {
    await plain.close();
  }
});
