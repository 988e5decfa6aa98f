// How the form looks: calm, one accent, the website's own font and text colour. Text outside the controls takes
// the colour of the page around it; inside the controls both colours are ours, so contrast holds on any
// background. Laid out by logical properties and `em`, so it mirrors and zooms. Written for a shadow root or a
// page of its own: selectors are short because nothing else is there.
//
// A website may set on `baton-form`: --baton-accent, --baton-on-accent (and both with -dark), --baton-radius,
// --baton-text, --baton-field, --baton-ink, --baton-line.

/** The colours by night; the hosted page takes them by media query, the embed by the text colour around it. */
const dark = `
  color-scheme: dark;
  --accent: var(--baton-accent-dark, var(--baton-accent, #4f60e4));
  --on: var(--baton-on-accent-dark, var(--baton-on-accent, #fff));
  --field: var(--baton-field, #1d2026);
  --ink: var(--baton-ink, #f3f4f6);
  --soft: #9aa1ad;
  --line: var(--baton-line, #737b89);
  --bad: #ff9d94;
`;

const form = `
  :host { display: block; }
  .baton {
    --accent: var(--baton-accent, #4f60e4);
    --on: var(--baton-on-accent, #fff);
    --radius: var(--baton-radius, 8px);
    --field: var(--baton-field, #fff);
    --ink: var(--baton-ink, #16181d);
    --soft: #666d7a;
    --line: var(--baton-line, #868d9a);
    --bad: #b42318;
    position: relative;
    color: var(--baton-text, inherit);
    line-height: 1.5;
    text-align: start;
    accent-color: var(--accent);
    overflow-wrap: anywhere;
  }
  .dark { ${dark} }
  * { box-sizing: border-box; }
  [hidden] { display: none; }
  fieldset, legend, p, h2 { margin: 0; padding: 0; border: 0; min-inline-size: 0; font: inherit; }
  .step > legend, h2 { font-size: 1.25em; font-weight: 600; line-height: 1.3; outline: 0; }
  .step + .step { margin-block-start: 48px; }
  .field { margin-block-start: 24px; }
  .label { display: block; font-weight: 500; padding-block-end: 6px; }
  .help, .top { font-size: .875em; opacity: .85; padding-block-end: 8px; }
  .must, .error { color: var(--bad); font-weight: 500; }
  .error { font-size: .875em; padding-block-start: 6px; }
  .control, .option {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 9px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    color: var(--ink);
    background: var(--field);
  }
  .control { font: inherit; font-size: max(16px, 1em); }
  textarea { min-block-size: 108px; resize: vertical; field-sizing: content; }
  ::placeholder { color: var(--soft); opacity: 1; }
  .options { display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr)); }
  .long { grid-template-columns: 1fr; }
  .marks { grid: auto / auto-flow minmax(0, 1fr); }
  .option, .consent { display: flex; gap: 10px; align-items: center; cursor: pointer; }
  .marks .option { flex-direction: column; gap: 2px; padding: 8px 0; }
  .consent { align-items: start; }
  [type=radio], [type=checkbox] { flex: none; inline-size: 18px; block-size: 18px; margin: 0; }
  .consent input { margin-block-start: 3px; }
  .option:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  .control:focus, .option:focus-within, :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .option input:focus-visible, legend:focus-visible, h2:focus-visible { outline: 0; }
  .control[aria-invalid=true], [aria-invalid=true] .option { border-color: var(--bad); }
  .statement { white-space: pre-line; }
  .trap { position: absolute; inset-block-start: 0; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .top { display: flex; justify-content: space-between; gap: 16px; padding-block: 8px 24px; }
  .note { margin-inline-start: auto; }
  .bar { block-size: 4px; border-radius: 2px; background: #8884; visibility: hidden; }
  .on .bar { visibility: visible; }
  .bar i { display: block; block-size: 100%; inline-size: var(--done, 0); border-radius: inherit; background: var(--accent); transition: inline-size .15s; }
  .agreed { padding-block: 24px 0; }
  a { color: inherit; }
  .notice:not(:empty) { margin-block-start: 24px; font-weight: 500; }
  .nav { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 32px; }
  button { min-block-size: 44px; padding: 10px 20px; border: 1px solid #0000; border-radius: var(--radius); font: inherit; font-weight: 600; color: inherit; background: none; cursor: pointer; }
  .send { color: var(--on); background: var(--accent); }
  .send:hover { filter: brightness(.93); }
  [aria-busy=true] .send { opacity: .7; }
  @media (prefers-reduced-motion: reduce) { .bar i { transition: none; } }
`;

// A form on its own page is in sight before its script: what the script will hide stays closed until it runs, for
// four seconds at most, so that nothing jumps and a script that never comes takes nothing away.
const page = `
  :root { color-scheme: light dark; }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #16181d; background: #fff; }
  main { max-inline-size: 608px; margin-inline: auto; padding: clamp(32px, 10vh, 96px) 24px 64px; }
  h1 { margin: 0 0 24px; font-size: clamp(26px, 6vw, 32px); line-height: 1.2; letter-spacing: -.02em; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
  .problem { margin-block-end: 32px; padding: 16px 20px; border: 1px solid #868d9a; border-inline-start-width: 4px; border-radius: 8px; }
  .problem h2 { font-size: 1em; }
  @keyframes wait { from, to { visibility: hidden; block-size: 0; min-block-size: 0; margin: 0; overflow: hidden; } }
  @media (scripting: enabled) { .baton:not(.on) [data-waits] { animation: wait 4s; } }
  @media (prefers-color-scheme: dark) {
    body { color: #f3f4f6; background: #101216; }
    .baton { ${dark} }
  }
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
