// One visitor, one form, two tabs: one draft between them. What is sent in one stays sent, what is typed in the other
// is not lost, and nothing is sent twice under two ids unless it is two submissions.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, visit } from '../../test/browser.ts';
import { publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const form = publish({
  partials: true,
  steps: [
    {
      id: 'you',
      title: 'You',
      fields: [
        { id: 'email', kind: 'email', label: 'E-mail', required: true },
        { id: 'name', kind: 'text', label: 'Name' },
      ],
    },
    { id: 'more', title: 'More', fields: [{ id: 'note', kind: 'text', label: 'Note' }] },
  ],
});

let browser: Browser;
let website: Website;
/** Of the same form, but that it sends no step early. */
let whole: Website;

beforeAll(async () => {
  [browser, website, whole] = await Promise.all([
    openBrowser(),
    startWebsite(form),
    startWebsite(publish({ steps: form.form.steps })),
  ]);
});

beforeEach(() => {
  website.submissions.length = 0;
  whole.submissions.length = 0;
});

afterAll(async () => {
  await browser.close();
  await Promise.all([website.close(), whole.close()]);
});

const text = (page: Page, name: string) => page.getByRole('textbox', { name });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
/** What is kept, as text; what was sent may leave its instant behind. */
const draft = async (page: Page) => {
  const kept = await page.evaluate(() => localStorage.getItem(`baton:${location.origin}/f/demo`));
  return (kept ?? '').replace(/^\[\d+\]$/, '');
};
const thanks = (page: Page) => page.getByRole('heading', { name: 'Thank you' }).waitFor();
const isFinal = (body: unknown): boolean => Object(body).final === true;
const final = () => website.submissions.filter((one) => one['final'] === true);

async function type(page: Page, name: string, words: string): Promise<void> {
  await text(page, name).fill(words);
  await expect.poll(() => draft(page)).toContain(words);
}

/** Two tabs of one browser, the second opened when the first has finished its first step. */
async function openTwo({ url } = website): Promise<[Page, Page]> {
  const { page: one } = await visit(browser, `${url}/f/demo`);
  await type(one, 'E-mail', 'ada@x.example');
  await press(one, 'Continue');
  await type(one, 'Note', 'from one');
  const two = await one.context().newPage();
  two.setDefaultTimeout(15_000);
  await two.goto(`${url}/f/demo`);
  return [one, two];
}

test('what was typed last, in whichever tab, is what comes back', async () => {
  const [one, two] = await openTwo();
  expect(await text(two, 'E-mail').inputValue()).toBe('ada@x.example');
  await type(two, 'Name', 'Two');
  await type(one, 'Note', 'one again');
  await one.reload();
  await press(one, 'Continue');
  expect(await text(one, 'Note').inputValue()).toBe('one again');
  // The other tab still shows what is its own.
  expect(await text(two, 'Name').inputValue()).toBe('Two');
  await type(two, 'Name', 'Two again');
  await two.reload();
  expect(await text(two, 'Name').inputValue()).toBe('Two again');
});

test('the same, sent in both tabs, is one submission', async () => {
  const [one, two] = await openTwo();
  await press(two, 'Continue');
  // Neither is answered before both are on their way.
  const together: (() => void)[] = [];
  await one.context().route('**/submissions', async (route) => {
    if (isFinal(route.request().postDataJSON())) {
      await new Promise<void>((go) => {
        together.push(go);
        if (together.length === 2) for (const each of together) each();
      });
    }
    await route.continue();
  });
  await Promise.all([press(one, 'Send'), press(two, 'Send')]);
  await Promise.all([thanks(one), thanks(two)]);
  expect(final()).toHaveLength(2);
  expect(new Set(final().map(({ id }) => id)).size).toBe(1);
  expect(await draft(one)).toBe('');
});

test('what is typed in the other tab once the first has sent is another submission, and not lost', async () => {
  const [one, two] = await openTwo();
  await press(one, 'Send');
  await thanks(one);
  await one.reload();
  expect(await draft(two)).toBe('');
  await type(two, 'Name', 'Two');
  await press(two, 'Continue');
  await press(two, 'Send');
  await thanks(two);
  const [first, second] = final();
  expect(second?.['id']).not.toBe(first?.['id']);
  expect(second?.['answers']).toMatchObject({ name: 'Two' });
  expect(await draft(one)).toBe('');
});

test('a tab that only lay open brings nothing back to life', async () => {
  const [one, two] = await openTwo();
  await press(one, 'Send');
  await thanks(one);
  await two.bringToFront();
  await text(two, 'E-mail').focus();
  await two.close();
  await one.reload();
  expect(await draft(one)).toBe('');
  expect(await text(one, 'E-mail').inputValue()).toBe('');
  expect(final()).toHaveLength(1);
});

test('what was typed in the other tab before the first has sent is another submission, and not lost', async () => {
  const [one, two] = await openTwo();
  await type(two, 'Name', 'Two');
  await press(one, 'Send');
  await thanks(one);
  await press(two, 'Continue');
  await press(two, 'Send');
  await thanks(two);
  const [first, second] = final();
  expect(second?.['id']).not.toBe(first?.['id']);
  expect(second?.['answers']).toMatchObject({ name: 'Two' });
});

test('of a form that sends nothing early, both tabs are taken with what stood in each, and no draft comes back', async () => {
  const [one, two] = await openTwo(whole);
  await type(two, 'Name', 'Two');
  await press(one, 'Send');
  await thanks(one);
  await press(two, 'Continue');
  await press(two, 'Send');
  await thanks(two);
  expect(whole.submissions.map(({ final, answers }) => [final, answers])).toEqual([
    [true, { email: 'ada@x.example', note: 'from one' }],
    [true, { email: 'ada@x.example', name: 'Two', note: 'from one' }],
  ]);
  const [first, second] = whole.submissions;
  expect(second?.['id']).not.toBe(first?.['id']);
  await one.reload();
  await text(one, 'E-mail').waitFor();
  expect(await draft(one)).toBe('');
  expect(await text(one, 'E-mail').inputValue()).toBe('');
});
