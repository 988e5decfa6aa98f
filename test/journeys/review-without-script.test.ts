// What a visitor whose browser runs no scripts is led through besides the steps: the review of all answers, consent,
// first values by the address that they gave. In a real browser against a real worker.
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromium } from '../chromium.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { objectIn, startBaton, type Baton } from '../faults/baton.ts';

const is = (field: string, value: string): object => ({
  combinator: 'and',
  rules: [{ field: `answer.${field}`, operator: '=', value }],
});

const reviewed = {
  format: 1,
  id: 'reviewed',
  name: 'Apply',
  language: 'en',
  review: true,
  steps: [
    {
      id: 'you',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', attribute: 'email', label: 'Work e-mail', required: true },
        { id: 'role', kind: 'choice', attribute: 'role', label: 'Role', required: true },
        { id: 'code', kind: 'text', label: 'Code', sensitive: true },
      ],
    },
    {
      id: 'firm',
      title: 'Your company',
      fields: [
        { id: 'site', kind: 'text', label: 'Domain', default: 'email_domain' },
        { id: 'home', kind: 'country', label: 'Country' },
        {
          id: 'goals',
          kind: 'choices',
          label: 'Goals',
          options: [
            { id: 'a', label: 'Faster' },
            { id: 'b', label: 'Better' },
          ],
        },
      ],
    },
    {
      id: 'team',
      title: 'Your team',
      shownWhen: is('role', 'manager'),
      fields: [{ id: 'size', kind: 'number', label: 'Team size', required: true }],
    },
  ],
  consent: { text: 'I agree.', required: true, marketing: { text: 'Write to me.' } },
  outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thank you' } }],
};

let baton: Baton;
let browser: Browser;

beforeAll(async () => {
  const { path, args } = await chromium();
  [baton, browser] = await Promise.all([startBaton([]), playwright.launch({ executablePath: path, args })]);
  await baton.api('/api/workspace', 'PUT', { ...smallWorkspace, destinations: [], forms: [reviewed] });
});

afterAll(async () => {
  await browser.close();
  await baton.close();
  expect(baton.bugs).toEqual([]);
});

async function open(path = '/f/reviewed'): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(baton.instance.url + path);
  return page;
}

async function press(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).click()]);
}

/** The first two steps, as a student at a company. */
async function toTheReview(page: Page, email: string): Promise<void> {
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByRole('radio', { name: 'Student' }).check();
  await page.getByLabel('Code').fill('4711');
  await press(page, 'Continue');
  await page.locator('select[name=home]').selectOption('DE');
  await page.getByRole('checkbox', { name: 'Faster' }).check();
  await page.getByRole('checkbox', { name: 'Better' }).check();
  await page.getByRole('checkbox', { name: 'I agree.' }).check();
  await press(page, 'Continue');
}

/** The list of all answers, by question. */
async function listed(page: Page): Promise<Record<string, string>> {
  const rows = await page.locator('.review div').all();
  const lines = await Promise.all(
    rows.map((row) => row.locator('dt, dd:not(:has(button))').allTextContents()),
  );
  return Object.fromEntries(lines.map(([question = '', answer = '']) => [question, answer]));
}

test('all answers are shown once more, and sent from there', async () => {
  const page = await open();
  expect(await page.getByRole('status').textContent()).toBe('Step 1 of 3');
  await toTheReview(page, 'ada@firm.example');
  expect(await page.title()).toBe('Is everything right? (Step 3 of 3) – Apply');
  expect(await listed(page)).toEqual({
    'Work e-mail': 'ada@firm.example',
    Role: 'Student',
    Code: '••••',
    Domain: 'firm.example',
    Country: 'Germany',
    Goals: 'Faster, Better',
    'I agree.': 'Yes',
    'Write to me.': 'No',
  });
  await page.reload();
  expect(await baton.all('submissions')).toEqual([]);
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const [stored = {}] = await baton.all('submissions');
  expect(objectIn(stored, 'answers')).toEqual({
    email: 'ada@firm.example',
    role: 'student',
    code: '4711',
    site: 'firm.example',
    home: 'DE',
    goals: ['a', 'b'],
  });
  expect(objectIn(stored, 'consent')).toMatchObject({ agreed: true, marketing: { given: false } });
});

test('an answer is bettered from the review, and the way leads straight back, by what became necessary', async () => {
  const page = await open();
  await toTheReview(page, 'bea@firm.example');
  await press(page, 'Change: Domain');
  expect(await page.locator(':focus').getAttribute('name')).toBe('site');
  await page.getByLabel('Domain').fill('other.example');
  await press(page, 'Continue');
  expect(await page.title()).toMatch(/^Is everything right/);
  expect((await listed(page))['Domain']).toBe('other.example');

  await press(page, 'Change: Role');
  await page.getByRole('radio', { name: 'Manager' }).check();
  await press(page, 'Continue');
  expect(await page.title()).toBe('Your team (Step 3 of 4) – Apply');
  expect(await page.locator('.problem').count()).toBe(0);
  await page.getByLabel('Team size').fill('7');
  await press(page, 'Continue');
  expect(await listed(page)).toMatchObject({ Role: 'Manager', 'Team size': '7' });

  await press(page, 'Back');
  expect(await page.title()).toMatch(/^Your team/);
  expect(await page.getByLabel('Team size').inputValue()).toBe('7');
  await press(page, 'Continue');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
});

test('consent that is required is demanded where it stands, before the review, and never ticked in advance', async () => {
  const page = await open('/f/reviewed?baton_consent=true&baton_marketing=on');
  await page.getByLabel('Work e-mail').fill('cleo@firm.example');
  await page.getByRole('radio', { name: 'Manager' }).check();
  await press(page, 'Continue');
  const agree = page.getByRole('checkbox', { name: 'I agree.' });
  // In the last step that everybody sees.
  expect(await agree.isVisible()).toBe(true);
  expect([await agree.isChecked(), await agree.getAttribute('required')]).toEqual([false, '']);
  expect(await page.getByRole('checkbox', { name: 'Write to me.' }).isChecked()).toBe(false);
  await press(page, 'Continue');
  expect(await page.title()).toMatch(/^Error: Your company/);
  expect(await page.getByRole('alert').first().innerText()).toContain(
    'I agree.: Please tick this box to go on.',
  );
  expect(await agree.getAttribute('aria-invalid')).toBe('true');
  await agree.check();
  await press(page, 'Continue');
  expect(await page.title()).toMatch(/^Your team/);
  await press(page, 'Back');
  expect(await agree.isChecked()).toBe(true);
});

test('what the address tells by its domain is filled in where it can be seen, and what the visitor wrote stays', async () => {
  const page = await open();
  await toTheReview(page, 'dan@gmail.com');
  expect((await listed(page))['Domain']).toBe('–');
  await press(page, 'Change: Work e-mail');
  await page.getByLabel('Work e-mail').fill('dan@Mail.Firm.example');
  await press(page, 'Continue');
  // Straight back, without having seen the question: nothing is written in its place.
  expect((await listed(page))['Domain']).toBe('–');
  await press(page, 'Back');
  await press(page, 'Back');
  await press(page, 'Continue');
  expect(await page.getByLabel('Domain').inputValue()).toBe('mail.firm.example');
  await page.getByLabel('Domain').fill('mine.example');
  await press(page, 'Back');
  await press(page, 'Continue');
  expect(await page.getByLabel('Domain').inputValue()).toBe('mine.example');
});
