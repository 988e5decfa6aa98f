// A field of a draft as visitors would see it, with what its attribute gives it. The very same object for the very
// same field and attribute, so that nothing is drawn twice.
import { otherOption, type Field } from '@baton/form';
import type { Attribute, Option } from '@baton/rules';
import type { DraftField } from './form-draft.ts';

const shown = new WeakMap<DraftField, { readonly attribute: Attribute | undefined; readonly field: Field }>();

export function shownField(field: DraftField, attribute: Attribute | undefined): Field {
  const known = shown.get(field);
  if (known !== undefined && known.attribute === attribute) return known.field;
  const made = withOptions(field, attribute);
  shown.set(field, { attribute, field: made });
  return made;
}

function withOptions(field: DraftField, attribute: Attribute | undefined): Field {
  if (field.kind !== 'choice' && field.kind !== 'choices') return field;
  const options = optionsOf(field, attribute);
  const { other } = field;
  if (other === undefined || options.some(({ id }) => id === otherOption)) return { ...field, options };
  return { ...field, options: [...options, { id: otherOption, label: other.label ?? 'Other' }] };
}

/** The field's own options, or else those of its attribute. */
export function optionsOf(field: DraftField, attribute: Attribute | undefined): readonly Option[] {
  return field.options ?? attribute?.options ?? [];
}
