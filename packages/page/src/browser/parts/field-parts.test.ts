// What parts of the script add to fields: hints at addresses, searching in long lists, looking over before sending.
import { formLogic } from '@baton/form';
import { parseForm } from '@baton/form/document';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../../../test/access.ts';
import { openBrowser, visit } from '../../../test/browser.ts';
import { fieldOfKind, publish, publishFields } from '../../../test/forms.ts';
import { startWebsite } from '../../../test/website.ts';
import type { Website } from '../../../test/website.ts';

const cities = [
  'Zürich',
  'Genève',
  'Basel',
  'Bern',
  'Lausanne',
  'Winterthur',
  'Luzern',
  'St. Gallen',
  'Lugano',
]
  .concat(['Biel', 'Thun', 'Köniz', 'La Chaux-de-Fonds', 'Fribourg', 'Schaffhausen', 'Chur', 'Vernier'])
  .map((label, index) => ({ id: `c${index}`, label }));

const parsed = parseForm(
  {
    format: 1,
    id: 'demo',
    name: 'Demo',
    review: true,
    steps: [
      {
        id: 'you',
        title: 'About you',
        fields: [
          {
            id: 'email',
            kind: 'email',
            label: 'E-mail',
            required: true,
            business: 'warn',
            businessText: 'Work mail?',
          },
          {
            id: 'city',
            kind: 'choice',
            label: 'City',
            required: true,
            options: cities,
            help: 'Type to find it.',
          },
          { id: 'land', kind: 'country', label: 'Country' },
          { id: 'secret', kind: 'text', label: 'Secret', sensitive: true },
        ],
      },
      {
        id: 'more',
        title: 'More',
        fields: [
          {
            id: 'heard',
            kind: 'choices',
            label: 'How did you hear of us?',
            other: true,
            options: [{ id: 'ad', label: 'An ad' }],
          },
          { id: 'news', kind: 'consent', label: 'Send me news' },
          { id: 'words', kind: 'statement', text: 'Nearly there' },
        ],
      },
    ],
  },
  { catalogue: new Map(), behaviours: null, tiers: null },
);

let browser: Browser;
let website: Website;

