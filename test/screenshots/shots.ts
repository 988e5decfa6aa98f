// What is photographed: the reference forms in each state that a visitor can meet, on the pages that websites have.
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Answer } from '../../packages/page/test/website.ts';
import { demoRequest, everyKind, fifteenFields, publish } from '../../packages/page/test/forms.ts';
import type { PublishedForm } from '../../packages/page/src/render/index.ts';
import { fillIn } from '../../packages/page/test/browser.ts';
import { inHebrew } from './hebrew.ts';
import { furtherStates, ledStates } from './states.ts';
import { themes } from './themes.ts';

/** One picture: a form, the website around it (none: the hosted page), and what the visitor did. */
export type Shot = {
  readonly name: string;
  readonly form: PublishedForm;
  readonly site?: string;
  readonly options?: BrowserContextOptions;
  readonly answers?: readonly Answer[];
  readonly act?: (page: Page) => Promise<void>;
  /** A page as the worker gives it to a browser without scripts. */
  readonly html?: string;
  /** What the browser remembers of its visitor. */
  readonly storage?: string;
};

const proceed = (page: Page) => page.locator('.send').click();

async function finish(page: Page): Promise<void> {
  await fillIn(page);
  await proceed(page);
}

const states: readonly Pick<Shot, 'name' | 'act' | 'answers'>[] = [
  { name: 'start' },
  { name: 'errors', act: proceed },
  { name: 'second-step', act: (page) => fillIn(page) },
  { name: 'sending', answers: ['cut', 'cut', 'cut', 'cut'], act: finish },
  {
    name: 'thanks',
    act: async (page) => {
      await finish(page);
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    },
  },
];

const head =
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Site</title>';
const body = (style: string) =>
  `${head}<body style="margin:0 auto;max-width:36em;padding:32px 20px;${style}"><h1>Talk to us</h1>`;

/** Websites: plain, dark without a word of it, with a face of its own, one that resets everything. */
const sites = {
  plain: body('font:16px system-ui,sans-serif'),
  dark: body('font:16px system-ui,sans-serif;background:#0d1b2a;color:#e8edf4'),
  serif: body('font:19px/1.7 Georgia,serif;background:#faf6ee;color:#3b2f2f'),
  hostile: `${head}<style>* { all: unset !important; color: #16181d !important; font-size: 16px !important;
    display: block !important; letter-spacing: 4px !important; text-transform: uppercase !important;
    text-align: center !important; font-weight: 900 !important; line-height: 3 !important; text-indent: 40px !important;
    word-spacing: 20px !important; text-shadow: 2px 2px red !important; cursor: wait !important }
    head, head * { display: none !important } body { padding: 20px !important }</style><body>`,
};

const phone = { width: 390, height: 844 };
const sizes = [
  ['1440', { width: 1440, height: 900 }],
  ['390', phone],
] as const;

/** Every picture. */
export const shots: readonly Shot[] = [
  ...sizes.flatMap(([size, viewport]) => [
    ...states.flatMap((state) => [
      {
        ...state,
        name: `demo-${state.name}-${size}`,
        form: demoRequest,
        site: sites.plain,
        options: { viewport },
      },
      {
        ...state,
        name: `demo-dark-${state.name}-${size}`,
        form: demoRequest,
        site: sites.dark,
        options: { viewport },
      },
      { ...state, name: `hosted-${state.name}-${size}`, form: demoRequest, options: { viewport } },
    ]),
    { name: `kinds-${size}`, form: everyKind, site: sites.plain, options: { viewport }, act: proceed },
    { name: `kinds-dark-${size}`, form: everyKind, site: sites.dark, options: { viewport } },
    { name: `fifteen-${size}`, form: fifteenFields, site: sites.serif, options: { viewport }, act: fillIn },
    ...furtherStates.flatMap((state) => [
      { ...state, name: `${state.name}-${size}`, site: sites.plain, options: { viewport } },
      { ...state, name: `${state.name}-dark-${size}`, site: sites.dark, options: { viewport } },
    ]),
    ...ledStates.map((state) => ({
      ...state,
      name: `${state.name}-${size}`,
      options: { viewport, javaScriptEnabled: false },
    })),
    { name: `hosted-dark-${size}`, form: demoRequest, options: { viewport, colorScheme: 'dark' as const } },
    ...Object.entries(themes).flatMap(([name, theme]) => {
      const form = publish({ ...demoRequest.form, theme });
      const shot = { form, site: sites.plain, options: { viewport } };
      return [
        { ...shot, name: `theme-${name}-${size}`, act: proceed },
        { ...shot, name: `theme-${name}-second-${size}`, act: (page: Page) => fillIn(page) },
        { ...shot, name: `theme-${name}-dark-${size}`, site: sites.dark },
      ];
    }),
  ]),
  ...Object.entries(themes).map(([name, theme]) => ({
    name: `hosted-theme-${name}`,
    form: publish({ ...everyKind.form, theme }),
    options: { viewport: phone },
  })),
  { name: 'hebrew-start', form: inHebrew, site: sites.plain, options: { viewport: phone }, act: proceed },
  { name: 'hebrew-hosted', form: inHebrew, options: { viewport: { width: 1440, height: 900 } } },
  ...(['popup', 'slidein'] as const).map((mode) => ({
    name: `hebrew-${mode}`,
    form: publish({
      ...inHebrew.form,
      embed: { mode, triggers: [], once: 'always', button: inHebrew.form.name },
    }),
    site: sites.dark,
    options: { viewport: phone },
    act: async (page: Page) => {
      await page.getByRole('button', { name: inHebrew.form.name }).click();
      await proceed(page);
    },
  })),
  { name: 'hostile', form: demoRequest, site: sites.hostile, options: { viewport: phone } },
  {
    name: 'hostile-errors',
    form: everyKind,
    site: sites.hostile,
    options: { viewport: phone },
    act: proceed,
  },
  {
    name: 'narrow-320',
    form: everyKind,
    site: sites.plain,
    options: { viewport: { width: 320, height: 640 } },
    act: proceed,
  },
  // 400% of 1280 × 1024, as browsers zoom: a quarter of the pixels, each four times as large.
  {
    name: 'zoom-400',
    form: demoRequest,
    options: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
    act: proceed,
  },
  {
    name: 'forced-colours',
    form: demoRequest,
    options: { viewport: phone, forcedColors: 'active' },
    act: (page) => fillIn(page),
  },
];
