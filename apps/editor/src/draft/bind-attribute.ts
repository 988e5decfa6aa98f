// A field and the attribute that it asks for. Options are the attribute's where the field has none of its own; none that
// visitors can choose by now is ever lost by binding a field to something else.
import type { Attribute } from '@baton/rules';
import { newField, updateField } from './edit-fields.ts';
import type { DraftField, FormDraft } from './form-draft.ts';
import { isSame } from '@baton/form/changes';

import { placeOf } from './places.ts';

/**
 * @param before what it is bound to, as the workspace has it
 * @param after undefined: the answer stays with the submission
 */
export function bindAttribute(
  draft: FormDraft,
  id: string,
  before: Attribute | undefined,
  after: Attribute | undefined,
): FormDraft {
  const field = placeOf(draft, id)?.field;
  if (field === undefined) return draft;
  const attribute = after?.id;
  if (field.kind !== 'choice' && field.kind !== 'choices') return updateField(draft, id, { attribute });
  return updateField(draft, id, { attribute, options: optionsAfter(field, draft, before, after) });
}

function optionsAfter(
  field: DraftField,
  draft: FormDraft,
  before: Attribute | undefined,
  after: Attribute | undefined,
): DraftField['options'] {
  const isOffering = (after?.options ?? []).length > 0;
  if (!isOffering) return field.options ?? before?.options;
  return isSame(field.options, newField(field.kind, draft).options) ? undefined : field.options;
}

/** The attribute takes over the options of the field, which then shares them. */
export function shareOptions(draft: FormDraft, id: string, attribute: Attribute): FormDraft {
  return updateField(draft, id, {
    attribute: attribute.id,
    ...((attribute.options ?? []).length > 0 ? { options: undefined } : {}),
  });
}