beforeAll(async () => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const form = parsed.value;
  [browser, website] = await Promise.all([
    openBrowser(),
    startWebsite({ form, version: 1, logic: formLogic(form, new Map()) }),
  ]);
  website.page('/embed', '<!doctype html><body><script src="/f/demo.js"></script>');
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

async function open(path = '/embed'): Promise<Page> {
  const { page } = await visit(browser, website.url + path);
  // What searches a list comes with the first touch of the form.
  await email(page).focus();
  await city(page).waitFor();
  return page;
}

const email = (page: Page) => page.getByRole('textbox', { name: 'E-mail' });
const city = (page: Page) => page.getByRole('combobox', { name: 'City' }).and(page.locator('input'));
const options = (page: Page) => page.getByRole('option').allTextContents();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const next = (page: Page) => press(page, 'Continue');
const chosen = (page: Page) => page.locator('select[name=city]').inputValue();

test('a slip in an address is offered for correction, and taken over by a press', async () => {
  const page = await open();
  await email(page).fill('ada@gmial.com');
  await email(page).press('Tab');
  const offer = page.getByRole('button', { name: 'Did you mean ada@gmail.com?' });
  await offer.waitFor();
  // It is said where it is heard, and nothing is wrong with the field.
  expect(await offer.evaluate((element) => element.closest('[aria-live=polite]') !== null)).toBe(true);
  expect(await email(page).getAttribute('aria-invalid')).toBe('false');
  await offer.click();
  expect(await email(page).inputValue()).toBe('ada@gmail.com');
  expect(await email(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await offer.count()).toBe(0);
});

test('a hint moves nothing away from under what presses it, however late it comes', async () => {
  const { text, email: mail, consent } = fieldOfKind;
  const site = await startWebsite(publishFields(text, mail, consent));
  const { page } = await visit(browser, `${site.url}/f/demo`);
  const box = page.getByRole('checkbox', { name: 'Consent' });
  const hint = page.getByRole('button', { name: /^Did you mean/ });
  const parts = '**/parts/hints.js*';
  const typed = page.getByRole('textbox', { name: 'Email' });
  let letIn = (): void => undefined;
  const isLetIn = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route(parts, async (route) => {
    await isLetIn;
    await route.continue();
  });

  // The first time they are loaded, while something is pressed.
  await typed.fill('ada@gmial.com');
  await box.hover();
  const asked = page.waitForRequest(parts);
  await page.mouse.down();
  await asked;
  const come = page.waitForResponse(parts);
  letIn();
  await come;
  await page.evaluate(() => new Promise((resolve) => void setTimeout(resolve, 50)));
  await page.mouse.up();
  await hint.waitFor();
  expect(await box.isChecked()).toBe(true);

  // From then on they are there at once.
  await typed.fill('ada@nwosu.example');
  await typed.press('Tab');
  await expect.poll(() => hint.count()).toBe(0);
  await typed.fill('ada@gmial.com');
  await box.click();
  await hint.waitFor();
  expect(await box.isChecked()).toBe(false);
  await site.close();
});

test('a private address and one for an hour are told of in the marketer’s words, and go on all the same', async () => {
  const page = await open();
  for (const unwelcome of ['ada@gmail.com', 'ada@mailinator.com']) {
    await email(page).fill(unwelcome);
    await email(page).press('Tab');
    await page.getByText('Work mail?').waitFor();
    expect(await email(page).getAttribute('aria-invalid')).toBe('false');
    await email(page).fill('ada@nwosu.example');
    await email(page).press('Tab');
    await expect.poll(() => page.getByText('Work mail?').count()).toBe(0);
  }
});

test.each(['/embed', '/f/demo'])(
  'a long list is searched by typing and chosen from by keyboard: %s',
  async (path) => {
    const page = await open(path);
    await city(page).focus();
    await page.keyboard.type('zur');
    expect(await options(page)).toEqual(['Zürich']);
    expect(await city(page).getAttribute('aria-expanded')).toBe('true');
    const active = await city(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).textContent()).toBe('Zürich');
    await page.keyboard.press('Enter');
    expect(await city(page).inputValue()).toBe('Zürich');
    expect(await chosen(page)).toBe('c0');
    expect(await city(page).getAttribute('aria-expanded')).toBe('false');
    // The form was not sent on by that key.
    expect(await page.getByRole('heading', { name: 'More' }).count()).toBe(0);
  },
);

test('what begins so comes first, then words that do, then the rest', async () => {
  const page = await open();
  await city(page).fill('ch');
  expect(await options(page)).toEqual(['Chur', 'La Chaux-de-Fonds', 'Zürich', 'Schaffhausen']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await city(page).inputValue()).toBe('La Chaux-de-Fonds');
});

test('escape closes the list and leaves what was chosen; words that mean nothing change nothing', async () => {
  const page = await open();
  await city(page).fill('Bern');
  await page.keyboard.press('Tab');
  expect(await chosen(page)).toBe('c3');
  await city(page).fill('Bas');
  await page.keyboard.press('Escape');
  expect(await city(page).inputValue()).toBe('Bern');
  await city(page).fill('nowhere');
  await page.getByText('Nothing found').waitFor();
  await page.keyboard.press('Tab');
  expect(await city(page).inputValue()).toBe('Bern');
  await city(page).fill('');
  await page.keyboard.press('Tab');
  expect(await chosen(page)).toBe('');
});

test.each([500, 200])(
  'a list that opens at the end of what is in sight is brought into it: %i px',
  async (height) => {
    const page = await open();
    await city(page).focus();
    await page.setViewportSize({ width: 390, height });
    await page.evaluate(() => document.body.style.setProperty('margin-block-end', '600px'));
    await city(page).evaluate((input, bottom) => {
      scrollBy(0, input.getBoundingClientRect().bottom - bottom);
    }, height - 5);
    await city(page).click();
    const edges = (name: 'listbox' | 'combobox') =>
      page.getByRole(name, { name: 'City' }).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return { top, bottom };
      });
    expect((await edges('combobox')).top).toBeGreaterThanOrEqual(0);
    if (height > 400) expect((await edges('listbox')).bottom).toBeLessThanOrEqual(height);
    else expect((await edges('listbox')).top).toBeLessThan(height / 2);
  },
);

test('a list is opened and chosen from by pointer, and countries can be searched as well', async () => {
  const page = await open();
  await city(page).click();
  await page.getByRole('option', { name: 'Thun' }).click();
  expect(await chosen(page)).toBe('c10');
  const country = page.getByRole('combobox', { name: 'Country' }).and(page.locator('input'));
  await country.fill('cote');
  expect(await options(page)).toEqual(['Côte d’Ivoire']);
  await page.getByRole('option').click();
  expect(await page.locator('select[name=land]').inputValue()).toBe('CI');
});

test('what is missing is said at what people use, and the focus goes there', async () => {
  const page = await open();
  await email(page).fill('ada@nwosu.example');
  await next(page);
  expect(await city(page).getAttribute('aria-invalid')).toBe('true');
  expect(await city(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await city(page).getAttribute('aria-describedby')).toBe('baton-city-help baton-city-error');
});

test('what was chosen is there again after a reload, and what the website fills in is shown', async () => {
  const page = await open();
  await city(page).fill('Biel');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.values(localStorage))), { timeout: 2000 })
    .toContain('c9');
  await page.reload();
  await email(page).focus();
  await expect.poll(() => city(page).inputValue()).toBe('Biel');
  await page.evaluate(() => {
    const host: unknown = document.querySelector('baton-form');
    Object(host).prefill({ city: 'c0' });
  });
  expect(await city(page).inputValue()).toBe('Zürich');
});

