// Options as a list of boxes to tick or marks to choose one of. Short labels stand side by side, long ones below
// each other.
import type { Field } from '@baton/form';
import type { Option } from '@baton/rules';
import type { AttributeValue, Markup } from '../markup.ts';
import { attributes, html } from '../markup.ts';
import { optionTarget } from './field-renderer.ts';
import type { FieldContext } from './field-renderer.ts';
import { isSearched, searchWords } from './long-lists.ts';

/** Characters of the longest label up to which options share a line. */
const shortLabel = 14;

export function renderOptions(
  field: Field,
  options: readonly Option[],
  context: FieldContext,
  own: Readonly<Record<string, AttributeValue>>,
): Markup {
  const longest = Math.max(...options.map((option) => option.label.length));
  const items = options.map((option, index) => {
    const input = attributes({
      id: index === 0 && optionTarget(field, context),
      name: field.id,
      value: option.id,
      checked: context.values.includes(option.id),
      ...own,
    });
    return html`<label class="option"><input${input}> ${option.label}</label>`;
  });
  const opening = attributes({
    class: longest > shortLabel ? 'options long' : 'options',
    ...searchWords(field, context.texts),
  });
  return html`${isSearched(field) && searchBox(field, context)}
    <div${opening}>${items}</div>`;
}

/** There from the start, so that nothing moves; where no script will run, nobody sees it. It has no name: it is no answer. */
function searchBox({ label }: Field, { texts }: FieldContext): Markup {
  const opening = attributes({
    class: 'control',
    type: 'search',
    autocomplete: 'off',
    placeholder: texts.search,
    'aria-label': `${texts.search}: ${label}`,
  });
  return html`<div class="sift"><input${opening}></div>`;
}
