// Websites that are in the form's way without meaning to be: old libraries, names that stand in for the browser's own,
// scripts that break, rules that reach everywhere.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, visit } from '../../test/browser.ts';
import { allAnswers, sendAll } from '../../test/demo-request.ts';
import { elsewhere, embedLine } from '../../test/elsewhere.ts';
import { demoRequest, publishFields } from '../../test/forms.ts';
import { oldLibrary, wrappedRequests } from '../../test/old-library.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;
let site: string;
let embed: string;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(demoRequest)]);
  site = elsewhere(website);
  embed = embedLine(website);
});

beforeEach(() => {
  website.submissions.length = 0;
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

async function open(html: string) {
  website.page('/site', html);
  return visit(browser, `${site}/site`);
}

const inBody = (html: string) => `<!doctype html><title>Site</title><body>${html}`;

test.each([
  ['an old library', oldLibrary],
  ['wrappers around what makes requests and listens', wrappedRequests],
  ['both', oldLibrary + wrappedRequests],
])('patched by %s, the page sends every answer as it is', async (_, scripts) => {
  const { page, complaints } = await open(inBody(scripts + embed));
  expect(await sendAll(page, website)).toEqual(allAnswers);
  expect(complaints).toEqual([]);
});

test.each([
  [
    'forms',
    '<form name="body"></form><form name="head"><input name="action"></form><form id="form" name="submit">',
  ],
  ['pictures', '<img name="Baton"><img name="batonForms"><img name="referrer">'],
  [
    'anything',
    '<a id="dataLayer"></a><p id="navigation"></p><p id="localStorage"></p><p id="fetch"></p><p id="trustedTypes">',
  ],
  ['the name of the window', '<script>window.name = "submit"; name = "form"; status = "send"</script>'],
])('%s called like the browser’s own things stand in nobody’s way', async (_, html) => {
  const { page, complaints } = await open(inBody(`${html}</p></form>${embed}`));
  expect(await sendAll(page, website)).toEqual(allAnswers);
  expect(complaints).toEqual([]);
});

test('a tag manager that breaks costs no answer', async () => {
  const { page } = await open(
    inBody(`<script>dataLayer = { push() { throw new Error('no consent'); } }</script>${embed}`),
  );
  expect(await sendAll(page, website)).toEqual(allAnswers);
});

const withNames = (...ids: readonly string[]) =>
  publishFields(...ids.map((id) => ({ id, kind: 'text', label: `The ${id}` }) as const));

test.each(['/site', '/f/demo'])('fields may be called like anything of the browser’s: %s', async (path) => {
  const ids = [
    'lang',
    'constructor',
    'consent',
    'track',
    'reset',
    'hidden',
    'append',
    'dataset',
    'name',
    'prefill',
  ];
  const own = await startWebsite(withNames(...ids));
  try {
    own.page('/site', inBody(oldLibrary + embedLine(own)));
    const { page, complaints } = await visit(browser, own.url + path);
    await page.getByRole('textbox', { name: 'The lang' }).fill('French');
    await page.getByRole('textbox', { name: 'The consent' }).fill('given');
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem(`baton:${location.origin}/f/demo`)))
      .toContain('given');
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'The constructor' }).inputValue()).toBe('');
    await page.getByRole('textbox', { name: 'The constructor' }).fill('Bauer');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(own.submissions[0]).toMatchObject({
      language: 'en',
      answers: { lang: 'French', consent: 'given', constructor: 'Bauer' },
      behaviours: [{ path }, { path }],
    });
    expect(complaints).toEqual([]);
  } finally {
    await own.close();
  }
});

test.each([
  ['font-size: 0', 'main { font-size: 0 }'],
  ['line-height: 0', 'main { line-height: 0 }'],
  [
    'everything hidden that is a form',
    'form, input, button, fieldset, label { display: none !important; opacity: 0 !important }',
  ],
  ['nothing to be pressed or seen', 'body { visibility: hidden; pointer-events: none; user-select: none }'],
  ['all: unset', '* { all: unset !important }'],
  ['all: revert', '* { all: revert !important }'],
  [
    'everything from right to left, in capitals, apart',
    '* { direction: rtl !important; text-transform: uppercase !important; letter-spacing: 1em !important }',
  ],
])('a page’s rules leave the form as it was: %s', async (_, css) => {
  const { page } = await open(inBody(`<style>${css}</style><main>${embed}</main>`));
  const label = page.getByText('Work e-mail');
  await label.waitFor();
  const box = await label.boundingBox();
  expect(box?.height).toBeGreaterThan(14);
  expect(await label.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThan(
    12,
  );
  expect(await sendAll(page, website)).toEqual(allAnswers);
});
