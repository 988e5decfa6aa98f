import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Embed } from '@baton/form';
import { openBrowser, watchShifts } from '../../test/browser.ts';
import { publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
const sites: Website[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.all(sites.map((site) => site.close()));
});

async function open(embed: Embed, options: BrowserContextOptions = {}, language = 'en'): Promise<Page> {
  const field = { id: 'email', kind: 'email', label: 'E-mail', required: true } as const;
  const site = await startWebsite(
    publish({ embed, language, steps: [{ id: 's', title: 'Hello', fields: [field] }] }),
  );
  sites.push(site);
  site.page(
    '/',
    `<!doctype html><meta name="viewport" content="width=device-width"><title>Site</title><style>dialog { display: block !important; z-index: 1 }</style><body>
    <h1><a href="#top">Site</a></h1><p><input id="search"><button id="demo">Ask us</button> <a href="/elsewhere" data-baton-open="demo">Or here</a></p>
    <div style="height: 3000px">Words</div><script src="/f/demo.js"></script>`,
  );
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(site.url);
  return page;
}

const onPress: Embed = { mode: 'popup', once: 'visitor', triggers: [{ on: 'click', selector: '#demo' }] };
const isOpen = (page: Page) =>
  page.locator('dialog').evaluate((dialog) => dialog.matches(':modal,:popover-open'));
const email = (page: Page) => page.getByLabel('E-mail');
/** What has the focus: its id, or what it is. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

/** So long after a popup was opened that a press beside it is meant. */
async function later(page: Page): Promise<void> {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((start) => performance.now() > start + 600, now);
}

test('a popup opens where somebody presses, holds the focus, and gives it back', async () => {
  const page = await open(onPress);
  expect(await email(page).isVisible()).toBe(false);
  await page.locator('#demo').focus();
  await page.keyboard.press('Enter');
  await email(page).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@nwosu.example');
  expect(await email(page).inputValue()).toBe('ada@nwosu.example');
  expect(await page.getByRole('dialog', { name: 'Request a demo' }).count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => email(page).isVisible()).toBe(false);
  expect(await focused(page)).toBe('demo');
  await page.getByText('Or here').click();
  await email(page).waitFor();
  expect(await email(page).inputValue()).toBe('ada@nwosu.example');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => email(page).isVisible()).toBe(false);
  expect(page.url()).not.toContain('elsewhere');
});

test('what opens by itself does so once for each visitor', async () => {
  const page = await open({ mode: 'slidein', once: 'visitor', triggers: [{ on: 'scroll', percent: 60 }] });
  await page.evaluate(() => scrollTo(0, 400));
  expect(await email(page).isVisible()).toBe(false);
  await page.evaluate(() => scrollTo(0, 3000));
  await email(page).waitFor();
  // It lies in a corner and takes nothing from what the visitor was doing.
  expect(await focused(page)).toBe('body');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => scrollTo(0, 3000));
  await page.getByText('Ask us').waitFor();
  expect(await email(page).isVisible()).toBe(false);
});

/** Scrolls down, and settles once the page has told of it. */
const scrollDown = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        scrollTo(0, 0);
        requestAnimationFrame(() => {
          addEventListener('scroll', () => requestAnimationFrame(resolve), { once: true });
          scrollTo(0, 3000);
        });
      }),
  );

test.each([
  ['visitor', [true, false, false]],
  ['visit', [true, false, true]],
  ['always', [true, true, true]],
] as const)(
  'what opens by itself does so once for each %s: at first, on the next page, in another visit: %j',
  async (once, expected) => {
    const page = await open({ mode: 'slidein', once, triggers: [{ on: 'scroll', percent: 60 }] });
    const opens = async (page: Page) => {
      await page.locator('dialog').waitFor({ state: 'attached' });
      await scrollDown(page);
      return isOpen(page);
    };
    const opened = [await opens(page)];
    await page.reload();
    opened.push(await opens(page));
    const later = await page.context().newPage();
    await later.goto(page.url());
    opened.push(await opens(later));
    expect(opened).toEqual(expected);
  },
);

