import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../../test/browser.ts';
import { demoRequest, publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;
let hundred: Website;

/** A hundred questions, each in need of an answer. */
const questions = Array.from({ length: 100 }, (_, index) => ({
  id: `q${index}`,
  kind: 'text' as const,
  label: `Q${index}`,
  required: true,
}));
const manyQuestions = publish({
  steps: [{ id: 's', title: '', fields: questions }],
  translations: { ar: {}, pl: {} },
});

beforeAll(async () => {
  [browser, website, hundred] = await Promise.all([
    openBrowser(),
    startWebsite(demoRequest),
    startWebsite(manyQuestions),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([website.close(), hundred.close()]);
});

/** The languages of the forms in a page, and the scripts that brought them. */
async function spokenIn(html: string, policy?: string) {
  website.page('/page', html, policy === undefined ? {} : { 'content-security-policy': policy });
  const { page, complaints } = await visit(browser, 'about:blank');
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('demo.js')) scripts.push(request.url().slice(website.url.length));
  });
  await page.goto(`${website.url}/page`);
  await page.locator('form').first().waitFor();
  const forms = await page.locator('form').all();
  const languages = await Promise.all(forms.map((form) => form.getAttribute('lang')));
  return { languages, scripts, complaints };
}

const tag = '<script async src="/f/demo.js"></script>';
const original = ['/f/demo.js'];
const corrected = ['/f/demo.js', '/f/demo.js?lang=de-at'];

test('a form speaks the language of the page around it, asked for once more where it came in another', async () => {
  expect(await spokenIn(`<html lang="de-AT"><body>${tag}`)).toEqual({
    languages: ['de'],
    scripts: corrected,
    complaints: [],
  });
  // The part of the page where it stands counts, and a script in the head serves the elements of the page.
  expect(await spokenIn(`<html lang="en"><body><div lang="de_AT">${tag}</div>`)).toMatchObject({
    languages: ['de'],
  });
  const inHead = `<html lang="de-AT"><head>${tag}</head><body><baton-form form="demo"></baton-form>`;
  expect(await spokenIn(inHead)).toMatchObject({ languages: ['de'], scripts: corrected });
});

test('nothing is asked for twice where it is the same language, one the form does not speak, or one was told', async () => {
  for (const language of ['en-GB', 'fr', '', '!']) {
    expect(await spokenIn(`<html lang="${language}"><body>${tag}`)).toEqual({
      languages: ['en'],
      scripts: original,
      complaints: [],
    });
  }
  const told = '<script src="/f/demo.js?lang=en"></script>';
  expect(await spokenIn(`<html lang="de"><body>${told}`)).toMatchObject({
    languages: ['en'],
    scripts: ['/f/demo.js?lang=en'],
  });
});

test('asking again keeps to a strict policy by nonce, and to what the tag says', async () => {
  const strict = `default-src 'none'; script-src 'nonce-abc'; connect-src ${website.url}`;
  const page = '<html lang="de"><body><script nonce="abc" data-x="1" src="/f/demo.js"></script>';
  expect(await spokenIn(page, strict)).toMatchObject({ languages: ['de'], complaints: [] });
});

test.each([
  [
    'ar',
    {
      1: 'هناك إجابة واحدة تحتاج إلى مراجعة.',
      2: 'هناك إجابتان تحتاجان إلى مراجعة.',
      3: 'هناك 3 إجابات تحتاج إلى مراجعة.',
      11: 'هناك 11 إجابة تحتاج إلى مراجعة.',
      100: 'هناك 100 إجابة تحتاج إلى مراجعة.',
    },
  ],
  [
    'pl',
    {
      1: 'Jedna odpowiedź wymaga sprawdzenia.',
      2: '2 odpowiedzi wymagają sprawdzenia.',
      3: '3 odpowiedzi wymagają sprawdzenia.',
      11: '11 odpowiedzi wymaga sprawdzenia.',
      100: '100 odpowiedzi wymaga sprawdzenia.',
    },
  ],
] as const)('how many answers are wrong is said as %s counts', async (language, expected) => {
  hundred.page('/page', `<html lang="${language}"><body>${tag}`);
  const { page } = await visit(browser, `${hundred.url}/page`);
  await page.locator('form[novalidate]').waitFor();
  const said: Record<string, string> = {};
  for (const count of Object.keys(expected).map(Number).toReversed()) {
    const answers = Object.fromEntries(questions.slice(count).map(({ id }) => [id, 'x']));
    await page.locator('baton-form').evaluate((host, answers) => {
      const prefill: unknown = Reflect.get(host, 'prefill');
      if (typeof prefill === 'function') prefill(answers);
    }, answers);
    await page.locator('.send').click();
    said[count] = (await page.locator('.notice').textContent()) ?? '';
    expect(await page.locator('[aria-invalid=true]').count()).toBe(count);
  }
  expect(said).toEqual(expected);
});
