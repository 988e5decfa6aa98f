// The hosted page for somebody whose browser runs no scripts: the worker leads through the steps, in a real browser
// against a real worker. What is stored is what the script would have stored.
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../../packages/page/test/access.ts';
import { chromium } from '../chromium.ts';
import { objectIn, startBaton, type Baton, type Json } from '../faults/baton.ts';
import { trialForm, trialWorkspace } from './plain-form.ts';

let baton: Baton;
let browser: Browser;

beforeAll(async () => {
  const { path, args } = await chromium();
  [baton, browser] = await Promise.all([startBaton([]), playwright.launch({ executablePath: path, args })]);
  await baton.api('/api/workspace', 'PUT', trialWorkspace);
});

afterAll(async () => {
  await browser.close();
  await baton.close();
  expect(baton.bugs).toEqual([]);
});

const plain = { javaScriptEnabled: false, locale: 'en-GB' } as const;

async function open(path: string, options: BrowserContextOptions = plain): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(baton.instance.url + path);
  return page;
}

/** Does what leads to another page, and waits until that is there. */
async function andLoad(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
  // A page takes no keys before it is drawn.
  await page.screenshot();
}

const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const press = (page: Page, name: string) => andLoad(page, () => click(page, name));
const enter = (page: Page) => andLoad(page, () => page.keyboard.press('Enter'));
const stored = (): Promise<Json[]> => baton.all('submissions');
const hidden = (page: Page, name: string) => page.locator(`input[name="${name}"]`).getAttribute('value');

/** Labels and titles in sight, in order. */
async function inSight(page: Page): Promise<string[]> {
  const texts = await page.locator('h1:visible, legend:visible, .label:visible').allTextContents();
  return texts.map((text) => text.replace(' *', ''));
}

/** The first two steps, as a manager. */
async function toTheLastStep(page: Page, email: string): Promise<void> {
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByRole('radio', { name: 'Manager' }).check();
  await press(page, 'Continue');
  await page.getByLabel('Team size').fill('12');
  await press(page, 'Continue');
  await page.getByRole('radio', { name: '11–50' }).check();
  await press(page, 'Continue');
}

test('one step at a time, only what is asked, each checked before the next, and stored once', async () => {
  const page = await open('/f/trial');
  expect(await inSight(page)).toEqual(['Start a trial', 'About you', 'Work e-mail', 'Name', 'Role']);
  expect(await page.getByRole('status').textContent()).toBe('Step 1 of 3');
  expect(await page.getByRole('button').count()).toBe(1);

  await page.getByLabel('Work e-mail').fill('no address');
  await press(page, 'Continue');
  expect(await page.title()).toBe('Error: About you (Step 1 of 3) – Start a trial');
  const alert = page.getByRole('alert').first();
  expect(await alert.getByRole('heading').textContent()).toBe('2 answers need another look.');
  expect(await page.locator(':focus').getAttribute('role')).toBe('alert');
  expect(await page.getByLabel('Work e-mail').inputValue()).toBe('no address');
  await alert.getByRole('link', { name: 'Role' }).click();
  expect(await page.locator(':focus').getAttribute('name')).toBe('role');
  expect(await page.getByLabel('Work e-mail').getAttribute('aria-invalid')).toBe('true');

  await page.getByLabel('Work e-mail').fill('ada@x.example');
  await page.getByRole('radio', { name: 'Manager' }).check();
  await press(page, 'Continue');
  // A question came up: it is asked before going on, in focus and without blame.
  expect(await page.title()).toBe('About you (Step 1 of 3) – Start a trial');
  expect(await page.locator(':focus').getAttribute('name')).toBe('team');
  expect(await page.locator('.problem').count()).toBe(0);
  await page.keyboard.type('12');
  await enter(page);

  expect(await inSight(page)).toEqual(['Start a trial', 'Your company', 'Company size', 'Country', 'Budget']);
  expect(await page.title()).toBe('Your company (Step 2 of 3) – Start a trial');
  await page.getByRole('radio', { name: '11–50' }).check();
  await page.getByLabel('Budget').fill('a secret');
  await press(page, 'Continue');
  await page.getByRole('checkbox', { name: 'Answer leads faster' }).check();
  const before = (await stored()).length;
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/f\/trial\/sent\/sub_/);
  await page.reload();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const submissions = await stored();
  expect(submissions).toHaveLength(before + 1);
  expect(submissions[0]).toMatchObject({
    version: 1,
    answers: {
      email: 'ada@x.example',
      role: 'manager',
      team: 12,
      size: '11-50',
      budget: 'a secret',
      goals: ['speed'],
    },
  });
});