test('what opens after a while does so then, and not before', async () => {
  const page = await open({ mode: 'popup', once: 'always', triggers: [{ on: 'delay', seconds: 30 }] });
  await page.clock.install();
  await page.reload();
  await page.locator('dialog').waitFor({ state: 'attached' });
  await page.clock.runFor(29_000);
  expect(await isOpen(page)).toBe(false);
  await page.clock.runFor(1000);
  expect(await isOpen(page)).toBe(true);
});

test.each(['popup', 'slidein', 'page'] as const)(
  'a form that opens over the page moves nothing on it: %s',
  async (mode) => {
    const page = await open({ ...onPress, mode });
    await watchShifts(page);
    await page.reload();
    await page.locator('dialog').waitFor({ state: 'attached' });
    // By hand: what follows upon a press of the visitor's is not counted.
    for (const method of ['open', 'close']) {
      await page.evaluate(`document.querySelector('baton-form').${method}()`);
      await page.screenshot();
    }
    expect(await page.evaluate('shift')).toBe(0);
  },
);

test('a form of the whole screen opens after a while, and its own button opens it again', async () => {
  const page = await open({
    mode: 'page',
    once: 'visit',
    triggers: [{ on: 'delay', seconds: 0.1 }],
    button: 'Talk to us',
  });
  await email(page).waitFor();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const box = async () => Object.values((await page.getByRole('dialog').boundingBox()) ?? {}).map(Math.round);
  await expect.poll(box).toEqual([0, 0, width, height]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Talk to us' }).click();
  await email(page).fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
});

test('leaving by the upper edge is an occasion, and the website may open and close the form itself', async () => {
  const page = await open({ mode: 'popup', once: 'always', triggers: [{ on: 'exit' }] });
  const leave = (clientY: number) =>
    page.evaluate(
      (clientY) => document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY })),
      clientY,
    );
  await leave(300);
  expect(await isOpen(page)).toBe(false);
  await leave(-1);
  await email(page).waitFor();
  const call = (method: string) =>
    page.evaluate((method) => {
      const host = document.querySelector('baton-form');
      const act: unknown = host && Reflect.get(host, method);
      if (typeof act === 'function') act();
    }, method);
  await call('close');
  await expect.poll(() => email(page).isVisible()).toBe(false);
  await call('open');
  await email(page).waitFor();
});

test('a window that is closed and opened again at once is told of as often as it was', async () => {
  const page = await open(onPress);
  await page.evaluate(`
    heard = [];
    form = document.querySelector('baton-form');
    for (const name of ['open', 'close']) form.addEventListener('baton:' + name, () => heard.push(name));
    form.open(); form.close(); form.open();
  `);
  // A browser tells the window itself of its closing a moment later.
  await page.screenshot();
  expect(await page.evaluate('heard')).toEqual(['open', 'close', 'open']);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate('heard')).toEqual(['open', 'close', 'open', 'close']);
});

