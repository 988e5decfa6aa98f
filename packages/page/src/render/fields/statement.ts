// Words between questions; a line break in them is a line break on the page.
import { consentLink, quiet } from '../consent.ts';
import { html } from '../markup.ts';
import type { FieldRenderer } from './field-renderer.ts';
import { frame } from './field-renderer.ts';

export const statement: FieldRenderer = {
  render: (field, context) =>
    html`<div${frame(field, context)}><p${quiet(field)}>${field.text ?? field.label}${consentLink(field, context.texts)}</p></div>`,
  codes: () => [],
};