test('back keeps everything, unchecked, and a branch that was left leaves no trace', async () => {
  const page = await open('/f/trial');
  await toTheLastStep(page, 'bea@x.example');
  await page.getByLabel('Anything else?').fill('not yet');
  await press(page, 'Back');
  expect(await page.getByRole('radio', { name: '11–50' }).isChecked()).toBe(true);
  await page.getByLabel('Budget').fill('nothing');
  await press(page, 'Back');
  expect(await page.getByLabel('Team size').inputValue()).toBe('12');
  expect(await page.getByRole('button', { name: 'Back' }).count()).toBe(0);

  await page.getByRole('radio', { name: 'Student' }).check();
  await press(page, 'Continue');
  expect(await page.getByRole('status').textContent()).toBe('Step 2 of 2');
  expect(await page.getByLabel('Anything else?').inputValue()).toBe('not yet');
  await press(page, 'Send');
  expect(await page.title()).toMatch(/^Error: What you need/);
  await page.getByRole('checkbox', { name: 'Answer leads faster' }).check();
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(objectIn((await stored())[0] ?? {}, 'answers')).toEqual({
    email: 'bea@x.example',
    role: 'student',
    goals: ['speed'],
    message: 'not yet',
  });
});

test("the browser's own back and reload lose nothing and send nothing twice", async () => {
  const page = await open('/f/open');
  await toTheLastStep(page, 'cleo@x.example');
  const id = await hidden(page, 'baton_id');
  await page.goBack();
  expect(await page.getByRole('status').textContent()).toBe('Step 2 of 3');
  expect(await page.getByRole('radio', { name: '11–50' }).isChecked()).toBe(true);
  await page.goForward();
  await page.reload();
  expect(await page.getByRole('status').textContent()).toBe('Step 3 of 3');
  expect(await hidden(page, 'baton_id')).toBe(id);
  await page.getByRole('checkbox', { name: 'Answer leads faster' }).check();
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const before = (await stored()).length;
  await page.goBack();
  await page.getByRole('checkbox', { name: 'Answer leads faster' }).check();
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await stored()).toHaveLength(before);
});

test('what is stored is what the script stores, with where the visit came from', async () => {
  const path = '/f/trial?utm_source=partner&utm_campaign=spring&plan=pro';
  const referer = 'https://partner.example/';
  let go = click;
  const fill = async (page: Page, email: string): Promise<void> => {
    await page.getByLabel('Work e-mail').fill(email);
    await page.getByRole('radio', { name: 'Manager' }).check();
    // With a script, the question is there at once.
    if (!(await page.getByLabel('Team size').isVisible())) await go(page, 'Continue');
    await page.getByLabel('Team size').fill('12');
    await go(page, 'Continue');
    await page.getByRole('radio', { name: '11–50' }).check();
    await page.locator('select[name=country]').selectOption('DE');
    await go(page, 'Continue');
    await page.getByLabel('Which partner sent you?').fill('Acme');
    await page.getByRole('checkbox', { name: 'Answer leads faster' }).check();
    await page.getByLabel('Anything else?').fill('two\nlines "quoted" <b>');
    await go(page, 'Send');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  };
  const records: Json[] = [];
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(baton.instance.url + path, { referer });
    go = javaScriptEnabled ? click : press;
    if (javaScriptEnabled) await page.locator('form[novalidate]').waitFor();
    await fill(page, `${javaScriptEnabled ? 'with' : 'without'}@same.example`);
    records.push((await stored())[0] ?? {});
  }
  const [scripted, led] = records.map(({ id: _id, lead: _lead, at: _at, answers, ...record }) => {
    const visit = objectIn(record, 'visit');
    // The script alone keeps a journal, and the browser tells its own device better than its name does.
    const { touches: _touches, visits: _visits, at: _began, ...told } = visit;
    return {
      ...record,
      visit: { ...told, device: 'any', language: String(visit['language']).slice(0, 2) },
      answers: { ...objectIn({ answers }, 'answers'), email: 'same' },
    };
  });
  expect(led).toEqual(scripted);
  expect(led).toMatchObject({
    answers: { plan: 'pro', partner: 'Acme', message: 'two\nlines "quoted" <b>' },
    visit: { referrer: referer, utm_campaign: 'spring', page_path: '/f/trial' },
  });
});

test('a version that is published on the way does not get in the way', async () => {
  const page = await open('/f/trial');
  await page.getByLabel('Work e-mail').fill('dan@x.example');
  await page.getByRole('radio', { name: 'Student' }).check();
  await press(page, 'Continue');
  const [you, ...others] = trialForm.steps;
  const more = { id: 'more', kind: 'text', label: 'More', required: true };
  const changed = {
    ...trialForm,
    name: 'Another',
    steps: [{ ...you, fields: [...(you?.fields ?? []), more] }, ...others],
  };
  await baton.api('/api/workspace', 'PUT', { format: 1, forms: [changed] });
  await page.getByRole('checkbox', { name: 'Answer leads faster' }).check();
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect((await stored())[0]).toMatchObject({ version: 1, answers: { email: 'dan@x.example' } });
  await baton.api('/api/workspace', 'PUT', { format: 1, forms: [trialForm] });
});

