// One of a long list, as the browser's own list box.
import type { Field } from '@baton/form';
import type { Option } from '@baton/rules';
import type { AttributeValue, Markup } from '../markup.ts';
import { attributes, html } from '../markup.ts';
import { completion } from '../completion.ts';
import type { FieldContext } from './field-renderer.ts';
import { controlAttributes, controlId, isDemanded, renderSingle } from './field-renderer.ts';
import { searchWords } from './long-lists.ts';

/** A field of one `<select>`, which begins with nothing chosen. */
export function renderSelect(
  field: Field,
  context: FieldContext,
  options: readonly Option[],
  own: Readonly<Record<string, AttributeValue>> = {},
): Markup {
  const { texts } = context;
  const opening = attributes({
    class: 'control',
    id: controlId(field),
    name: field.id,
    autocomplete: completion(field),
    required: isDemanded(field, context),
    ...searchWords(field, texts),
    ...own,
    ...controlAttributes(field, context),
  });
  const control = html`<select${opening}>
    <option value="">${texts.choose}</option>
    ${options.map((option) => renderOption(option, context.values))}
  </select>`;
  return renderSingle(field, context, control);
}

function renderOption(option: Option, values: readonly string[]): Markup {
  const chosen = attributes({ value: option.id, selected: values.includes(option.id) });
  return html`<option${chosen}>${option.label}</option>`;
}
