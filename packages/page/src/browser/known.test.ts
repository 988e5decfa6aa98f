import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../test/browser.ts';
import { publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const options = ['small', 'large'].map((id) => ({ id, label: `${id} company` }));
const profiling = publish({
  profiling: { maxProgressive: 1, order: 'listed' },
  partials: true,
  steps: [
    {
      id: 'you',
      title: 'You',
      fields: [
        { id: 'email', kind: 'email', label: 'E-mail', required: true },
        {
          id: 'size',
          kind: 'choice',
          label: 'Size',
          required: true,
          ask: 'untilKnown',
          options,
          default: { from: 'url', name: 'size' },
        },
        {
          id: 'team',
          kind: 'text',
          label: 'Team',
          shownWhen: { combinator: 'and', rules: [{ field: 'answer.size', operator: '=', value: 'large' }] },
        },
        {
          id: 'tool',
          kind: 'text',
          label: 'Tool',
          ask: 'progressive',
          default: { from: 'url', name: 'tool' },
        },
        { id: 'budget', kind: 'text', label: 'Budget', ask: 'progressive' },
      ],
    },
    { id: 'more', title: 'More', fields: [{ id: 'note', kind: 'text', label: 'Note' }] },
  ],
});

/** Of a website whose visitors share a browser: what one has left there is nothing for the next. */
const shared = publish({
  partials: true,
  review: true,
  steps: [
    {
      id: 'you',
      title: 'You',
      fields: [
        { id: 'email', kind: 'email', label: 'E-mail', required: true },
        { id: 'job', kind: 'text', label: 'Job', ask: 'untilKnown' },
        { id: 'country', kind: 'country', label: 'Country', default: { from: 'country' } },
        {
          id: 'again',
          kind: 'text',
          label: 'Welcome back',
          shownWhen: {
            combinator: 'and',
            rules: [{ field: 'visit.returning', operator: '=', value: true }],
          },
        },
      ],
    },
    { id: 'more', title: 'More', fields: [{ id: 'note', kind: 'text', label: 'Note' }] },
  ],
});

let browser: Browser;
let website: Website;
let sharing: Website;

beforeAll(async () => {
  [browser, website, sharing] = await Promise.all([
    openBrowser(),
    startWebsite(profiling),
    startWebsite(shared),
  ]);
  const page = (form: string) =>
    `<!doctype html><title>Site</title><body><h1>Site</h1><script src="/f/${form}.js"></script>`;
  website.page('/', page('demo'));
  for (const path of ['/', '/pricing', '/secret']) sharing.page(path, page('demo'));
  sharing.page('/other', page('other'));
  sharing.next.skip = ['job'];
});

beforeEach(() => {
  website.submissions.length = 0;
  website.told.length = 0;
  sharing.submissions.length = 0;
});

afterAll(async () => {
  await browser.close();
  await Promise.all([website.close(), sharing.close()]);
});

async function newcomer(address = website.url): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(address);
  return page;
}

const asked = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('baton-form')?.shadowRoot?.querySelectorAll('[data-field]') ?? [])]
      .filter((field) => field.checkVisibility())
      .map((field) => field.getAttribute('data-field')),
  );

async function send(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByText('large company').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
}

test('a stranger is asked the first of the questions that come one by one, and nothing is asked of the worker', async () => {
  const page = await newcomer();
  await expect.poll(() => asked(page)).toEqual(['email', 'size', 'tool']);
  expect(website.told.filter(({ path }) => path === 'next')).toEqual([]);
  expect(await page.getByRole('button', { name: 'Not you?' }).count()).toBe(0);
});

