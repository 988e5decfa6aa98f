// A one-line control. The kinds that are one line differ by the keyboard they call and what the browser may fill in.
import type { Field } from '@baton/form';
import type { AttributeValue, Markup } from '../markup.ts';
import { attributes, html } from '../markup.ts';
import { completion } from '../completion.ts';
import type { FieldContext } from './field-renderer.ts';
import { controlAttributes, controlId, isDemanded, renderSingle } from './field-renderer.ts';

/** A field of one `<input>`; `own` is what its kind adds. */
export function renderInput(
  field: Field,
  context: FieldContext,
  own: Readonly<Record<string, AttributeValue>>,
): Markup {
  const control = html`<input${attributes({
    class: 'control',
    ...controlAttributes(field, context),
    placeholder: field.placeholder,
    id: controlId(field),
    ...own,
    name: field.id,
    autocomplete: completion(field),
    required: isDemanded(field, context),
    value: context.values[0],
    enterkeyhint: context.leadsTo,
  })}>`;
  return renderSingle(field, context, control);
}
