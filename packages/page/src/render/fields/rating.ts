// A mark from 1 to the best, 5 unless told.
import type { FieldRenderer } from './field-renderer.ts';
import { controlAttributes, isDemanded, optionTarget, renderGroup } from './field-renderer.ts';
import { attributes, html } from '../markup.ts';

export const rating: FieldRenderer = {
  render(field, context) {
    const marks = Array.from({ length: field.max ?? 5 }, (_, index) => index + 1);
    const items = marks.map((mark) => {
      const input = attributes({
        id: mark === 1 && optionTarget(field, context),
        name: field.id,
        value: mark,
        checked: context.values.includes(String(mark)),
        type: 'radio',
        required: isDemanded(field, context),
      });
      return html`<label class="option"><input${input}> ${mark}</label>`;
    });
    const group = { role: 'radiogroup', ...controlAttributes(field, context) };
    return renderGroup(field, context, group, html`<div class="options marks">${items}</div>`);
  },
  codes: () => [],
};
