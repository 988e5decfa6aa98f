// One box to tick. It is never ticked in advance.
import { consentLink } from '../consent.ts';
import { attributes, html } from '../markup.ts';
import type { FieldRenderer } from './field-renderer.ts';
import { controlAttributes, controlId, error, frame, help, isDemanded, mark } from './field-renderer.ts';

export const consent: FieldRenderer = {
  render(field, context) {
    const input = attributes({
      type: 'checkbox',
      id: controlId(field),
      name: field.id,
      value: 'true',
      checked: context.values.includes('true') || context.values.includes('on'),
      required: isDemanded(field, context),
      ...controlAttributes(field, context),
    });
    const label = html`${field.label}${consentLink(field, context.texts)}${mark(field, context)}`;
    return html`<div${frame(field, context)}>
      <label class="consent"><input${input}> <span>${label}</span></label>
      ${help(field)}${error(field, context)}
    </div>`;
  },
  codes: ({ required, requiredWhen }) => (required || requiredWhen ? ['must_be_true'] : []),
};
