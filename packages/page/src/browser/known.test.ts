import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../test/browser.ts';
import { publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const options = ['small', 'large'].map((id) => ({ id, label: `${id} company` }));
const profiling = publish({
  profiling: { maxProgressive: 1, order: 'listed' },
  partials: true,
  steps: [
    {
      id: 'you',
      title: 'You',
      fields: [
        { id: 'email', kind: 'email', label: 'E-mail', required: true },
        {
          id: 'size',
          kind: 'choice',
          label: 'Size',
          required: true,
          ask: 'untilKnown',
          options,
          default: { from: 'url', name: 'size' },
        },
        {
          id: 'team',
          kind: 'text',
          label: 'Team',
          shownWhen: { combinator: 'and', rules: [{ field: 'answer.size', operator: '=', value: 'large' }] },
        },
        {
          id: 'tool',
          kind: 'text',
          label: 'Tool',
          ask: 'progressive',
          default: { from: 'url', name: 'tool' },
        },
        { id: 'budget', kind: 'text', label: 'Budget', ask: 'progressive' },
      ],
    },
    { id: 'more', title: 'More', fields: [{ id: 'note', kind: 'text', label: 'Note' }] },
  ],
});

let browser: Browser;
let website: Website;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(profiling)]);
  website.page(
    '/',
    `<!doctype html><title>Site</title><body><h1>Site</h1><script src="/f/demo.js"></script>`,
  );
});

beforeEach(() => {
  website.submissions.length = 0;
  website.told.length = 0;
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

async function newcomer(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(website.url);
  return page;
}

const asked = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('baton-form')?.shadowRoot?.querySelectorAll('[data-field]') ?? [])]
      .filter((field) => field.checkVisibility())
      .map((field) => field.getAttribute('data-field')),
  );

async function send(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByText('large company').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
}

test('a stranger is asked the first of the questions that come one by one, and nothing is asked of the worker', async () => {
  const page = await newcomer();
  await expect.poll(() => asked(page)).toEqual(['email', 'size', 'tool']);
  expect(website.told.filter(({ path }) => path === 'next')).toEqual([]);
  expect(await page.getByRole('button', { name: 'Not you?' }).count()).toBe(0);
});

test('a known browser is asked what is not known, a decided question too, and is forgotten when it says so', async () => {
  const page = await newcomer();
  await send(page);
  website.next.skip = ['size', 'tool'];
  website.next.ask = ['email', 'team', 'budget'];
  await page.reload();
  await expect.poll(() => asked(page)).toEqual(['email', 'team', 'budget']);
  expect(website.told.find(({ path }) => path === 'next')).toEqual({
    path: 'next',
    visitor: 'visitor-token',
  });
  await page.getByRole('button', { name: 'Not you?' }).click();
  await expect.poll(() => asked(page)).toEqual(['email', 'size', 'tool']);
  // Of the form stays when it was emptied, so that no database brings back what was typed.
  for (const [key, kept] of await page.evaluate(() => Object.entries(localStorage))) {
    expect(key).toMatch(/\/f\/demo$/);
    expect(kept).toMatch(/^\[\d+\]$/);
  }
  expect(
    await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('name')),
  ).toBe('email');
});

test('an address answers nothing that a known browser is not asked, and answers it to a stranger again', async () => {
  const page = await newcomer();
  await send(page);
  website.next.skip = ['size', 'tool'];
  await page.goto(`${website.url}/?size=small&tool=Abacus`);
  await expect.poll(() => asked(page)).toEqual(['email', 'team', 'budget']);
  website.submissions.length = 0;
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions.at(-1)?.['answers']).toEqual({ email: 'ada@nwosu.example' });

  await page.reload();
  await page.getByRole('button', { name: 'Not you?' }).click();
  await expect.poll(() => page.getByLabel('Tool').inputValue()).toBe('Abacus');
  expect(await page.getByRole('radio', { name: 'small company' }).isChecked()).toBe(true);
});

test('while the worker does not answer, a known visitor waits for a moment and is then asked like a stranger', async () => {
  const page = await newcomer();
  await send(page);
  await page.route('**/next', () => undefined);
  await page.reload();
  await expect.poll(() => asked(page), { timeout: 5000 }).toEqual(['email', 'size', 'tool']);
});

test('a finished step with an address is sent before the form is, under the same id', async () => {
  const page = await newcomer();
  await send(page);
  expect(website.submissions.map(({ final, answers }) => [final, answers])).toEqual([
    [false, { email: 'ada@nwosu.example', size: 'large' }],
    [true, { email: 'ada@nwosu.example', size: 'large' }],
  ]);
  expect(new Set(website.submissions.map(({ id }) => id)).size).toBe(1);
});
