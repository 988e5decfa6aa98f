// Which fields and steps differ between two states of a form at work, and which are selected or not any more.
import { fieldOf } from '../draft/places.ts';
import { selectedFields } from './selection.ts';
import type { FormState } from './form-store.ts';

export const fieldPart = (id: string): string => `field ${id}`;
/** A step's fields belong to it. */
export const stepPart = (id: string): string => `step ${id}`;
/** Whether a field is selected. */
export const chosenPart = (id: string): string => `chosen ${id}`;

export function changedParts(now: FormState, before: FormState): ReadonlySet<string> {
  const parts = new Set<string>();
  if (now.selection !== before.selection) {
    for (const id of [...selectedFields(now.selection), ...selectedFields(before.selection)])
      parts.add(chosenPart(id));
  }
  if (now.draft.steps === before.draft.steps) return parts;
  for (const [{ draft }, other] of [
    [now, before.draft],
    [before, now.draft],
  ] as const) {
    const same = new Set(other.steps);
    for (const step of draft.steps) {
      if (same.has(step)) continue;
      parts.add(stepPart(step.id));
      for (const field of step.fields) if (fieldOf(other, field.id) !== field) parts.add(fieldPart(field.id));
    }
  }
  return parts;
}
