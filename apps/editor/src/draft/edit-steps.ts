// What can be done with steps.
import { patched } from './edit-fields.ts';
import type { DraftStep, FormDraft } from './form-draft.ts';
import { freeId } from './ids.ts';
import { takenIds } from './places.ts';

export type StepPatch = { readonly [Key in keyof DraftStep]?: DraftStep[Key] | undefined };

export function addStep(draft: FormDraft, index: number): { readonly draft: FormDraft; readonly id: string } {
  const id = freeId(`step_${draft.steps.length + 1}`, takenIds(draft), 'step');
  return { draft: { ...draft, steps: draft.steps.toSpliced(index, 0, { id, title: '', fields: [] }) }, id };
}

export function updateStep(draft: FormDraft, id: string, patch: StepPatch): FormDraft {
  return { ...draft, steps: draft.steps.map((step) => (step.id === id ? patched(step, patch) : step)) };
}

/** Takes a step away, and its fields with it. */
export function removeStep(draft: FormDraft, id: string): FormDraft {
  return { ...draft, steps: draft.steps.filter((step) => step.id !== id) };
}

/** One place up or down. */
export function nudgeStep(draft: FormDraft, id: string, by: -1 | 1): FormDraft {
  const at = draft.steps.findIndex((step) => step.id === id);
  const step = draft.steps[at];
  const to = at + by;
  if (step === undefined || to < 0 || to >= draft.steps.length) return draft;
  return { ...draft, steps: draft.steps.toSpliced(at, 1).toSpliced(to, 0, step) };
}

/** Splits a step in two before the field at `index`. Both halves are shown when the whole was. */
export function splitStep(draft: FormDraft, id: string, index: number): FormDraft {
  const at = draft.steps.findIndex((step) => step.id === id);
  const step = draft.steps[at];
  if (step === undefined) return draft;
  const { draft: more, id: fresh } = addStep(draft, at + 1);
  return {
    ...more,
    steps: more.steps.map((one) =>
      one.id === id
        ? { ...one, fields: step.fields.slice(0, index) }
        : one.id === fresh
          ? { ...patched(one, { shownWhen: step.shownWhen }), fields: step.fields.slice(index) }
          : one,
    ),
  };
}
