// Websites whose Content-Security-Policy allows as little as can be, by allowlist and by nonce, on another origin than
// the form's. Where a policy lets less through than the form needs, the console says what, and nothing typed is lost.
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../../test/browser.ts';
import { elsewhere, embedLine } from '../../test/elsewhere.ts';
import { publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const salt = 'c0ffee00c0ffee00c0ffee00?expires=1900000000&form=demo&';
const cities = Array.from({ length: 20 }, (_, index) => ({ id: `c${index}`, label: `City ${index}` }));
const form = publish({
  protection: { proofOfWork: true },
  steps: [
    {
      id: 'you',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', label: 'E-mail', required: true },
        { id: 'city', kind: 'choice', label: 'City', options: cities },
      ],
    },
  ],
});

let browser: Browser;
let website: Website;
let site: string;

beforeAll(async () => {
  [browser, website] = await Promise.all([openBrowser(), startWebsite(form)]);
  site = elsewhere(website);
  const challenge = createHash('sha256').update(`${salt}900`).digest('hex');
  const work = { algorithm: 'SHA-256', challenge, maxnumber: 1000, salt, signature: 'signed' };
  website.page('/f/demo/challenge', JSON.stringify(work), { 'access-control-allow-origin': '*' });
});

afterAll(async () => {
  await browser.close();
  await website.close();
});

/** A page of another website under this policy; `{worker}` stands for the form's origin. */
async function open(policy: string, body = embedLine(website, 'nonce="abc"')) {
  website.page('/site', `<!doctype html><title>Site</title><body><main>${body}</main>`, {
    'content-security-policy': policy.replaceAll('{worker}', website.url),
  });
  return visit(browser, `${site}/site`);
}

const email = (page: Page) => page.getByRole('textbox', { name: 'E-mail' });
const send = (page: Page) => page.getByRole('button', { name: 'Send' });

/** Fills in, with what is loaded on demand, and sends. */
async function sendFrom(page: Page): Promise<Record<string, unknown> | undefined> {
  website.submissions.length = 0;
  await email(page).fill('ada@gmial.com');
  await page.getByRole('combobox', { name: 'City' }).and(page.locator('input')).fill('City 7');
  await page.getByRole('option', { name: 'City 7' }).click();
  await page.getByRole('button', { name: 'gmail.com' }).click();
  await send(page).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  return website.submissions[0];
}

const allowed = `default-src 'none'; connect-src {worker}`;
const worker = 'worker-src blob:';
test.each([
  ['by allowlist', `${allowed}; script-src {worker}; ${worker}`],
  ['by nonce', `${allowed}; script-src 'nonce-abc'; ${worker}`],
  ['by nonce and strict-dynamic', `${allowed}; script-src 'nonce-abc' 'strict-dynamic'; ${worker}`],
  [
    'with nothing else that may be forbidden',
    `${allowed}; script-src {worker}; ${worker}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; img-src 'none'`,
  ],
])('the strictest policy that lets the form in breaks nothing of it: %s', async (_, policy) => {
  const { page, complaints } = await open(policy);
  const background = await send(page).evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(background).toBe('rgb(79, 96, 228)');
  expect(await sendFrom(page)).toMatchObject({ answers: { email: 'ada@gmail.com', city: 'c7' } });
  expect(complaints).toEqual([]);
});

test.each([
  ['no word of workers', `${allowed}; script-src {worker}`],
  [
    'Trusted Types',
    `${allowed}; script-src {worker}; ${worker}; require-trusted-types-for 'script'; trusted-types baton`,
  ],
])('where the browser may do no work in the background, it does it in the page: %s', async (_, policy) => {
  const { page, complaints } = await open(policy);
  const { proof } = { proof: '', ...(await sendFrom(page)) };
  expect(JSON.parse(atob(proof))).toMatchObject({ number: 900 });
  expect(complaints).toHaveLength(1);
  expect(complaints.join()).toMatch(/worker|TrustedScriptURL/);
});

test('forms of several scripts stand on a page that demands Trusted Types', async () => {
  const policy = `${allowed}; script-src {worker}; require-trusted-types-for 'script'; trusted-types baton 'allow-duplicates'`;
  const { page, complaints } = await open(
    policy,
    embedLine(website).repeat(2) + '<baton-form form="demo"></baton-form>',
  );
  await email(page).waitFor();
  await page.evaluate(`document.querySelector('main').append(document.createElement('baton-form'));
    document.querySelector('baton-form:last-child').setAttribute('form', 'demo');
    document.querySelector('main').append(document.querySelector('baton-form:last-child'))`);
  await expect.poll(() => email(page).count()).toBe(2);
  expect(complaints).toEqual([]);
});

test('a page whose Trusted Types leave the form out says so, and leads to the form’s own page', async () => {
  const policy = `${allowed}; script-src {worker}; require-trusted-types-for 'script'; trusted-types other`;
  const { page, complaints } = await open(policy);
  await page.getByRole('link', { name: `${website.url}/f/demo` }).click();
  await email(page).waitFor();
  expect(complaints.join()).toMatch(/'baton' violates .*trusted-types other/);
});

test('what a page put into the element itself stays where the form cannot be', async () => {
  const policy = `${allowed}; script-src {worker}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const own = '<baton-form form="demo"><a href="/ask">Ask us</a></baton-form>';
  const { page } = await open(policy, own + embedLine(website));
  await expect.poll(() => page.evaluate('window.batonForms')).toBeDefined();
  expect(await page.locator('baton-form').textContent()).toBe('Ask us');
  await open(`default-src 'none'`, own + embedLine(website));
  expect(await page.locator('baton-form').textContent()).toBe('Ask us');
});

test('where parts that come later are kept out, the console says which, and the form does without', async () => {
  const { page, complaints } = await open(`${allowed}; script-src {worker}/f/demo.js; worker-src blob:`);
  await email(page).fill('ada@gmial.com');
  await page.getByRole('combobox', { name: 'City' }).selectOption('City 7');
  await send(page).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  for (const part of ['hints', 'search']) {
    expect(complaints.join()).toMatch(
      new RegExp(`${website.url}/f/parts/${part}.js[^]* violates[^]*script-src`),
    );
  }
});

test('where the form may not connect, the console says to where, and what was typed is there again', async () => {
  const { page, complaints } = await open(`default-src 'none'; script-src {worker}`);
  await email(page).fill('ada@nwosu.example');
  await send(page).click();
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Still sending');
  expect(complaints.join()).toMatch(
    new RegExp(`connect[^]*${website.url}/f/demo/submissions[^]*violates[^]*default-src 'none'`, 'i'),
  );
  await page.reload();
  expect(await email(page).inputValue()).toBe('ada@nwosu.example');
});
