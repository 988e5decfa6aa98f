// A form whose script brings what helps at its fields: hints at addresses, lists to search, answers to look over.
import { formLogic } from '@baton/form';
import { parseForm } from '@baton/form/document';
import type { Browser, Page } from 'playwright-core';
import type { PublishedForm } from '../src/render/index.ts';
import { visit } from './browser.ts';
import type { Website } from './website.ts';

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

export function citiesForm(): PublishedForm {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const form = parsed.value;
  return { form, version: 1, logic: formLogic(form, new Map()) };
}

/** The form with what searches its lists, which comes with the first touch. */
export async function openCities(
  { browser, website }: { readonly browser: Browser; readonly website: Website },
  path = '/',
): Promise<Page> {
  const { page } = await visit(browser, website.url + path);
  await email(page).focus();
  await city(page).waitFor();
  return page;
}

export const email = (page: Page) => page.getByRole('textbox', { name: 'E-mail' });
export const city = (page: Page) => page.getByRole('combobox', { name: 'City' }).and(page.locator('input'));
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const next = (page: Page) => press(page, 'Continue');

/** Fills it in up to what is looked over. */
export async function fillInCities(page: Page): Promise<void> {
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