test('a known browser is asked what is not known, a decided question too, and is forgotten when it says so', async () => {
  const page = await newcomer();
  await send(page);
  website.next.skip = ['size', 'tool'];
  website.next.ask = ['email', 'team', 'budget'];
  await page.reload();
  await expect.poll(() => asked(page)).toEqual(['email', 'team', 'budget']);
  expect(website.told.find(({ path }) => path === 'next')).toEqual({
    path: 'next',
    visitor: 'visitor-token',
  });
  await page.getByRole('button', { name: 'Not you?' }).click();
  await expect.poll(() => asked(page)).toEqual(['email', 'size', 'tool']);
  // Of the form stays when it was emptied, so that no database brings back what was typed, and a journal that knows
  // of no more than this page.
  const kept = await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  expect(kept).toEqual({
    [`baton:${website.url}/f/demo`]: expect.stringMatching(/^\[\d+\]$/),
    [`baton:${website.url}:journal`]: expect.stringMatching(/"seen":\[\{"path":"\/","at":"[^"]+"\}\]/),
  });
  expect(
    await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('name')),
  ).toBe('email');
});

test('an address answers nothing that a known browser is not asked, and answers it to a stranger again', async () => {
  const page = await newcomer();
  await send(page);
  website.next.skip = ['size', 'tool'];
  await page.goto(`${website.url}/?size=small&tool=Abacus`);
  await expect.poll(() => asked(page)).toEqual(['email', 'team', 'budget']);
  website.submissions.length = 0;
  await page.getByLabel('E-mail').fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(website.submissions.at(-1)?.['answers']).toEqual({ email: 'ada@nwosu.example' });

  await page.reload();
  await page.getByRole('button', { name: 'Not you?' }).click();
  await expect.poll(() => page.getByLabel('Tool').inputValue()).toBe('Abacus');
  expect(await page.getByRole('radio', { name: 'small company' }).isChecked()).toBe(true);
});

test('while the worker does not answer, a known visitor waits for a moment and is then asked like a stranger', async () => {
  const page = await newcomer();
  await send(page);
  await page.route('**/next', () => undefined);
  await page.reload();
  await expect.poll(() => asked(page), { timeout: 5000 }).toEqual(['email', 'size', 'tool']);
});

test('a finished step with an address is sent before the form is, under the same id', async () => {
  const page = await newcomer();
  await send(page);
  expect(website.submissions.map(({ final, answers }) => [final, answers])).toEqual([
    [false, { email: 'ada@nwosu.example', size: 'large' }],
    [true, { email: 'ada@nwosu.example', size: 'large' }],
  ]);
  expect(new Set(website.submissions.map(({ id }) => id)).size).toBe(1);
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Fills the form of the shared browser in and sends it. */
async function sendAs(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await press(page, 'Continue');
  await press(page, 'Continue');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
}

/** A browser in which somebody has sent the form, at `path` of the website. */
async function browserOfAda(path = '/'): Promise<Page> {
  const page = await newcomer(`${sharing.url}${path}`);
  await sendAs(page, 'ada@nwosu.example');
  sharing.submissions.length = 0;
  return page;
}

test('who is not the one before takes over none of their pages and campaigns, and is not returning', async () => {
  const page = await browserOfAda('/secret?utm_source=letter-to-ada');
  await page.goto(`${sharing.url}/pricing`);
  await page.getByLabel('Welcome back').waitFor();
  await press(page, 'Not you?');
  expect(await page.getByLabel('Welcome back').isVisible()).toBe(false);
  await sendAs(page, 'bob@other.example');
  const sent = sharing.submissions.find(({ final }) => final === true);
  expect(sent).toMatchObject({
    visitor: null,
    behaviours: [{ path: '/pricing' }],
    visit: { returning: false, visits: 1, touches: [{ url: `${sharing.url}/pricing` }] },
  });
  expect(JSON.stringify(sent)).not.toContain('ada');
});

test('who is not the one before begins at the first step, another submission, and sees none of their answers', async () => {
  const page = await browserOfAda();
  await page.reload();
  await page.getByRole('button', { name: 'Not you?' }).waitFor();
  await page.getByLabel('E-mail').fill('ada@second.example');
  await press(page, 'Continue');
  await page.getByLabel('Note').fill('Of Ada');
  await press(page, 'Continue');
  await page.getByText('Of Ada').waitFor();
  await expect.poll(() => sharing.submissions.length).toBe(2);
  const [begun] = sharing.submissions;
  await press(page, 'Not you?');
  expect(await asked(page)).toEqual(['email', 'job', 'country']);
  expect(await page.getByText('Of Ada').count()).toBe(0);
  await sendAs(page, 'bob@other.example');
  const others = sharing.submissions.filter(({ answers }) => Object(answers).email === 'bob@other.example');
  expect(others.length).toBeGreaterThan(0);
  expect(others.map(({ id }) => id)).not.toContain(begun?.['id']);
});

test('what the one before typed into another form of the website does not come back from its database', async () => {
  const page = await browserOfAda();
  await page.context().route('**/f/other.js', async (route) => {
    const response = await fetch(`${sharing.url}/f/demo.js`);
    await route.fulfill({ contentType: 'text/javascript', body: await response.text() });
  });
  /** What the database of the other form's draft holds. */
  const held = () =>
    page.evaluate(
      (name) =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const asked = opening.result.transaction('d').objectStore('d').get(0);
            asked.onsuccess = () => {
              opening.result.close();
              resolve(String(asked.result));
            };
          };
        }),
      `baton:${sharing.url}/f/other`,
    );
  await page.goto(`${sharing.url}/other`);
  await page.getByLabel('E-mail').fill('ada@private.example');
  await expect.poll(held).toContain('ada@private.example');
  await page.goto(sharing.url);
  await press(page, 'Not you?');
  await page.goto(`${sharing.url}/other`);
  await expect.poll(held).not.toContain('ada');
  expect(await page.getByLabel('E-mail').inputValue()).toBe('');
});

test('a list that is searched shows its first value to who is not the one before', async () => {
  const page = await browserOfAda();
  await page.reload();
  await page.getByRole('button', { name: 'Not you?' }).waitFor();
  await page.getByLabel('E-mail').focus();
  const list = page.locator('input[role=combobox]');
  await expect.poll(() => list.inputValue()).toBe('United Kingdom');
  await press(page, 'Not you?');
  await expect.poll(() => list.inputValue()).toBe('United Kingdom');
  expect(await page.locator('select[name=country]').inputValue()).toBe('GB');
});
