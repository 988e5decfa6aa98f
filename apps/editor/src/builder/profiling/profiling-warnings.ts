// What keeps a question from coming up in its turn, or from being remembered.
import type { DraftField, FormDraft } from '../../draft/form-draft.ts';
import { isAsked, queueOf } from '../../draft/edit-queue.ts';
import { fieldsOf } from '../../draft/places.ts';
import { fieldName } from '../../draft/readables.ts';
import type { VisitPlan } from './visits-plan.ts';

/** Warnings by the field that they are about. */
export function profilingWarnings(
  draft: FormDraft,
  maxProgressive: number,
  plans: readonly VisitPlan[] | null,
): ReadonlyMap<string, string> {
  const warnings = new Map<string, string>();
  const forgetful = queueOf(draft).filter(({ attribute }) => attribute === undefined);
  for (const field of fieldsOf(draft)) {
    const warning = warningOf(field, maxProgressive, forgetful, plans);
    if (warning !== undefined) warnings.set(field.id, warning);
  }
  return warnings;
}

function warningOf(
  { id, ask = 'always', kind, attribute }: DraftField,
  maxProgressive: number,
  forgetful: readonly DraftField[],
  plans: readonly VisitPlan[] | null,
): string | undefined {
  if (!isAsked(kind) || ask === 'always') return undefined;
  if (ask === 'progressive' && maxProgressive === 0) return 'Never asked: no new questions are allowed.';
  const isNever = plans !== null && plans.length > 0 && plans.every(({ asked }) => !asked.includes(id));
  if (ask === 'progressive' && isNever) {
    const isWaiting = plans.at(-1)?.notAsked.get(id) === 'waits';
    const [first] = forgetful;
    if (isWaiting && first) {
      return `Never asked: “${fieldName(first)}” has no attribute, is never known, and takes the turn at every visit.`;
    }
    if (!isWaiting) return 'Never came up in these visits: its condition does not hold.';
  }
  if (attribute === undefined) return 'Asked at every visit: without an attribute, nothing is remembered.';
  return plans?.some(({ again }) => again.has(id))
    ? 'Asked again even where it is known: a condition needs the answer.'
    : undefined;
}
