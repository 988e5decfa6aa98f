import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../../test/access.ts';
import { fillIn, openBrowser, visit, watchShifts } from '../../test/browser.ts';
import { demoRequest, publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;
/** Of one step, and each field is asked in another way. */
let short: Website;

beforeAll(async () => {
  [browser, website, short] = await Promise.all([
    openBrowser(),
    startWebsite(demoRequest),
    startWebsite(
      publish({
        steps: [
          {
            id: 'you',
            title: 'You',
            fields: [
              { id: 'name', kind: 'text', label: 'Name' },
              { id: 'plan', kind: 'text', label: 'Plan', default: { from: 'url', name: 'plan' } },
              {
                id: 'size',
                kind: 'choice',
                label: 'Size',
                options: ['small', 'large'].map((id) => ({ id, label: `${id} company` })),
              },
              { id: 'email', kind: 'email', label: 'E-mail' },
              { id: 'job', kind: 'text', label: 'Job', ask: 'untilKnown' },
            ],
          },
        ],
      }),
    ),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([website.close(), short.close()]);
});

const open = async (options: BrowserContextOptions = {}, path = '/f/demo') =>
  (await visit(browser, website.url + path, options)).page;
const enhanced = (page: Page) => page.locator('form[novalidate]').waitFor();

test('without JavaScript the first step is there, with what it asks, and is posted as that step', async () => {
  const page = await open({ javaScriptEnabled: false }, '/f/demo?utm_source=ad');
  expect(await page.getByRole('textbox', { name: 'Team size' }).isVisible()).toBe(false);
  expect(await page.getByText('What you need').isVisible()).toBe(false);
  expect(await page.getByRole('button').count()).toBe(1);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Work e-mail' }).fill('ada@b.example');
  await page.getByText('I build things').click();
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('textbox', { name: 'Name' }).press('Enter');
  expect((await posted).url()).toBe(`${website.url}/f/demo?utm_source=ad`);
  await page.waitForLoadState();
  expect([...(website.posts[0] ?? [])].filter(([, value]) => value !== '')).toEqual([
    ['name', 'Ada'],
    ['email', 'ada@b.example'],
    ['role', 'maker'],
    ['baton_version', '3'],
    ['baton_shown', 'name email role'],
    ['baton_step', 'you'],
  ]);
});

test('a script that never comes leaves the whole form in sight after a few seconds', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/*.js*', (route) => route.abort());
  await page.goto(`${website.url}/f/demo`);
  const last = page.getByText('How urgent is it?');
  expect(await last.isVisible()).toBe(false);
  await last.waitFor({ timeout: 8000 });
  expect(await page.getByRole('textbox', { name: 'Team size' }).isVisible()).toBe(true);
});

test('nothing jumps while the page comes to life, nor in a website', async () => {
  website.page(
    '/site',
    `<!doctype html><title>Site</title><body><h1>Site</h1><script src="/f/demo.js"></script>`,
  );
  for (const path of ['/f/demo', '/site']) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await watchShifts(page);
    await page.goto(website.url + path);
    await enhanced(page);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(await page.evaluate('shift')).toBe(0);
  }
});

test('a form that comes late into room that is kept for it moves nothing below it', async () => {
  website.page(
    '/site',
    `<!doctype html><title>Site</title><style>baton-form { display: block; min-height: 36rem }</style><body><h1>Site</h1>
    <script async src="/f/demo.js"></script><baton-form form="demo"></baton-form><p>Below</p>`,
  );
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await watchShifts(page);
  await page.route('**/demo.js', async (route) => {
    await page.getByText('Below').waitFor();
    // What was drawn before it counts.
    await page.screenshot();
    await route.continue();
  });
  await page.goto(website.url + '/site');
  await enhanced(page);
  await page.screenshot();
  expect(await page.evaluate('shift')).toBe(0);
});

