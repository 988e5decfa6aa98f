// How the form looks: calm, one accent, the website's own font and text colour. All other colours follow from that
// text colour, light text meaning a dark page, so the form fits a background that nobody told it of. It takes over
// font and colour, and nothing else of what a page's rules hand down. Written for a shadow root or a page of its
// own: selectors are short because nothing else is there. Every form carries each byte of what stands first; what
// only some themes need is in theme.ts.
//
// A website may set on `baton-form`: --baton-accent, --baton-on-accent, --baton-radius, --baton-field, --baton-line.

import { plainStyles } from './plain-styles.ts';
import { compact } from './compact.ts';
import { hintStyles, reviewStyles } from './extra-styles.ts';

/** What the tokens are where neither theme nor website says anything. */
export const defaults = { accent: '#4f60e4', line: '#868d9a', radius: '8px' } as const;

const form = `
  :host(:not([hidden])) { display: block; }
  .baton {
    all: initial;
    display: block;
    color: inherit;
    color-scheme: inherit;
    font-family: inherit;
    font-size: max(1em, 16px - 2em);
    line-height: 1.5;
    overflow-wrap: anywhere;
    white-space: pre-line;
    accent-color: var(--baton-accent, ${defaults.accent});
    --bad: oklch(from currentColor clamp(.5, (l - .6)*99, .8) .17 25);
  }
  * { box-sizing: border-box; min-width: 0; margin: 0; padding: 0; border: 0; font: inherit; }
  [hidden] { display: none!important; }
  .field { margin-top: 24px; }
  .nav, .notice:not(:empty) { margin-top: 32px; }
  .label { display: block; padding-bottom: 4px; font-weight: 500; }
  .help, .error, .top { font-size: .875em; }
  .must, .error { color: var(--bad); }
  .error:not(:empty) { padding-top: 6px; }
  .field:has(.error:not(:empty)) { --baton-line: var(--bad); }
  .control, .option, button {
    min-height: 44px;
    padding: 9px 12px;
    border: 1px solid var(--baton-line, ${defaults.line});
    border-radius: var(--baton-radius, ${defaults.radius});
    color: inherit;
    background: var(--baton-field, oklch(from currentColor 1 0 0/clamp(.06, (.6 - l)*99, 1)));
  }
  .control { display: block; width: 100%; font-size: max(16px, 1em); }
  :focus-visible { outline: 2px solid var(--baton-accent, ${defaults.accent}); outline-offset: 1px; }
  [tabindex='-1'] { padding-bottom: 8px; outline: 0; font-size: 1.25em; font-weight: 600; }
  .trap { position: absolute; visibility: hidden; }
  .option, .consent, .top, .nav { display: flex; gap: 10px; align-items: center; }
  .top { flex-wrap: wrap; padding-bottom: 24px; }
  button { font-weight: 600; cursor: pointer; }
  button:hover { filter: brightness(.93); }
  .send, .back { border-color: #0000; }
  .send { padding-inline: 20px; color: var(--baton-on-accent, #fff); background: var(--baton-accent, ${defaults.accent}); }
  .back { background: none; }
`;

// What only some forms have in them.
const further = [
  { where: /\bhelp\b/, rules: `.help { padding-bottom: 8px; opacity: .85; }` },
  { where: /<a\b/, rules: `a { color: inherit; }` },
  { where: /<select\b/, rules: `option { color: CanvasText; background: Canvas; }` },
  // What searches a list shows in its box what the list says.
  { where: /\bplaceholder\b|<select\b/, rules: `::placeholder { color: inherit; opacity: .7; }` },
  {
    where: /\bbar\b/,
    rules: `
      .bar { width: 100%; height: 4px; border-radius: 2px; background: linear-gradient(90deg, var(--baton-accent, ${defaults.accent}) var(--done), #8884 0); }
      .progress { flex: 1; }
    `,
  },
  // Of a form without steps, the word of what is required begins where all else does.
  { where: /\btop\b[^>]*><p[^]*\bnote\b/, rules: `.progress:empty { display: none; }` },
  { where: /=(radio|checkbox)\b/, rules: `label input { flex: none; width: 18px; height: 18px; }` },
  {
    where: /\boptions\b/,
    rules: `
      .options { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(var(--least, 9em), 1fr)); }
      .long { --least: 100%; }
      .option:has(:checked) { border-color: var(--baton-accent, ${defaults.accent}); }
      .option:has(:focus-visible) { outline: 2px solid var(--baton-accent, ${defaults.accent}); outline-offset: 1px; }
      .option :focus-visible { outline: 0; }
    `,
  },
  // Boxes by the dozen scroll in a frame of their own, below what searches them.
  {
    where: /\bsift\b/,
    rules: `
      .sift { display: none; position: relative; margin-bottom: 12px; }
      @media (scripting) { .sift { display: block; } }
      .sift ~ .options { max-height: 22em; padding: 3px; margin: -3px; align-content: start; overflow-y: scroll; }
    `,
  },
  {
    where: /\bmarks\b/,
    rules: `
      .marks { --least: 44px; }
      .marks .option { flex-direction: column; gap: 2px; padding: 8px 0; }
    `,
  },
  {
    where: /\bconsent\b/,
    rules: `
      .consent { align-items: start; }
      .consent input { margin-top: 3px; }
    `,
  },
];

// A form on its own page is in sight before its script: what the script will hide stays closed until it runs, for
// four seconds at most, so that nothing jumps and a script that never comes takes nothing away.
const page = `
  :root { color-scheme: light dark; }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: light-dark(#16181d, #f3f4f6); background: light-dark(#fff, #101216); }
  .step:not([hidden]) ~ .step { margin-top: 32px; }
  main { max-inline-size: 608px; margin-inline: auto; padding: clamp(32px, 10vh, 96px) 24px 64px; }
  h1 { margin-block-end: 24px; font-size: clamp(26px, 6vw, 32px); line-height: 1.2; letter-spacing: -.02em; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
  a.send { font-weight: 600; text-decoration: none; }
  .problem { margin-block-end: 32px; padding: 16px 20px; border: 1px solid ${defaults.line}; border-inline-start-width: 4px; border-radius: 8px; }
  .problem h2 { padding: 0; font-size: 1em; }
  [dir=rtl] .bar { scale: -1 1; }
  @keyframes wait { from, to { visibility: hidden; block-size: 0; min-block-size: 0; margin: 0; padding: 0; overflow: hidden; } }
  form:not([novalidate]) .bar { visibility: hidden; }
  @media (scripting: enabled) { form:not([novalidate]) :is([data-waits], [data-waits] > legend) { animation: wait 4s; } }
`;

/** The styles that every form has, as adopted by the embed's shadow root. */
export const formStyles: string = compact(form);

/** What only some forms need, all of it. */
export const furtherStyles: string = compact(further.map(({ rules }) => rules).join(''));

/** What else a form needs that is drawn so. */
export function stylesFor(html: string): string {
  return compact(further.map(({ where, rules }) => (where.test(html) ? rules : '')).join(''));
}

const note = `.top:not(:has(~ .step .must:not([hidden], [hidden] *))) .note { display: none; }`;

/** What a form needs that demands nothing in some of its steps: no word of it there. */
export const noteStyles: string = compact(note);

/** What a form from right to left needs more. */
export const mirroredStyles: string = compact(`.bar { scale: -1 1; }`);

/** The styles of the hosted page of a form without a theme. */
export const pageStyles: string = compact(
  form.replaceAll('.send', ':is(.send, .go)') +
    further.map(({ rules }) => rules).join('') +
    note +
    page +
    plainStyles +
    hintStyles +
    reviewStyles,
);
