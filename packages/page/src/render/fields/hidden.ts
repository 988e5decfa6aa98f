// A value that nobody sees. It stands in an element of its own, because the script shows and hides those.
import { attributes, html } from '../markup.ts';
import type { FieldRenderer } from './field-renderer.ts';
import { frame } from './field-renderer.ts';

export const hidden: FieldRenderer = {
  render(field, context) {
    const input = attributes({ type: 'hidden', name: field.id, value: context.values[0] ?? '' });
    return html`<div${frame(field, context, { class: undefined })}><input${input}></div>`;
  },
  codes: () => [],
};