test('a tap beside a popup closes it and presses nothing under it', async () => {
  const page = await open(onPress, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  const link = (await page.getByRole('link', { name: 'Site' }).boundingBox()) ?? { x: NaN, y: NaN };
  await page.locator('#demo').tap();
  await email(page).waitFor();
  await later(page);
  await page.evaluate(`addEventListener('click', () => { document.title = 'Pressed'; }, true)`);
  await page.touchscreen.tap(link.x + 5, link.y + 5);
  await expect.poll(() => page.title()).toBe('Pressed');
  expect(await isOpen(page)).toBe(false);
  expect(page.url()).not.toContain('#top');
});

test('a press on the edge of a window leaves it open, one beside a popup closes it', async () => {
  const page = await open(onPress);
  await page.locator('#demo').click();
  await email(page).waitFor();
  const { x, y, height } = (await page.getByRole('dialog').boundingBox()) ?? { x: NaN, y: NaN, height: NaN };
  await page.mouse.click(x + 10, y + height / 2);
  expect(await isOpen(page)).toBe(true);
  await later(page);
  await page.mouse.click(x - 10, y + height / 2);
  expect(await isOpen(page)).toBe(false);
  const whole = await open({ ...onPress, mode: 'page' });
  await whole.locator('#demo').click();
  await email(whole).waitFor();
  await whole.mouse.click(20, 300);
  expect(await isOpen(whole)).toBe(true);
});

test('a double press on what opens a popup leaves it open', async () => {
  const page = await open(onPress);
  await page.evaluate(`addEventListener('click', ({ detail }) => { document.title = detail; }, true)`);
  await page.locator('#demo').dblclick({ delay: 60 });
  await expect.poll(() => page.title()).toBe('2');
  expect(await isOpen(page)).toBe(true);
});

test('a double tap on what opens a popup leaves it open, a tap beside it later closes it', async () => {
  const page = await open(onPress, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  // Some browsers count each tap for itself.
  await page.evaluate(() => {
    addEventListener(
      'click',
      (event) => {
        Object.defineProperty(event, 'detail', { value: 1 });
        document.title += '!';
      },
      true,
    );
  });
  const { x, y } = (await page.locator('#demo').boundingBox()) ?? { x: NaN, y: NaN };
  await page.touchscreen.tap(x + 5, y + 5);
  await page.touchscreen.tap(x + 5, y + 5);
  await expect.poll(() => page.title()).toBe('Site!!');
  expect(await isOpen(page)).toBe(true);
  await later(page);
  await page.touchscreen.tap(x + 5, y + 5);
  await expect.poll(() => isOpen(page)).toBe(false);
});

test('the window of a form that is read from right to left is too', async () => {
  const page = await open({ ...onPress, mode: 'slidein' }, {}, 'ar');
  await page.locator('#demo').click();
  await email(page).waitFor();
  const edges = (selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().left);
  // In the corner that such a page ends in, with the cross in the corner that such a window ends in.
  expect(await edges('dialog')).toBe(16);
  expect(await edges('.close')).toBeLessThan(40);
  expect(await page.locator('dialog').getAttribute('lang')).toBe('ar');
});

test('a slide-in that opens by itself takes no key from whoever types', async () => {
  const page = await open({ mode: 'slidein', once: 'visitor', triggers: [{ on: 'scroll', percent: 30 }] });
  await page.locator('#search').focus();
  await page.keyboard.type('hel');
  await page.evaluate(() => scrollTo(0, 1500));
  await email(page).waitFor();
  await page.keyboard.type('lo');
  expect(await page.locator('#search').inputValue()).toBe('hello');
});

test('a slide-in that was asked for has the focus, and gives it back', async () => {
  const page = await open({ ...onPress, mode: 'slidein', button: 'Talk to us' });
  for (const opener of [page.locator('#demo'), page.getByRole('button', { name: 'Talk to us' })]) {
    await opener.focus();
    await page.keyboard.press('Enter');
    await email(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await email(page).evaluate((control) => control.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => email(page).isVisible()).toBe(false);
    expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
  }
});

test('whoever has opened, sent and closed the form is not shown it by itself', async () => {
  const page = await open({ ...onPress, triggers: [...onPress.triggers, { on: 'scroll', percent: 60 }] });
  /** Settles once the page has told of its scrolling. */
  const scroll = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('scroll', () => requestAnimationFrame(resolve), { once: true });
          scrollTo(0, 3000);
        }),
    );
  await page.locator('#demo').click();
  await email(page).fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await scroll();
  expect(await isOpen(page)).toBe(false);
  await page.evaluate(() => scrollTo(0, 0));
  await page.reload();
  await page.locator('dialog').waitFor({ state: 'attached' });
  await scroll();
  expect(await isOpen(page)).toBe(false);
});

test('a press inside another component opens the form, whatever selectors there are besides', async () => {
  const page = await open({ ...onPress, triggers: [{ on: 'click', selector: '#1-demo' }] });
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.dataset['batonOpen'] = 'demo';
    button.textContent = 'Talk to us';
    document
      .querySelector('p')
      ?.appendChild(document.createElement('div'))
      .attachShadow({ mode: 'open' })
      .append(button);
  });
  await page.getByRole('button', { name: 'Talk to us' }).click();
  await email(page).waitFor();
  expect(await isOpen(page)).toBe(true);
});