async function fillIn(page: Page): Promise<void> {
  await email(page).fill('ada@nwosu.example');
  await city(page).fill('Bern');
  await page.getByRole('textbox', { name: 'Secret' }).fill('hunter2');
  await next(page);
  await page.getByLabel('An ad').check();
  await page.getByLabel('Other', { exact: true }).check();
  await page.getByRole('textbox', { name: /Please say which/ }).fill('<b>Bea</b>');
  await next(page);
  await page.getByText('Is everything right?').waitFor();
}

const rows = (page: Page) =>
  page
    .locator('.review div')
    .evaluateAll((all) =>
      all.map((row) => [row.querySelector('dt')?.textContent.trim(), row.querySelector('dd')?.textContent]),
    );

test('what only the worker can refuse is said at its field in the marketer’s words, and can be corrected', async () => {
  const refusing = await startWebsite(
    publishFields({
      id: 'email',
      kind: 'email',
      label: 'E-mail',
      required: true,
      business: 'refuse',
      businessText: 'Your office’s, please.',
    }),
  );
  const { page } = await visit(browser, `${refusing.url}/f/demo`);
  const refusal = { code: 'not_business', path: ['answers', 'email'], params: { field: 'email' } };
  refusing.answers.push({ status: 422, body: { issues: [refusal] } });
  await email(page).fill('ada@gmail.com');
  await press(page, 'Send');
  await page.getByText('Your office’s, please.').waitFor();
  expect(await email(page).getAttribute('aria-invalid')).toBe('true');
  expect(await email(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  await email(page).fill('ada@nwosu.example');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const [first, second] = refusing.submissions;
  expect(second?.['answers']).toEqual({ email: 'ada@nwosu.example' });
  expect(second?.['id']).not.toBe(first?.['id']);
  await refusing.close();
});

test('before sending, every answer is shown by its question', async () => {
  const page = await open();
  await fillIn(page);
  expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toBe(
    'Is everything right?',
  );
  expect(await rows(page)).toEqual([
    ['E-mail', 'ada@nwosu.example'],
    ['City', 'Bern'],
    ['Country', '–'],
    ['Secret', '••••'],
    ['How did you hear of us?', 'An ad, Other'],
    ['Please say which', '<b>Bea</b>'],
    ['Send me news', 'No'],
  ]);
  website.submissions.length = 0;
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions).toHaveLength(1);
  expect(website.submissions[0]?.['answers']).toMatchObject({ city: 'c3', heard_other: '<b>Bea</b>' });
});

test('an answer is changed in its step, and the next press comes straight back', async () => {
  const page = await open();
  await fillIn(page);
  await press(page, 'Change: City');
  expect(await city(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  await city(page).fill('Basel');
  await next(page);
  await page.getByText('Is everything right?').waitFor();
  expect(await rows(page)).toContainEqual(['City', 'Basel']);
  // Back is where it always was.
  await press(page, 'Back');
  expect(await page.getByText('More', { exact: true }).isVisible()).toBe(true);
});

test('who changes one of several choices stands at the one that they chose', async () => {
  const options = ['small', 'large'].map((id) => ({ id, label: id }));
  const size = { id: 'size', kind: 'choice', label: 'Size', options } as const;
  const site = await startWebsite(
    publish({ review: true, steps: [{ id: 's', title: 'You', fields: [fieldOfKind.text, size] }] }),
  );
  const { page } = await visit(browser, `${site.url}/f/demo`);
  await page.getByText('large', { exact: true }).click();
  await next(page);
  await press(page, 'Change: Size');
  const large = page.getByRole('radio', { name: 'large' });
  expect(await large.evaluate((element) => element.matches(':focus'))).toBe(true);
  await site.close();
});

test('what the website fills in while everything is looked over is what is shown', async () => {
  const page = await open();
  await fillIn(page);
  await page.evaluate(() => {
    const prefill: unknown = Reflect.get(document.querySelector('baton-form') ?? {}, 'prefill');
    if (typeof prefill === 'function') prefill({ heard_other: 'Cyd', city: 'c2' });
  });
  expect(await rows(page)).toContainEqual(['Please say which', 'Cyd']);
  expect(await rows(page)).toContainEqual(['City', 'Basel']);
});

test('nothing of this is a barrier: list open, hint given, everything looked over', async () => {
  const page = await open('/f/demo');
  await email(page).fill('ada@gmial.com');
  await email(page).press('Tab');
  await page.getByRole('button', { name: /Did you mean/ }).waitFor();
  await city(page).fill('b');
  expect(await barriers(page)).toEqual([]);
  await city(page).fill('nowhere');
  expect(await barriers(page)).toEqual([]);
  await email(page).fill('ada@gmail.com');
  await fillIn(page);
  expect(await barriers(page)).toEqual([]);
});

test('without a script there is no step to look over, and a long list is a list', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${website.url}/f/demo`);
  expect(await page.getByText('Is everything right?').isVisible()).toBe(false);
  expect(await page.getByRole('combobox', { name: 'City' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Continue' }).isVisible()).toBe(true);
});
