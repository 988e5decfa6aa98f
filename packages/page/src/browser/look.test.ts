import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from '../../test/access.ts';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { demoRequest, everyKind, fieldOfKind, publish, publishFields } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

const themes = {
  card: { background: '#fff7ed', text: '#431407', accent: '#c2410c', density: 'compact' },
  night: { scheme: 'dark', accent: '#f5b942', button: 'soft' },
  side: { labels: 'side', button: 'outline', buttonWidth: 'full' },
  both: {
    background: '#f8fafc',
    accent: '#7c3aed',
    font: 'Georgia, serif',
    fontSize: 14,
    dark: { background: '#1e1b2e', accent: '#c4b5fd' },
  },
} as const;

let browser: Browser;
const websites = new Map<string, Website>();

beforeAll(async () => {
  const forms = [
    ['plain', demoRequest],
    ['kinds', everyKind],
    ['hebrew', publish({ ...demoRequest.form, language: 'he' })],
    ['short', publishFields({ ...fieldOfKind.email, required: true })],
    ...Object.entries(themes).map(
      ([name, theme]) => [name, publish({ ...demoRequest.form, theme })] as const,
    ),
  ] as const;
  browser = await openBrowser();
  for (const [name, form] of forms) websites.set(name, await startWebsite(form));
});

afterAll(async () => {
  await browser.close();
  await Promise.all([...websites.values()].map((website) => website.close()));
});

/** A form in a website whose pages have this style. */
async function open(name: string, style: string, options: BrowserContextOptions = {}): Promise<Page> {
  const website = websites.get(name);
  if (!website) throw new Error(`There is no form ${name}.`);
  website.page(
    '/site',
    `<!doctype html><html lang="en"><title>Site</title><style>${style}</style><body><main><h1>Site</h1>
    <script src="/f/demo.js"></script></main>`,
  );
  const { page } = await visit(browser, `${website.url}/site`, options);
  await page.locator('form[novalidate]').waitFor();
  return page;
}

const light = 'body { font: 16px sans-serif }';
const dark = 'body { font: 16px sans-serif; background: #0d1b2a; color: #e8edf4 }';
const narrow = { viewport: { width: 320, height: 640 } };

test.each([
  ['plain', light, {}],
  ['plain', dark, {}],
  ['plain', light, narrow],
  ['hebrew', light, {}],
  ['hebrew', dark, narrow],
  ['card', dark, {}],
  ['night', light, {}],
  ['side', light, {}],
  ['side', dark, {}],
  ['both', light, {}],
  ['both', dark, narrow],
] as const)('axe finds nothing from the first step to the last: %s, %s, %o', async (name, style, options) => {
  const page = await open(name, style, options);
  expect(await barriers(page)).toEqual([]);
  await page.locator('.send').click();
  await page.locator('.error:not(:empty)').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  if (name === 'hebrew') return;
  await fillIn(page, 'Answer leads faster');
  expect(await barriers(page)).toEqual([]);
  await page.locator('.send').click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await barriers(page)).toEqual([]);
});

