// Rules that only some forms and pages need: the script's parts adopt them, a page of the form's own holds them.

/** A button that is no more than words. */
export const hintStyles =
  '.hint{padding-inline:0;border-color:#0000;background:none;font-weight:400;text-decoration:underline;text-align:start}:where(.help){padding-bottom:8px;opacity:.85}.help:empty{padding:0}';

/** All answers once more. */
export const reviewStyles =
  '.review div{display:grid;grid-template-columns:1fr auto;gap:0 16px;padding-block:12px;border-block-end:1px solid #8884}' +
  '.review dt{font-size:.875em;opacity:.85}.review dd{grid-column:1}.review dd+dd{grid-area:1/2/3}';