test.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
] as const)('nobody is shut out at any stage: %s', async (_, options) => {
  const page = await open(options);
  await enhanced(page);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await barriers(page)).toEqual([]);
  await fillIn(page);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('nobody is shut out on a dark website that says nothing of its colours', async () => {
  website.page(
    '/dark',
    `<!doctype html><html lang="en"><title>Dark</title><body style="background:#0d1b2a;color:#e8edf4"><main><h1>Dark</h1>
    <script src="/f/demo.js"></script></main>`,
  );
  const page = await open({}, '/dark');
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await barriers(page)).toEqual([]);
});

test('nothing is cut off or scrolls sideways at 320 pixels, from left to right and from right to left', async () => {
  for (const direction of ['ltr', 'rtl']) {
    const page = await open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: true });
    await enhanced(page);
    await page.evaluate((dir) => document.querySelector('form')?.setAttribute('dir', dir), direction);
    await page.getByText('I lead a team').click();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test('everything to press is large enough for a finger', async () => {
  const page = await open({ viewport: { width: 320, height: 640 } });
  await fillIn(page);
  const heights = await page
    .locator('button:visible, .option:visible, .control:visible, .consent:visible')
    .evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(8);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});

const text = (page: Page, name: string) => page.getByRole('textbox', { name });

/** Holds back what the page asks of this address, until what this gives is called. */
async function hold(page: Page, address: string): Promise<() => void> {
  let come = (): void => undefined;
  const held = new Promise<void>((resolve) => (come = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return come;
}

test('what is typed before the script comes stays, whatever the draft says', async () => {
  const { page } = await visit(browser, `${short.url}/f/demo`);
  await text(page, 'Name').fill('Old name');
  await page.getByText('small company').click();
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('small');
  const come = await hold(page, '**/demo.js**');
  await page.goto(`${short.url}/f/demo`, { waitUntil: 'commit' });
  await text(page, 'Name').fill('New name');
  await page.getByText('large company').click();
  come();
  await enhanced(page);
  expect(await text(page, 'Name').inputValue()).toBe('New name');
  expect(await page.getByLabel('large company').isChecked()).toBe(true);
});

test('what is typed before the script comes stays, whatever the address says', async () => {
  const { page } = await visit(browser, 'about:blank');
  const come = await hold(page, '**/demo.js**');
  await page.goto(`${short.url}/f/demo?plan=small`, { waitUntil: 'commit' });
  await text(page, 'Plan').fill('the large one');
  come();
  await enhanced(page);
  expect(await text(page, 'Plan').inputValue()).toBe('the large one');
});

test('who types before the script comes keeps the focus, known or not', async () => {
  const { page } = await visit(browser, `${short.url}/f/demo`);
  await text(page, 'E-mail').fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const come = await hold(page, '**/demo.js**');
  const answer = await hold(page, '**/next');
  await page.goto(`${short.url}/f/demo`, { waitUntil: 'commit' });
  await text(page, 'Name').focus();
  await page.keyboard.type('Ada ');
  come();
  await page.locator('form[novalidate]').waitFor({ state: 'attached' });
  await page.keyboard.type('Nwosu');
  answer();
  await page.getByRole('button', { name: 'Not you?' }).waitFor();
  expect(await text(page, 'Name').inputValue()).toBe('Ada Nwosu');
});

test('in a frame that may only run scripts the return key goes on', async () => {
  website.page(
    '/frame',
    '<!doctype html><title>Site</title><iframe sandbox="allow-scripts" width="600" height="900" src="/f/demo"></iframe>',
  );
  const page = await open({}, '/frame');
  const frame = page.frameLocator('iframe');
  await frame.getByRole('textbox', { name: 'Name' }).fill('Ada Nwosu');
  await frame.getByRole('textbox', { name: 'Work e-mail' }).fill('ada@nwosu.example');
  await frame.getByText('I build things').click();
  await frame.getByRole('textbox', { name: 'Work e-mail' }).press('Enter');
  await frame.getByRole('textbox', { name: 'Company', exact: true }).waitFor();
});
