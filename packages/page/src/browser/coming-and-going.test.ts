// Forms that come, move and go with the pages of a website, and pages that are left and come back.
import type { Embed } from '@baton/form';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { elsewhere, embedLine } from '../../test/elsewhere.ts';
import { demoRequest } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const popup: Embed = {
  mode: 'popup',
  once: 'always',
  triggers: [
    { on: 'click', selector: '#ask' },
    { on: 'scroll', percent: 90 },
    { on: 'exit' },
    { on: 'delay', seconds: 3600 },
  ],
};

let browser: Browser;
let website: Website;
let windows: Website;

beforeAll(async () => {
  [browser, website, windows] = await Promise.all([
    openBrowser(),
    startWebsite(demoRequest),
    startWebsite({ ...demoRequest, form: { ...demoRequest.form, embed: popup } }),
  ]);
});

beforeEach(() => {
  website.submissions.length = 0;
  website.told.length = 0;
});

afterAll(async () => {
  await browser.close();
  await Promise.all([website.close(), windows.close()]);
});

/** A page that holds the form, or the line that brings it. */
async function open(html: string, of = website) {
  of.page(
    '/site',
    `<!doctype html><title>Site</title><body><main id="main">${html}</main><aside id="aside"></aside>`,
  );
  return visit(browser, `${elsewhere(of)}/site`);
}

const element = '<baton-form form="demo"></baton-form>';
const name = (page: Page) => page.getByRole('textbox', { name: 'Name' });
const send = (page: Page) => page.getByRole('button', { name: 'Send' });
/** What is kept of this form, as text. */
const draft = (page: Page) =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.endsWith('/f/demo'));
    return key === undefined ? '' : localStorage.getItem(key);
  });
const thanks = (page: Page) => page.getByRole('heading', { name: 'Thank you' }).waitFor();

test('a form that is moved keeps its step and what was typed', async () => {
  const { page, complaints } = await open(embedLine(website));
  await fillIn(page);
  await page.evaluate(`aside.append(document.querySelector('baton-form'))`);
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await page.getByRole('textbox', { name: 'Company', exact: true }).inputValue()).toBe('Nwosu');
  await page.evaluate(`main.append(document.querySelector('baton-form'))`);
  await page.getByRole('button', { name: 'Continue' }).click();
  await send(page).click();
  await thanks(page);
  expect(website.submissions).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('a form that goes and comes with its view is whole each time, and so is what was typed', async () => {
  const { page, complaints } = await open(element + embedLine(website));
  await name(page).fill('Ada Nwosu');
  await expect.poll(() => draft(page)).toContain('Ada');
  for (const path of ['/pricing', '/site']) {
    await page.evaluate(
      `history.pushState({}, '', '${path}'); main.innerHTML = location.pathname; main.innerHTML = '${element}'`,
    );
    expect(await name(page).inputValue()).toBe('Ada Nwosu');
    expect(await name(page).count()).toBe(1);
  }
  // The whole body anew, and the script with it, as some routers do.
  await page.evaluate(`document.body.innerHTML = '<div id="root"></div>';
    const again = document.createElement('script'); again.src = '${website.url}/f/demo.js'; root.append(again)`);
  await name(page).waitFor();
  await fillIn(page);
  await send(page).click();
  await thanks(page);
  expect(website.submissions).toHaveLength(1);
  expect(website.submissions[0]).toMatchObject({
    behaviours: [{ path: '/site' }, { path: '/pricing' }, { path: '/site' }],
    visit: { visits: 1 },
  });
  expect(complaints).toEqual([]);
});

test('pages are noted once, however many forms stand on them', async () => {
  const { page } = await open(element + element + embedLine(website));
  await name(page).first().waitFor();
  await page.evaluate(
    `main.insertAdjacentHTML('beforeend', '${element}'); history.pushState({}, '', '/pricing')`,
  );
  const seen = () =>
    page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.endsWith(':journal')) ?? '';
      return [...(localStorage.getItem(key) ?? '').matchAll(/"path":"([^"]*)"/g)].map(([, path]) => path);
    });
  await expect.poll(seen).toEqual(['/site', '/pricing']);
});

/** How many of a hundred forms that came and went are still held, once the browser has tidied up. */
async function held(page: Page): Promise<unknown> {
  await page.evaluate(`(async () => {
    held = [];
    for (let i = 0; i < 100; i += 1) {
      main.innerHTML = '${element}';
      held.push(new WeakRef(main.firstChild), new WeakRef(main.firstChild.shadowRoot.querySelector('form')));
      await new Promise((done) => requestAnimationFrame(done));
      main.replaceChildren();
    }
  })()`);
  const tools = await page.context().newCDPSession(page);
  const count = async () => {
    await tools.send('HeapProfiler.collectGarbage');
    return page.evaluate('held.filter((one) => one.deref()).length');
  };
  // The browser itself may hold the last few.
  await expect.poll(count, { timeout: 10_000 }).toBeLessThan(10);
  return page.evaluate('listeners');
}

