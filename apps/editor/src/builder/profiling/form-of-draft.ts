// A draft as a form that can be planned with. Reading it whole takes the schema library, which is too heavy for a
// browser that only wants to know what is asked: here its conditions alone are looked through.
import { otherId, otherOption, type Field, type Form } from '@baton/form';
import { parseCondition, type Catalogue } from '@baton/rules';
import { conditionAt, type ConditionPlace } from '../../draft/condition-places.ts';
import type { DraftField, FormDraft } from '../../draft/form-draft.ts';
import { readablesFor, vocabularyOfReadables } from '../../draft/readables.ts';
import { shownField } from '../../draft/shown-field.ts';

/** Null: some condition cannot be decided as it stands. */
export function formOfDraft(draft: FormDraft, attributes: Catalogue): Form | null {
  if (!isDecidable(draft, attributes)) return null;
  const { outcomes: _, ...rest } = draft;
  return {
    language: 'en',
    consent: null,
    theme: {},
    translations: {},
    protection: {},
    websites: [],
    ...rest,
    outcomes: [],
    profiling: { maxProgressive: 3, order: 'listed', ...draft.profiling },
    steps: draft.steps.map((step) => ({
      ...step,
      title: step.title ?? '',
      fields: step.fields.flatMap((field) => askedBy(field, attributes)),
    })),
  };
}

/** The field, and the question behind its last option (form/parse-other.ts). */
function askedBy(field: DraftField, attributes: Catalogue): readonly Field[] {
  const shown = shownField(
    field,
    field.attribute === undefined ? undefined : attributes.get(field.attribute),
  );
  const { id, other } = field;
  if (other === undefined) return [shown];
  const rule = { field: `answer.${id}`, operator: 'in', value: [otherOption] } as const;
  const question: Field = {
    id: otherId(id),
    kind: 'text',
    label: other.question ?? '',
    required: true,
    otherOf: id,
    shownWhen: { combinator: 'and', rules: [rule] },
    ...(other.attribute === undefined ? {} : { attribute: other.attribute }),
  };
  return [shown, question];
}

function isDecidable(draft: FormDraft, attributes: Catalogue): boolean {
  const around = { attributes, agreement: null };
  const holds = (place: ConditionPlace, written: unknown): boolean => {
    if (written === undefined || written === null) return true;
    const condition = conditionAt(draft, place);
    return (
      condition !== null &&
      parseCondition(condition, vocabularyOfReadables(readablesFor(draft, place, around))).ok
    );
  };
  return draft.steps.every(
    ({ id: step, shownWhen, fields }) =>
      holds({ kind: 'step_shown', id: step }, shownWhen) &&
      fields.every(
        (field) =>
          holds({ kind: 'field_shown', id: field.id }, field.shownWhen) &&
          holds({ kind: 'field_required', id: field.id }, field.requiredWhen),
      ),
  );
}
