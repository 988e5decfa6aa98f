// The form for whoever does not see it, has no mouse, or needs it larger, in other colours or without motion.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers, heard } from '../../test/access.ts';
import type { Heard } from '../../test/access.ts';
import { openBrowser, visit } from '../../test/browser.ts';
import { demoRequest, everyKind, publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const all = publish({
  ...everyKind.form,
  consent: { text: 'I agree.', required: true, marketing: { text: 'Write to me.' } },
  review: true,
});
const hebrew = publish({ ...all.form, language: 'he' });
const opening = { triggers: [], once: 'always', button: 'Talk to us' } as const;
const whole = publish({ ...all.form, embed: { mode: 'popup', ...opening } });
const windows = publish({ ...demoRequest.form, embed: { mode: 'popup', ...opening } });
const corner = publish({ ...demoRequest.form, language: 'he', embed: { mode: 'slidein', ...opening } });

let browser: Browser;
const websites = new Map<string, Website>();

beforeAll(async () => {
  browser = await openBrowser();
  for (const [name, form] of Object.entries({ all, hebrew, whole, windows, corner })) {
    websites.set(name, await startWebsite(form));
  }
});

afterAll(async () => {
  await browser.close();
  await Promise.all([...websites.values()].map((website) => website.close()));
});

const light = 'body { font: 16px sans-serif }';
const dark = 'body { font: 16px sans-serif; background: #0d1b2a; color: #e8edf4; color-scheme: dark }';

async function open(name: string, style = light, options: BrowserContextOptions = {}): Promise<Page> {
  const website = websites.get(name);
  if (!website) throw new Error(`There is no form ${name}.`);
  website.page(
    '/site',
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Site</title>
    <style>${style}</style><body><main><h1>Site</h1><script src="/f/demo.js"></script></main>`,
  );
  const { page } = await visit(browser, `${website.url}/site`, options);
  await page.locator('form[novalidate]').waitFor({ state: 'attached' });
  return page;
}

// 400 % of 1280 × 1024, as browsers zoom: a quarter of the pixels, each four times as large.
const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

test.each([
  ['windows', light, {}],
  ['windows', dark, zoomed],
  ['windows', light, { forcedColors: 'active', reducedMotion: 'reduce' }],
  ['corner', dark, {}],
  ['corner', light, zoomed],
  ['all', light, zoomed],
  ['all', light, { forcedColors: 'active' }],
] as const)('axe finds nothing before or after an error: %s, %s, %o', async (name, style, options) => {
  const page = await open(name, style, options);
  if (name !== 'all') {
    await page.getByRole('button', { name: 'Talk to us' }).click();
    await page.locator(name === 'windows' ? 'dialog[open]' : 'dialog:popover-open').waitFor();
    // Seen at once, or faded in: what axe sees is what stays.
    await page
      .locator('dialog')
      .evaluate((dialog) => Promise.all(dialog.getAnimations().map((animation) => animation.finished)));
  }
  expect(await barriers(page)).toEqual([]);
  expect(await tooSmall(page)).toEqual([]);
  await page.locator('.send').click();
  await page.locator('.error:not(:empty)').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test.each([
  ['all', dark, {}],
  ['hebrew', light, zoomed],
  ['whole', dark, { viewport: { width: 320, height: 640 } }],
] as const)(
  'nothing in the way of anybody in any state, from the first step to thanks: %s, %s, %o',
  async (name, style, options) => {
    const page = await open(name, style, options);
    const website = websites.get(name);
    if (name === 'whole') await page.getByRole('button', { name: 'Talk to us' }).click();
    const press = () => page.locator('.send').click();
    /** Once the state is there: what axe finds, what is too small to press, and whether anything has to be scrolled to sideways. */
    const look = async (state: string, sign: string) => {
      await page.locator(sign).first().waitFor();
      await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
      expect([state, await barriers(page), await tooSmall(page), await isCut(page)]).toEqual([
        state,
        [],
        [],
        false,
      ]);
    };
    await page.getByRole('textbox').first().fill('ada@gmial.com');
    await page.locator('[name=f_text]').focus();
    await look('a hint', '.hint');
    const list = page.locator('.combo input').first();
    for (const key of ['ArrowDown', 'ArrowDown']) await list.press(key);
    await look('a list', '.combo li');
    await list.press('Enter');
    await page.locator('[name=f_choice][value=b]').check();
    await press();
    await look('the second step', '[name=more]');
    await press();
    await look('its error', '.error:visible:not(:empty)');
    await page.locator('[name=more]').fill('Because');
    await press();
    await look('the last step', '[name=baton_consent]');
    await press();
    await look('a box to be ticked', '.error:visible:not(:empty)');
    await page.locator('[name=baton_consent]').check();
    await press();
    await look('everything once more', '.review div');
    website?.answers.push({ status: 503, body: {} }, { status: 403, body: {} });
    await press();
    await look('it is still sent', '.notice:not(:empty)');
    await expect.poll(() => website?.answers).toEqual([]);
    await look('it was refused', '.notice:not(:empty)');
    await press();
    await look('thanks', 'h2');
  },
);

/** Something reaches beyond the page, or beyond the window that the form stands in. */
function isCut(page: Page): Promise<boolean> {
  return page.locator('baton-form').evaluate((host) => {
    const roots = [document.documentElement, ...(host.shadowRoot?.querySelectorAll('dialog') ?? [])];
    return roots.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  });
}

/** What can be pressed and is smaller than 24 pixels either way (WCAG 2.2, 2.5.8); a box is pressed by its label. Links in a sentence may be as high as it is. */
function tooSmall(page: Page): Promise<string[]> {
  return page.locator('baton-form').evaluate((host) => {
    const controls =
      host.shadowRoot?.querySelectorAll<HTMLElement>('input, select, textarea, button, [role=option]') ?? [];
    return [...controls]
      .map((control) => control.closest<HTMLElement>('.option, .consent') ?? control)
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((target) => target.outerHTML);
  });
}

test('motion respects who wants none of it', async () => {
  const moves = async (reducedMotion: 'reduce' | 'no-preference') => {
    const page = await open('windows', light, { reducedMotion });
    return page.locator('dialog').evaluate((dialog) => getComputedStyle(dialog).transitionDuration);
  };
  expect(await moves('reduce')).toBe('0s');
  expect(await moves('no-preference')).not.toBe('0s');
});

const controls = new Set(['textbox', 'spinbutton', 'combobox', 'radiogroup', 'group', 'checkbox', 'Date']);
const named = (nodes: readonly Heard[], name: string) =>
  nodes.find((node) => controls.has(node.role) && node.name.startsWith(name));

test('every control has its name, says that it is required, and what is wrong with it', async () => {
  const page = await open('all');
  const labels = [
    'Email',
    'Text',
    'Textarea',
    'Phone',
    'Website',
    'Number',
    'Date',
    'Country',
    'Choice',
    'Choices',
  ];
  const before = await heard(page);
  for (const label of [...labels, 'Rating', 'Consent']) {
    expect([label, named(before, label)?.states['invalid'] ?? 'false']).toEqual([label, 'false']);
  }
  expect(named(before, 'Email')?.states).toMatchObject({ required: true });
  expect(before.filter(({ role }) => role === 'status').length).toBe(1);
  expect(before.map(({ name }) => name)).toContain('Step 1 of 3');

  await page.getByRole('textbox', { name: 'Website' }).fill('no address');
  await page.locator('.send').click();
  const after = await heard(page);
  expect(named(after, 'Email')).toMatchObject({
    description: 'Please answer this.',
    states: { invalid: 'true', focused: true },
  });
  expect(named(after, 'Website')).toMatchObject({
    description: 'Please write an address like https://company.com.',
    states: { invalid: 'true' },
  });
  expect(named(after, 'Text')?.states['invalid']).toBe('false');
  // How much is wrong is said at once.
  const alert = after.findIndex(({ role }) => role === 'alert');
  expect(after[alert]?.states).toMatchObject({ live: 'assertive' });
  expect(after.map(({ name }) => name)).toContain('2 answers need another look.');
});

test('the trap is not there for people: not in sight, not by key, not heard, not for whoever fills in forms', async () => {
  const page = await open('all');
  const trap = page.locator('input[name=baton_website]');
  expect(await trap.isVisible()).toBe(false);
  expect(await trap.evaluate((element) => element.checkVisibility({ visibilityProperty: true }))).toBe(false);
  // What cannot be focused is not reached by a key, and browsers fill in no such field.
  await trap.evaluate((element) => element.focus());
  expect(await trap.evaluate(isFocused)).toBe(false);
  expect(await trap.evaluate((element) => element.getAttributeNames())).toEqual(
    expect.arrayContaining(['autocomplete', 'data-1p-ignore', 'data-bwignore', 'data-lpignore']),
  );
  const unnamed = (await heard(page)).filter(({ role, name }) => controls.has(role) && name === '');
  expect(unnamed).toEqual([]);
  // A program that fills in whatever has a name is still caught.
  expect(
    await trap.evaluate((element) => {
      if (element instanceof HTMLInputElement) element.value = 'https://spam.example';
      return element instanceof HTMLInputElement && new FormData(element.form ?? undefined).has(element.name);
    }),
  ).toBe(true);
});

/** Runs in the page. */
function isFocused(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === element;
}

/** What has the focus, and whether that can be seen and is not covered. */
function focus(page: Page) {
  return page.evaluate(() => {
    const root = document.activeElement?.shadowRoot ?? document;
    const element = root.activeElement;
    if (!element) return null;
    const shown = element.closest('.option') ?? element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const { left, top, width, height } = shown.getBoundingClientRect();
    const at = root.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
    return {
      name: element.getAttribute('name') ?? element.className,
      isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
      isFree: at !== null && (shown.contains(at) || at.contains(shown)),
    };
  });
}

test('the whole way by keyboard alone, through every kind of field, with the focus in sight', async () => {
  const page = await open('all', light, { viewport: { width: 640, height: 400 } });
  const website = websites.get('all');
  const to = async (name: string) => {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    expect(now).toEqual({ name, isSeen: true, isFree: true });
  };
  const type = async (name: string, text: string) => {
    await to(name);
    await page.keyboard.type(text);
  };
  await type('f_email', 'ada@nwosu.example');
  await type('f_text', 'Hello');
  await to('f_textarea');
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  await type('f_phone', '+49 30 1234567');
  await type('f_url', 'nwosu.example');
  await type('f_number', '42');
  // What searches the list has been asked for since the first answer. A list that somebody is in already stays as it is.
  await page.locator('.combo').first().waitFor({ state: 'attached' });
  await to('f_date');
  await page.keyboard.type('11112026');
  // A date has three places of its own.
  do await page.keyboard.press('Tab');
  while ((await focus(page))?.name === 'f_date');
  expect(await page.getByRole('combobox', { name: 'Country' }).first().evaluate(isFocused)).toBe(true);
  await page.keyboard.type('Germ');
  await page.keyboard.press('Enter');
  await to('f_choice');
  await page.keyboard.press('ArrowDown');
  await to('f_choices');
  await to('f_choices');
  await page.keyboard.press('Space');
  await to('f_rating');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await to('f_consent');
  await page.keyboard.press('Space');
  for (const name of ['elements', 'submit', 'style']) await to(name);
  await page.keyboard.press('Enter');
  expect(await page.locator('.error:visible:not(:empty)').allTextContents()).toEqual([]);
  // The new step is read from its title; the next key leads to its first question.
  await expect.poll(() => page.getByRole('status').first().textContent()).toBe('Step 2 of 4');
  await type('more', 'Because');
  await page.keyboard.press('Enter');
  await type('last', 'Bye');
  await to('baton_consent');
  await to('baton_marketing');
  await page.keyboard.press('Enter');
  // What is missing is led to.
  await expect.poll(async () => (await focus(page))?.name).toBe('baton_consent');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('status').first().textContent()).toBe('Step 4 of 4');
  await page.locator('.send').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const told = await heard(page);
  expect(told.findLast(({ states }) => states['focused'])).toMatchObject({
    role: 'heading',
    name: 'Thank you',
  });
  expect(website?.submissions.at(-1)?.['answers']).toEqual({
    f_email: 'ada@nwosu.example',
    f_text: 'Hello',
    f_textarea: 'one\ntwo',
    f_phone: '+49 30 1234567',
    f_url: 'https://nwosu.example',
    f_number: 42,
    f_date: '2026-11-11',
    f_country: 'DE',
    f_choice: 'b',
    f_choices: ['b'],
    f_rating: 2,
    f_consent: true,
    more: 'Because',
    last: 'Bye',
    baton_consent: true,
  });
});

test('a word of what is required stands only where something is', async () => {
  const page = await open('all');
  const note = page.locator('.note');
  expect(await note.isVisible()).toBe(true);
  await page.getByRole('textbox', { name: 'Email' }).fill('ada@nwosu.example');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Last words' }).waitFor();
  // The last step asks for consent.
  expect(await note.isVisible()).toBe(true);
  await page.getByRole('checkbox', { name: 'I agree.' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('.review').waitFor();
  expect(await note.isVisible()).toBe(false);
});