/** Counts the listeners that are added to what outlives a form, less those that were taken away again. */
const counting = `<script>listeners = 0;
  for (const target of [window, document, document.documentElement, window.navigation]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = function () { listeners += 1; return addEventListener.apply(target, arguments); };
    target.removeEventListener = function () { listeners -= 1; return removeEventListener.apply(target, arguments); };
  }
</script>`;

test('a hundred forms that came and went leave nothing behind', async () => {
  const { page } = await open(counting + embedLine(website));
  await name(page).waitFor();
  await name(page).fill('Ada');
  await expect.poll(() => draft(page)).toContain('Ada');
  const before = Number(await page.evaluate('listeners'));
  expect(Number(await held(page)) - before).toBe(0);
});

test('what is changed while it is sent does not come back when the page goes', async () => {
  const { page } = await open(embedLine(website));
  await page.route('**/submissions', async (route) => {
    await page.getByText('Answer leads faster').click();
    await route.continue();
  });
  await fillIn(page);
  await send(page).click();
  await thanks(page);
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  // No more than when it was sent.
  expect(await draft(page)).toMatch(/^(\[\d+\])?$/);
});

test('a hundred windows that came and went are let go, and their listeners at the next event', async () => {
  const { page } = await open(
    `${counting}<button id="ask">Ask</button><div style="height:3000px"></div>${embedLine(windows)}`,
    windows,
  );
  await page.locator('baton-form dialog').waitFor({ state: 'attached' });
  await page.evaluate(`main = aside`);
  const before = Number(await page.evaluate('listeners'));
  expect(Number(await held(page)) - before).toBeGreaterThan(0);
  await page.mouse.wheel(0, 200);
  await page.mouse.click(1, 1);
  await page.evaluate(`document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: 5 }))`);
  await expect.poll(async () => Number(await page.evaluate('listeners')) - before).toBeLessThan(15);
  await page.locator('#ask').click();
  await name(page).waitFor();
});

test('a window that was open when it was taken out of the page opens again', async () => {
  const { page, complaints } = await open(`<button id="ask">Ask</button>${embedLine(windows)}`, windows);
  await page.locator('baton-form dialog').waitFor({ state: 'attached' });
  await page.locator('#ask').click();
  await name(page).fill('Ada');
  await page.evaluate(`one = document.querySelector('baton-form'); one.remove(); main.append(one)`);
  await page.evaluate('one.open()');
  expect(await page.locator('dialog').evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
  expect(await name(page).inputValue()).toBe('Ada');
  await page.keyboard.press('Escape');
  await expect.poll(() => name(page).isVisible()).toBe(false);
  await page.locator('#ask').click();
  await name(page).waitFor();
  expect(complaints).toEqual([]);
});

test.each(['visit', 'visitor'] as const)(
  'a window that opens once a %s opens where nothing can be kept',
  async (once) => {
    const embed: Embed = { mode: 'popup', once, triggers: [{ on: 'delay', seconds: 0 }] };
    const site = await startWebsite({ ...demoRequest, form: { ...demoRequest.form, embed } });
    try {
      site.page('/inner', `<!doctype html><body>${embedLine(site)}`);
      const { page } = await open(
        `<iframe sandbox="allow-scripts" width="700" height="700" src="${site.url}/inner"></iframe>`,
        site,
      );
      await page.frameLocator('iframe').getByRole('textbox', { name: 'Name' }).waitFor();
    } finally {
      await site.close();
    }
  },
);

test('who goes on and comes back finds what they typed, and after sending an empty form', async () => {
  website.page('/next', '<!doctype html><title>Next</title>');
  const { page, complaints } = await open(`${embedLine(website)}<a href="/next">Next</a>`);
  const leaveAndComeBack = async () => {
    await page.getByText('Next').click();
    await expect.poll(() => page.title()).toBe('Next');
    await page.goBack();
  };
  await fillIn(page, 'Answer leads faster');
  await expect.poll(() => draft(page)).toContain('speed');
  await leaveAndComeBack();
  expect(await name(page).inputValue()).toBe('Ada Nwosu');
  for (const press of ['Continue', 'Continue', 'Send'])
    await page.getByRole('button', { name: press }).click();
  await thanks(page);
  await leaveAndComeBack();
  expect(await name(page).inputValue()).toBe('');
  expect(website.submissions).toHaveLength(1);
  expect(website.submissions[0]).toMatchObject({ answers: { goals: ['speed'] } });
  expect(complaints).toEqual([]);
});
