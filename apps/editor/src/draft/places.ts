// Where things stand in a form.
import type { DraftField, DraftStep, FormDraft } from './form-draft.ts';

export type FieldPlace = {
  readonly step: DraftStep;
  readonly stepIndex: number;
  readonly field: DraftField;
  readonly index: number;
};

/** Before the field that stands at `index` of a step, or behind its last. */
export type Gap = { readonly step: string; readonly index: number };

export function placeOf(draft: FormDraft, id: string): FieldPlace | null {
  for (const [stepIndex, step] of draft.steps.entries()) {
    const index = step.fields.findIndex((field) => field.id === id);
    const field = step.fields[index];
    if (field !== undefined) return { step, stepIndex, field, index };
  }
  return null;
}

/** Every field, in order. */
export function fieldsOf(draft: FormDraft): readonly DraftField[] {
  return draft.steps.flatMap(({ fields }) => fields);
}

const byId = new WeakMap<FormDraft, ReadonlyMap<string, DraftField>>();

/** The field with this id. Asked of the same draft often, it looks through it once. */
export function fieldOf(draft: FormDraft, id: string): DraftField | undefined {
  const known = byId.get(draft);
  if (known) return known.get(id);
  const fields = new Map(fieldsOf(draft).map((field) => [field.id, field]));
  byId.set(draft, fields);
  return fields.get(id);
}

/** Ids that no new part may have: those of all steps, fields and outcomes. */
export function takenIds(draft: FormDraft): ReadonlySet<string> {
  return new Set([
    ...draft.steps.map(({ id }) => id),
    ...fieldsOf(draft).map(({ id }) => id),
    ...(draft.outcomes ?? []).map(({ id }) => id),
  ]);
}

/** The gap behind a field, or at the end of the form where there is no such field. */
export function gapAfter(draft: FormDraft, id: string | undefined): Gap | null {
  const found = id === undefined ? null : placeOf(draft, id);
  if (found) return { step: found.step.id, index: found.index + 1 };
  const last = draft.steps.at(-1);
  return last ? { step: last.id, index: last.fields.length } : null;
}
