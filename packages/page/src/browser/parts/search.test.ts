// Long lists to choose one from, searched by typing.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriers } from '../../../test/access.ts';
import { citiesForm, city, email, fillInCities, next, openCities } from '../../../test/cities-form.ts';
import { siteOf } from '../../../test/site.ts';

const site = siteOf(citiesForm());
const options = (page: Page) => page.getByRole('option').allTextContents();
const chosen = (page: Page) => page.locator('select[name=city]').inputValue();

test.each(['/', '/f/demo'])(
  'a long list is searched by typing and chosen from by keyboard: %s',
  async (path) => {
    const page = await openCities(site(), path);
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
  const page = await openCities(site());
  await city(page).fill('ch');
  expect(await options(page)).toEqual(['Chur', 'La Chaux-de-Fonds', 'Zürich', 'Schaffhausen']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await city(page).inputValue()).toBe('La Chaux-de-Fonds');
});

test('escape closes the list and leaves what was chosen; words that mean nothing change nothing', async () => {
  const page = await openCities(site());
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
    const page = await openCities(site());
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
  const page = await openCities(site());
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
  const page = await openCities(site());
  await email(page).fill('ada@nwosu.example');
  await next(page);
  expect(await city(page).getAttribute('aria-invalid')).toBe('true');
  expect(await city(page).evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(await city(page).getAttribute('aria-describedby')).toBe('baton-city-help baton-city-error');
});

test('what was chosen is there again after a reload, and what the website fills in is shown', async () => {
  const page = await openCities(site());
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

test('nothing of this is a barrier: list open, hint given, everything looked over', async () => {
  const page = await openCities(site(), '/f/demo');
  await email(page).fill('ada@gmial.com');
  await email(page).press('Tab');
  await page.getByRole('button', { name: /Did you mean/ }).waitFor();
  await city(page).fill('b');
  expect(await barriers(page)).toEqual([]);
  await city(page).fill('nowhere');
  expect(await barriers(page)).toEqual([]);
  await email(page).fill('ada@gmail.com');
  await fillInCities(page);
  expect(await barriers(page)).toEqual([]);
});

test('without a script there is no step to look over, and a long list is a list', async () => {
  const context = await site().browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site().website.url}/f/demo`);
  expect(await page.getByText('Is everything right?').isVisible()).toBe(false);
  expect(await page.getByRole('combobox', { name: 'City' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Continue' }).isVisible()).toBe(true);
});