test('by keyboard alone', async () => {
  const page = await open('/f/open');
  const keys = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name);
  };
  await keys('Tab');
  await page.keyboard.type('eve@x.example');
  await keys('Tab', 'Tab', 'Space');
  await enter(page);
  await page.keyboard.type('3');
  await enter(page);
  // Straight on, without the one answer that is needed: the summary has the focus, its link leads to the field.
  await keys('Tab');
  await enter(page);
  expect(await page.title()).toMatch(/^Error: Your company/);
  await keys('Tab', 'Enter', 'Space');
  await enter(page);
  await keys('Tab', 'Space');
  await enter(page);
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect((await stored())[0]).toMatchObject({
    answers: { email: 'eve@x.example', role: 'manager', team: 3, size: '1-10', goals: ['speed'] },
  });
});

test.each([
  ['a desktop', { viewport: { width: 1280, height: 800 } }],
  ['320 pixels', { viewport: { width: 320, height: 640 } }],
  ['320 pixels in the dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
] as const)('nobody is shut out of any page: %s', async (_, options) => {
  const page = await open('/f/open', { ...plain, ...options });
  const looker = await browser.newContext({ ...options });
  const look = async (): Promise<void> => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width);
    // The same page where axe can run: it holds no script of its own.
    const copy = await looker.newPage();
    const html = await page.content();
    await copy.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: html.replace(/<script[^>]*>/, '<template>').replace('</script>', '</template>'),
      }),
    );
    await copy.goto(page.url());
    if (html.includes('data-waits')) {
      await copy.addStyleTag({
        content: '[data-waits],.go~.send{display:none!important}.go{display:block!important}',
      });
    }
    expect(await barriers(copy)).toEqual([]);
    await copy.close();
  };
  await look();
  await press(page, 'Continue');
  await look();
  await toTheLastStep(page, 'fay@x.example');
  await look();
  await page.getByRole('checkbox', { name: 'Answer leads faster' }).check();
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await look();
});

test('the page says what it is, in the language of whoever asks, and nothing is missing that it names', async () => {
  const ask = (path: string, language = 'en') =>
    fetch(baton.instance.url + path, { headers: { 'accept-language': language } });
  const english = await (await ask('/f/trial')).text();
  const base = /<link rel="canonical" href="([^"]+)\/f\/trial">/.exec(english)?.[1] ?? '';
  expect(base).toMatch(/^http/);
  for (const part of [
    '<html lang="en" dir="ltr">',
    '<title>Start a trial</title>',
    '<meta name="description" content="Two weeks, everything included.">',
    '<meta property="og:title" content="Start a trial">',
    `<meta property="og:url" content="${base}/f/trial">`,
    '<meta property="og:locale" content="en">',
    `<link rel="alternate" hreflang="de" href="${base}/f/trial?lang=de">`,
    `<link rel="alternate" hreflang="x-default" href="${base}/f/trial">`,
  ]) {
    expect(english).toContain(part);
  }
  expect(english).not.toContain('noindex');
  for (const [path, accepted] of [
    ['/f/trial', 'fr, de-AT;q=0.8, en;q=0.5'],
    ['/f/trial?lang=de', 'en'],
    ['/f/trial?lang=tlh', 'de'],
  ] as const) {
    const german = await (await ask(path, accepted)).text();
    expect(german).toContain('<html lang="de" dir="ltr">');
    expect(german).toContain('<meta property="og:title" content="Probezeit beginnen">');
  }
  const icon = await ask('/favicon.ico');
  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect((await ask('/f/trial/sent/sub_none')).status).toBe(404);
  expect(await (await ask('/f/nobody')).text()).toContain('noindex');
});

test('the language that was asked for lasts to the end', async () => {
  const page = await open('/f/open?lang=de');
  await page.getByLabel('Work e-mail').fill('gil@x.example');
  await press(page, 'Weiter');
  expect(await page.title()).toMatch(/^Fehler: Über Sie/);
  await page.getByRole('radio', { name: 'Student' }).check();
  await press(page, 'Weiter');
  await page.getByRole('checkbox').first().check();
  await press(page, 'Absenden');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
});

test('a double press on the one page of a short form is one submission', async () => {
  const body = new URLSearchParams({
    baton_step: 'you',
    baton_shown: 'email role',
    baton_version: '1',
    email: 'twice@x.example',
    role: 'student',
    goals: 'speed',
  });
  const last = new URLSearchParams({
    ...Object.fromEntries(body),
    baton_step: 'need',
    baton_shown: 'goals message',
  });
  const before = (await stored()).length;
  const post = () =>
    fetch(`${baton.instance.url}/f/open`, { method: 'POST', body: last, redirect: 'manual' });
  const [one, two] = await Promise.all([post(), post()]);
  expect([one.status, two.status]).toEqual([303, 303]);
  expect(two.headers.get('location')).toBe(one.headers.get('location'));
  expect(await stored()).toHaveLength(before + 1);
});
