// Two people on one form: what both did since they last had the same form, put together; fields which one of them moved
// and the other changed come out moved and changed.
import { mergeDocuments, type Choices, type Merged } from '../saving/merge-documents.ts';
import type { FormDraft } from './form-draft.ts';

/** @param base the form as both last had it */
export function mergeDrafts(
  base: FormDraft,
  mine: FormDraft,
  theirs: FormDraft,
  choices?: Choices,
): Merged<FormDraft> {
  const merged = mergeDocuments(apart(base), apart(mine), apart(theirs), choices);
  return { draft: together(merged.draft, theirs), clashes: merged.clashes };
}

/** The form with its fields beside the steps, which hold their ids: so a field is the same wherever it stands. */
function apart({ steps, ...form }: FormDraft): unknown {
  const fields = Object.fromEntries(steps.flatMap((step) => step.fields.map((field) => [field.id, field])));
  return {
    ...form,
    fields,
    steps: steps.map((step) => ({ ...step, fields: step.fields.map(({ id }) => id) })),
  };
}

/** Puts each field back, once: where two steps hold it, where `theirs` has it; where none does, at the end. */
function together(merged: unknown, theirs: FormDraft): FormDraft {
  const { fields, steps, ...form }: Apart = Object(merged);
  const stands = new Map<string, string>();
  for (const step of theirs.steps) for (const { id } of step.fields) stands.set(id, step.id);
  const held = new Map<string, readonly string[]>();
  for (const step of steps) for (const id of step.fields) held.set(id, [...(held.get(id) ?? []), step.id]);
  const isHere = (id: string, step: string): boolean => {
    const places = held.get(id) ?? [];
    return places.length < 2 || places.find((place) => place !== stands.get(id)) === step;
  };
  const lost = Object.keys(fields).filter((id) => !held.has(id));
  return {
    ...form,
    steps: steps.map((step, at) => {
      const here = [...new Set(step.fields)].filter((id) => id in fields && isHere(id, step.id));
      const ids = at === steps.length - 1 ? [...here, ...lost] : here;
      return { ...step, fields: ids.flatMap((id) => fields[id] ?? []) };
    }),
  };
}

type Apart = Omit<FormDraft, 'steps'> & {
  readonly fields: Readonly<Record<string, FormDraft['steps'][number]['fields'][number]>>;
  readonly steps: readonly (Omit<FormDraft['steps'][number], 'fields'> & {
    readonly fields: readonly string[];
  })[];
};
