// Where each field of a parsed form stands in its document. The question behind an `other` option is a field of its
// own once the form is parsed; in the document it is a part of the field before it.
import type { Path } from '@baton/rules';
import type { Field, Step } from '../types.ts';

export type PlacedField = { readonly field: Field; readonly path: Path };

/** @param at the step's own path */
export function placedFields({ fields }: Pick<Step, 'fields'>, at: Path): readonly PlacedField[] {
  let place = -1;
  return fields.map((field) => {
    if (field.otherOf !== undefined) return { field, path: [...at, 'fields', place, 'other'] };
    place += 1;
    return { field, path: [...at, 'fields', place] };
  });
}
