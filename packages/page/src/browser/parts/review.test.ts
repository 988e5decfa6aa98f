// What is looked over before it is sent.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from '../../../test/browser.ts';
import { citiesForm, city, fillInCities, next, openCities, press } from '../../../test/cities-form.ts';
import { fieldOfKind, publish } from '../../../test/forms.ts';
import { siteOf } from '../../../test/site.ts';
import { startWebsite } from '../../../test/website.ts';

const site = siteOf(citiesForm());

const rows = (page: Page) =>
  page
    .locator('.review div')
    .evaluateAll((all) =>
      all.map((row) => [row.querySelector('dt')?.textContent.trim(), row.querySelector('dd')?.textContent]),
    );

test('before sending, every answer is shown by its question', async () => {
  const page = await openCities(site());
  await fillInCities(page);
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
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(site().website.submissions).toHaveLength(1);
  expect(site().website.submissions[0]?.['answers']).toMatchObject({ city: 'c3', heard_other: '<b>Bea</b>' });
});

test('an answer is changed in its step, and the next press comes straight back', async () => {
  const page = await openCities(site());
  await fillInCities(page);
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
  const sized = await startWebsite(
    publish({ review: true, steps: [{ id: 's', title: 'You', fields: [fieldOfKind.text, size] }] }),
  );
  const { page } = await visit(site().browser, `${sized.url}/f/demo`);
  await page.getByText('large', { exact: true }).click();
  await next(page);
  await press(page, 'Change: Size');
  const large = page.getByRole('radio', { name: 'large' });
  expect(await large.evaluate((element) => element.matches(':focus'))).toBe(true);
  await sized.close();
});

test('what the website fills in while everything is looked over is what is shown', async () => {
  const page = await openCities(site());
  await fillInCities(page);
  await page.evaluate(() => {
    const prefill: unknown = Reflect.get(document.querySelector('baton-form') ?? {}, 'prefill');
    if (typeof prefill === 'function') prefill({ heard_other: 'Cyd', city: 'c2' });
  });
  expect(await rows(page)).toContainEqual(['Please say which', 'Cyd']);
  expect(await rows(page)).toContainEqual(['City', 'Basel']);
});

const answers = ['yes', 'no'].map((id) => ({ id, label: `The answer ${id}` }));
const many = Array.from({ length: 9 }, (_, index) => ({ id: `o${index}`, label: `The answer ${index}` }));
const discreet = siteOf(
  publish({
    review: true,
    steps: [
      {
        id: 'you',
        title: 'You',
        fields: [
          { id: 'email', kind: 'email', label: 'E-mail', required: true },
          { id: 'code', kind: 'text', label: 'Code', sensitive: true },
          { id: 'health', kind: 'choice', label: 'Health', sensitive: true, options: answers },
          { id: 'drugs', kind: 'choices', label: 'Drugs', sensitive: true, options: answers },
          { id: 'illness', kind: 'choice', label: 'Illness', sensitive: true, options: many },
          { id: 'pain', kind: 'rating', label: 'Pain', sensitive: true },
          { id: 'agree', kind: 'consent', label: 'Agree' },
          { id: 'none', kind: 'choice', label: 'None', sensitive: true, options: answers },
        ],
      },
    ],
  }),
);

test('what is sensitive is not shown, of whatever kind, only that there is an answer', async () => {
  const { page } = await visit(discreet().browser, discreet().website.url);
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByLabel('Code').fill('hunter2');
  await page.locator('[name=health][value=no]').check();
  await page.locator('[name=drugs][value=yes]').check();
  await page.locator('select[name=illness]').selectOption('o3');
  await page.locator('[name=pain][value="4"]').check();
  await page.getByLabel('Agree').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const rows = page.locator('.review div');
  await rows.first().waitFor();
  expect(
    await rows.evaluateAll((all) =>
      all.map((row) => [row.querySelector('dt')?.textContent.trim(), row.querySelector('dd')?.textContent]),
    ),
  ).toEqual([
    ['E-mail', 'ada@nwosu.example'],
    ['Code', '••••'],
    ['Health', '••••'],
    ['Drugs', '••••'],
    ['Illness', '••••'],
    ['Pain', '••••'],
    ['Agree', 'Yes'],
    ['None', '–'],
  ]);
});
