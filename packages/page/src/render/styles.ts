// How the form looks: calm, one accent, the website's own font and text colour. All other colours follow from that
// text colour, light text meaning a dark page, so the form fits a background that nobody told it of. Laid out by
// logical properties and `em`, so it mirrors and zooms. Written for a shadow root or a page of its own: selectors
// are short because nothing else is there.
//
// A website may set on `baton-form`: --baton-accent, --baton-on-accent, --baton-radius, --baton-field, --baton-line.

const form = `
  :host { display: block; }
  .baton {
    --field: var(--baton-field, oklch(from currentColor 1 0 0 / clamp(.06, (.6 - l) * 99, 1)));
    --bad: oklch(from currentColor clamp(.5, (l - .6) * 99, .8) .17 25);
    position: relative;
    line-height: 1.5;
    text-align: start;
    accent-color: var(--baton-accent, #4f60e4);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  * { box-sizing: border-box; margin: 0; font: inherit; }
  [hidden], .error:empty { display: none; }
  fieldset, legend { min-inline-size: 0; padding: 0; border: 0; }
  .step > legend, h2 { font-size: 1.25em; font-weight: 600; }
  h2 { padding-block-end: 8px; }
  .step:not([hidden]) ~ .step, .nav, .notice { margin-block-start: 32px; }
  .field { margin-block-start: 24px; }
  .label { display: block; padding-block-end: 6px; font-weight: 500; }
  option { color: CanvasText; background: Canvas; }
  .help, .error, .top { padding-block-end: 8px; font-size: .875em; opacity: .85; }
  .label + .help { margin-block-start: -4px; }
  .must, .error { color: var(--bad); opacity: 1; }
  .error { padding-block: 6px 0; }
  .control, .option, button {
    min-block-size: 44px;
    padding: 9px 12px;
    border: 1px solid var(--baton-line, #868d9a);
    border-radius: var(--baton-radius, 8px);
    color: inherit;
    background: var(--field);
  }
  .control { display: block; inline-size: 100%; font-size: max(16px, 1em); }
  ::placeholder { color: inherit; opacity: .7; }
  .options { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr)); }
  .long { grid-template-columns: none; }
  .marks { grid: auto / auto-flow minmax(0, 1fr); }
  .option, .consent, .top, .nav { display: flex; gap: 10px; align-items: center; }
  .marks .option { flex-direction: column; padding: 8px 0; gap: 2px; }
  .consent { align-items: start; }
  [type=radio], [type=checkbox] { flex: none; inline-size: 18px; block-size: 18px; }
  .consent input { margin-block-start: 3px; }
  .option:has(:checked) { border-color: currentColor; }
  .control:focus, .option:focus-within, :focus-visible { outline: 2px solid; outline-offset: 1px; }
  .option :focus, [tabindex="-1"] { outline: 0; }
  .control[aria-invalid=true], [aria-invalid=true] .option { border-color: var(--bad); }
  .trap { position: absolute; clip-path: inset(50%); }
  .top { flex-wrap: wrap; justify-content: space-between; padding-block-end: 24px; }
  .bar { flex: 0 0 100%; block-size: 4px; border-radius: 2px; background: linear-gradient(90deg, var(--baton-accent, #4f60e4) var(--done), #8884 0); }
  [dir=rtl] .bar { scale: -1 1; }
  .note { margin-inline-start: auto; }
  a { color: inherit; }
  .notice:empty { margin: 0; }
  .send { padding-inline: 20px; border-color: #0000; color: var(--baton-on-accent, #fff); background: var(--baton-accent, #4f60e4); }
  .back { border-color: #0000; background: none; }
  button { font-weight: 600; cursor: pointer; }
  button:hover { filter: brightness(.93); }
`;

// A form on its own page is in sight before its script: what the script will hide stays closed until it runs, for
// four seconds at most, so that nothing jumps and a script that never comes takes nothing away.
const page = `
  :root { color-scheme: light dark; }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #16181d; background: #fff; }
  main { max-inline-size: 608px; margin-inline: auto; padding: clamp(32px, 10vh, 96px) 24px 64px; }
  h1 { margin-block-end: 24px; font-size: clamp(26px, 6vw, 32px); line-height: 1.2; letter-spacing: -.02em; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
  .problem { margin-block-end: 32px; padding: 16px 20px; border: 1px solid #868d9a; border-inline-start-width: 4px; border-radius: 8px; }
  .problem h2 { font-size: 1em; }
  @keyframes wait { from, to { visibility: hidden; block-size: 0; min-block-size: 0; margin: 0; overflow: hidden; } }
  form:not([novalidate]) .bar { visibility: hidden; }
  @media (scripting: enabled) { form:not([novalidate]) :is([data-waits], [data-waits] > legend) { animation: wait 4s; } }
  @media (prefers-color-scheme: dark) { body { color: #f3f4f6; background: #101216; } }
`;

/** The form's own styles, as adopted by the embed's shadow root. */
export const formStyles: string = compact(form);

/** The styles of the hosted page of a form without a theme. */
export const pageStyles: string = compact(form + page);

/** Without what only a reader needs. These sheets hold no strings and no combinators without blanks. */
function compact(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replaceAll(';}', '}')
    .trim();
}
