// Several lines of text. The box grows with them where the browser can.
import { longestTextarea } from '@baton/form';
import { attributes, html } from '../markup.ts';
import type { FieldRenderer } from './field-renderer.ts';
import { controlAttributes, controlId, isDemanded, lengthCodes, renderSingle } from './field-renderer.ts';

export const textarea: FieldRenderer = {
  render(field, context) {
    const [value = ''] = context.values;
    const opening = attributes({
      class: 'control',
      id: controlId(field),
      name: field.id,
      rows: 4,
      placeholder: field.placeholder,
      required: isDemanded(field, context),
      ...controlAttributes(field, context),
    });
    // HTML drops one line break after the tag, so a text that begins with one gets another.
    const control = html`<textarea${opening}>${/^\r?\n/.test(value) ? '\n' : ''}${value}</textarea>`;
    return renderSingle(field, context, control);
  },
  codes: (field) => ['not_text', ...lengthCodes(field, longestTextarea)],
};
