import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { demoRequest, everyKind } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;
let kinds: Website;

beforeAll(async () => {
  [browser, website, kinds] = await Promise.all([
    openBrowser(),
    startWebsite(demoRequest),
    startWebsite(everyKind),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([website.close(), kinds.close()]);
});

const open = async (site: Website, query = '', options: BrowserContextOptions = {}) =>
  (await visit(browser, `${site.url}/f/demo${query}`, options)).page;
const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const progress = (page: Page) => page.getByRole('status').textContent();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

test('a field shows while its condition holds, is demanded then, and is sent only then', async () => {
  const page = await open(website);
  const team = text(page, 'Team size required');
  expect(await team.isVisible()).toBe(false);
  await page.getByText('I lead a team').click();
  expect(await team.isVisible()).toBe(true);
  expect(await page.locator('[data-field=team] .must').isVisible()).toBe(true);
  await press(page, 'Continue');
  expect(await team.getAttribute('aria-invalid')).toBe('true');
  await team.fill('12');
  await fillIn(page);
  website.submissions.length = 0;
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions[0]?.['answers']).not.toHaveProperty('team');
});

test('a message that appears where the focus leaves takes no press away from what is pressed', async () => {
  const page = await open(website);
  await page.getByLabel('Work e-mail').pressSequentially('nobody');
  const choice = page.getByRole('radio', { name: 'I lead a team' });
  const box = await page.getByText('I lead a team').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 8, (box?.y ?? 0) + 4];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
  expect(await choice.isChecked()).toBe(true);
  await expect.poll(() => page.getByLabel('Work e-mail').getAttribute('aria-invalid')).toBe('true');
});

test('the mark of what must be answered follows its condition, answered or not, and comes back with a draft', async () => {
  const page = await open(website);
  const mark = page.locator('[data-field=team] .must');
  await page.getByText('I lead a team').click();
  await text(page, 'Team size required').fill('12');
  expect(await mark.isVisible()).toBe(true);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem(`baton:${location.origin}/f/demo`)), {
      timeout: 1000,
    })
    .toContain('"12"');
  await page.reload();
  expect(await text(page, 'Team size required').inputValue()).toBe('12');
  expect(await mark.isVisible()).toBe(true);
});

test('the title that takes the focus after sending is read out, not framed', async () => {
  const page = await open(website);
  await fillIn(page);
  await page.getByRole('button', { name: 'Send' }).focus();
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { name: 'Thank you' });
  await title.waitFor();
  expect(await focused(page)).toContain('Thank you');
  expect(await title.evaluate((element) => getComputedStyle(element).outlineWidth)).toBe('0px');
});

test('steps come one at a time, say how far it is, and take the focus to their title', async () => {
  const page = await open(website);
  expect(await progress(page)).toBe('Step 1 of 3');
  expect(await page.getByRole('button', { name: 'Back' }).isVisible()).toBe(false);
  expect(await page.getByRole('group', { name: 'Your company' }).isVisible()).toBe(false);
  await fillIn(page);
  expect(await progress(page)).toBe('Step 3 of 3');
  expect(await focused(page)).toBe('What you need');
  await press(page, 'Back');
  expect(await progress(page)).toBe('Step 2 of 3');
  expect(await focused(page)).toBe('Your company');
  expect(await text(page, 'Company').inputValue()).toBe('Nwosu');
});

test('a step whose condition fails is left out', async () => {
  const page = await open(kinds);
  await text(page, 'Email').fill('a@b.example');
  expect(await progress(page)).toBe('Step 1 of 2');
  await page.getByText('B', { exact: true }).first().click();
  expect(await progress(page)).toBe('Step 1 of 3');
  await page.getByText('A', { exact: true }).first().click();
  await press(page, 'Continue');
  expect(await focused(page)).toBe('Last');
  expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(true);
});

test('a field is checked when it is left, not while it is typed', async () => {
  const page = await open(website);
  const email = text(page, 'Work e-mail');
  await email.focus();
  await text(page, 'Name').focus();
  expect(await email.getAttribute('aria-invalid')).toBe('false');
  await email.pressSequentially('ada');
  expect(await email.getAttribute('aria-invalid')).toBe('false');
  await email.press('Tab');
  expect(await email.getAttribute('aria-invalid')).toBe('true');
  expect(await email.getAttribute('aria-describedby')).toBe('baton-email-error');
  expect(await page.locator('#baton-email-error').textContent()).toContain('Please write an e-mail address');
  await email.fill('ada@b.example');
  expect(await email.getAttribute('aria-invalid')).toBe('false');
  expect(await page.locator('#baton-email-error').isVisible()).toBe(false);
});