/** How large each element in sight is and how it looks, but for what a page may choose: font and colour. */
async function looks(page: Page): Promise<string[]> {
  return page.locator('baton-form').evaluate((host) => {
    const chosen = new Set(['font-family', 'font-size', 'color', 'color-scheme']);
    return [...(host.shadowRoot?.querySelectorAll(':not(.trap)') ?? [])].flatMap((element, index) => {
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const name = `${index} ${element.tagName}.${element.className}`;
      return [
        `${name} ${width} × ${height}`,
        ...[...style]
          .filter((property) => !chosen.has(property))
          .map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`),
      ];
    });
  });
}

test('a page whose rules change everything changes nothing in the form', async () => {
  const base = 'body { margin: 0; width: 600px; font: 16px sans-serif; color: #111 }';
  const hostile = `
    * { all: unset !important; color: #111 !important; font: 900 italic small-caps 16px/3 sans-serif !important;
      display: block !important; letter-spacing: 4px !important; word-spacing: 9px !important;
      text-transform: uppercase !important; text-align: center !important; text-indent: 40px !important;
      text-shadow: 1px 1px red !important; visibility: hidden !important; white-space: nowrap !important;
      cursor: wait !important; pointer-events: none !important; user-select: none !important; tab-size: 1 !important;
      hyphens: auto !important; word-break: break-all !important; list-style: square !important; quotes: none !important;
      border-collapse: collapse !important; caret-color: red !important; direction: rtl !important }
    html, body, main, baton-form { width: 600px !important }
    div, p, input, label, button, fieldset, form { display: none !important; border: 9px solid red !important }
    :focus { outline: none !important } ::placeholder { color: red !important }`;
  const [plain, reset] = [await open('kinds', base), await open('kinds', hostile)];
  const [before, after] = [await looks(plain), await looks(reset)];
  expect(after.filter((line, index) => line !== before[index])).toEqual([]);
  expect(before.length).toBe(after.length);
});

test('the website’s font is the form’s, of whatever size', async () => {
  const page = await open('plain', 'body { font: 20px Georgia }');
  const [label, control, button] = await Promise.all(
    ['.label', '.control', '.send'].map((selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => [getComputedStyle(element).fontFamily, getComputedStyle(element).fontSize]),
    ),
  );
  for (const font of [label, control, button]) expect(font).toEqual(['Georgia', '20px']);
});

test('the font that a theme names is the form’s, and nothing to type in is too small for a phone', async () => {
  const page = await open('both', 'body { font: 20px Arial }');
  const fontOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => [getComputedStyle(element).fontFamily, getComputedStyle(element).fontSize]);
  expect(await fontOf('.label')).toEqual(['Georgia, serif', '14px']);
  expect(await fontOf('.control')).toEqual(['Georgia, serif', '16px']);
});

/** The edges of what is first of its kind. */
const edges = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      return { left, right, top, bottom, width };
    });

test('labels at the side stand beside their controls, and above them where there is no room', async () => {
  const wide = await open('side', light);
  for (const [label, control] of [
    ['[data-field=name] .label', '[data-field=name] .control'],
    ['[data-field=role] .label', '[data-field=role] .options'],
  ] as const) {
    expect((await edges(wide, label)).right).toBeLessThan((await edges(wide, control)).left);
    expect((await edges(wide, label)).top).toBeLessThan((await edges(wide, control)).bottom);
  }
  const small = await open('side', light, narrow);
  expect((await edges(small, '.label')).bottom).toBeLessThanOrEqual((await edges(small, '.control')).top);
});

test('a button is as loud and as wide as the theme says', async () => {
  const look = async (name: string) => {
    const page = await open(name, light);
    const ground = await page.locator('.send').evaluate((send) => getComputedStyle(send).backgroundColor);
    const [{ width }, form] = [await edges(page, '.send'), await edges(page, 'form')];
    return { ground, isWide: width > form.width - 1 };
  };
  expect(await look('plain')).toEqual({ ground: 'rgb(79, 96, 228)', isWide: false });
  expect(await look('side')).toEqual({ ground: 'rgba(0, 0, 0, 0)', isWide: true });
  // The accent, thinly.
  expect(await look('night')).toMatchObject({
    ground: expect.stringMatching(/ \/ 0\.[01]\d*\)$/),
    isWide: false,
  });
});

test('a website styles the parts that are promised, and cannot bring back what is hidden', async () => {
  const parts = ['form', 'progress', 'step', 'title', 'field', 'label', 'help', 'control', 'option', 'error'];
  const rules = [...parts, 'message', 'button', 'back'].map(
    (part) => `baton-form::part(${part}) { outline: 3px solid rgb(1, 2, 3); display: block }`,
  );
  const page = await open('plain', rules.join(''));
  const found = await page.locator('baton-form').evaluate((host) => {
    const all = [...(host.shadowRoot?.querySelectorAll('[part]') ?? [])];
    return all.map((element) => [element.getAttribute('part'), getComputedStyle(element).outlineColor]);
  });
  expect(new Set(found.flatMap(([part]) => part?.split(' ')))).toEqual(
    new Set([...parts, 'message', 'button', 'back']),
  );
  for (const [part, colour] of found) expect(colour, String(part)).toBe('rgb(1, 2, 3)');
  expect(await page.locator('[data-field=team]').isVisible()).toBe(false);
  expect(await page.locator('.back').isVisible()).toBe(false);
});

test.each(['/site', '/f/demo'])('all words of a form of one step begin at one edge: %s', async (path) => {
  const page = await open('short', light);
  await page.goto(new URL(path, page.url()).href);
  await page.locator('form[novalidate]').waitFor();
  const [note, label] = await Promise.all(
    ['.note', '.label'].map((selector) => page.locator(selector).boundingBox()),
  );
  expect(note?.x).toBe(label?.x);
});

test('a form that is told to hide is hidden', async () => {
  const page = await open('plain', light);
  await page.locator('baton-form').evaluate((host) => host.toggleAttribute('hidden'));
  expect(await page.locator('form').isVisible()).toBe(false);
});

test('a compact form is as large as ever for fingers', async () => {
  const heights = async (options: BrowserContextOptions) => {
    const page = await open('card', light, options);
    return page
      .locator('.control')
      .first()
      .evaluate((control) => control.getBoundingClientRect().height);
  };
  expect(await heights({})).toBeLessThan(40);
  expect(await heights({ hasTouch: true, isMobile: true })).toBe(44);
});

test('the progress runs with the direction of the language', async () => {
  const scale = async (name: string) =>
    (await open(name, light)).locator('.bar').evaluate((bar) => getComputedStyle(bar).scale);
  expect(await scale('plain')).toBe('none');
  expect(await scale('hebrew')).toBe('-1 1');
});

test('with colours of the visitor’s own, every control, button and choice still has its edge', async () => {
  const page = await open('plain', light, { forcedColors: 'active' });
  await page.locator('.option').first().click();
  for (const selector of ['.control', '.option', '.send']) {
    const edge = await page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderTopColor, borderTopWidth } = getComputedStyle(element);
        return [borderTopWidth, borderTopColor];
      });
    expect(edge[0]).toBe('1px');
    expect(edge[1]).not.toMatch(/^rgba/);
  }
});