test('Continue names how many answers are wanting and goes to the first', async () => {
  const page = await open(website);
  await press(page, 'Continue');
  expect(await page.getByRole('alert').textContent()).toBe('3 answers need another look.');
  expect(await text(page, 'Name').evaluate((control) => control.matches(':focus'))).toBe(true);
  await text(page, 'Name').fill('Ada');
  await text(page, 'Work e-mail').fill('a@b.example');
  await page.getByText('I study').click();
  expect(await page.getByRole('alert').textContent()).toBe('');
});

test('a press on Continue reaches it although a message appears above', async () => {
  const page = await open(website);
  await text(page, 'Name').fill('Ada');
  await page.getByText('I study').click();
  await text(page, 'Work e-mail').fill('not an address');
  const box = await page.getByRole('button', { name: 'Continue' }).boundingBox();
  if (!box) throw new Error('There is no button.');
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.down();
  await page.mouse.up();
  expect(await page.getByRole('alert').textContent()).toBe('One answer needs another look.');
});

test('every kind of field is read, sent and remembered', async () => {
  const page = await open(kinds, '?plan=pro');
  await text(page, 'Email').fill('A@B.example');
  await text(page, 'Text').fill('  words ');
  await text(page, 'Textarea').fill('one\ntwo');
  await text(page, 'Phone').fill('+49 30 1234567');
  await text(page, 'Website').fill('b.example');
  await text(page, 'Number').fill('2.5');
  await page.getByLabel('Date').fill('2026-11-22');
  await page.locator('select[name=f_country]').selectOption('FR');
  await page.getByRole('radio', { name: 'A' }).check();
  await page.getByRole('checkbox', { name: 'B' }).check();
  await page.getByRole('checkbox', { name: 'A', exact: true }).check();
  await page.getByRole('radio', { name: '4' }).check();
  await page.getByRole('checkbox', { name: 'Consent' }).check();
  await text(page, 'Elements').fill('e');
  await text(page, 'Submit').fill('s');
  await text(page, 'Style').fill('y');
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem(`baton:${location.origin}/f/demo`)))
    .toContain('"style":"y"');
  await page.reload();
  expect(await text(page, 'Number').inputValue()).toBe('');
  await text(page, 'Number').fill('2.5');
  await press(page, 'Continue');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(kinds.submissions.at(-1)?.['answers']).toEqual({
    f_email: 'a@b.example',
    f_text: 'words',
    f_textarea: 'one\ntwo',
    f_phone: '+49 30 1234567',
    f_url: 'https://b.example',
    f_number: 2.5,
    f_date: '2026-11-22',
    f_country: 'FR',
    f_choice: 'a',
    f_choices: ['a', 'b'],
    f_rating: 4,
    f_consent: true,
    f_hidden: 'pro',
    elements: 'e',
    submit: 's',
    style: 'y',
  });
});

test('what a password manager fills in without a word counts too', async () => {
  const page = await open(website);
  await page.getByText('I study').click();
  await page.evaluate(() => {
    for (const [name, value] of [
      ['name', 'Ada'],
      ['email', 'a@b.example'],
    ]) {
      const input = document.querySelector(`[name=${name}]`);
      if (input instanceof HTMLInputElement) input.value = value ?? '';
    }
  });
  await press(page, 'Continue');
  expect(await focused(page)).toBe('Your company');
});

test('a filled honeypot is told to the worker, an empty one is not', async () => {
  const page = await open(website);
  await fillIn(page);
  await page.locator('[name=baton_website]').evaluate((input) => {
    if (input instanceof HTMLInputElement) input.value = 'https://spam.example';
  });
  await page.getByText('Answer leads faster').click();
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions.at(-1)).toMatchObject({ trap: 'https://spam.example' });
});

test('countries have names in the visitor’s language, in the order of that language', async () => {
  website.page('/german', `<!doctype html><body><script src="/f/demo.js?language=de"></script>`);
  const { page } = await visit(browser, `${website.url}/german`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.keyboard.press('Tab');
  const options = page.locator('baton-form').locator('[name=country] option');
  await expect.poll(() => options.count()).toBeGreaterThan(200);
  const names = await options.allTextContents();
  expect(names.slice(0, 3)).toEqual(['Bitte wählen', 'Afghanistan', 'Ägypten']);
});

test('the form works from first to last by keyboard alone', async () => {
  const page = await open(website);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ada Nwosu');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@nwosu.example');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Your company');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Nwosu');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Germ');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('What you need');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions.at(-1)).toMatchObject({
    answers: {
      name: 'Ada Nwosu',
      role: 'manager',
      team: 7,
      company: 'Nwosu',
      size: 's1',
      country: 'DE',
      goals: ['speed'],
    },
  });
});
