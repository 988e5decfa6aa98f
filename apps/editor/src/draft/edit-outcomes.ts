// What can be done with outcomes. The one that is always shown stands last, since none behind it would ever be.
import type { Outcome, Show } from '@baton/form';
import { patched } from './edit-fields.ts';
import type { FormDraft } from './form-draft.ts';
import { freeId } from './ids.ts';
import { takenIds } from './places.ts';

export type OutcomePatch = { readonly [Key in keyof Outcome]?: Outcome[Key] | undefined };

/** Whether it is shown to whomever no outcome before it was shown to. */
export function isForAll({ when }: Pick<Outcome, 'when'>): boolean {
  return when === undefined || when === null;
}

export function outcomesOf({ outcomes }: FormDraft): readonly Outcome[] {
  return outcomes ?? none;
}

const none: readonly Outcome[] = [];

export function updateOutcome(draft: FormDraft, id: string, patch: OutcomePatch): FormDraft {
  let differs = false;
  const outcomes = outcomesOf(draft).map((outcome) => {
    const next = outcome.id === id ? patched(outcome, patch) : outcome;
    differs ||= next !== outcome;
    return next;
  });
  return differs ? { ...draft, outcomes } : draft;
}

/** A new outcome before the one that is always shown; where there is one, for leads of `tier`, if there are tiers. */
export function addOutcome(
  draft: FormDraft,
  show: Show,
  words: string,
  tier?: string,
): { readonly draft: FormDraft; readonly id: string } {
  const id = freeId(words, takenIds(draft), 'outcome');
  const outcomes = outcomesOf(draft);
  const last = outcomes.findIndex(isForAll);
  const at = last < 0 ? outcomes.length : last;
  const when = last < 0 || tier === undefined ? {} : { when: { tier } };
  return { draft: { ...draft, outcomes: outcomes.toSpliced(at, 0, { id, ...when, show }) }, id };
}

export function removeOutcome(draft: FormDraft, id: string): FormDraft {
  const outcomes = outcomesOf(draft).filter((outcome) => outcome.id !== id);
  return outcomes.length === outcomesOf(draft).length ? draft : { ...draft, outcomes };
}

/** To another place; the one that is always shown stays last, and none goes behind it. */
export function moveOutcome(draft: FormDraft, id: string, to: number): FormDraft {
  const outcomes = outcomesOf(draft);
  const at = outcomes.findIndex((outcome) => outcome.id === id);
  const outcome = outcomes[at];
  if (outcome === undefined) return draft;
  const rest = outcomes.toSpliced(at, 1);
  const floor = isForAll(outcome) ? rest.length : rest.filter((other) => !isForAll(other)).length;
  const place = isForAll(outcome) ? floor : Math.max(0, Math.min(to, floor));
  return place === at ? draft : { ...draft, outcomes: rest.toSpliced(place, 0, outcome) };
}

/** When it is shown; to be shown always, it goes last. */
export function decideOutcome(draft: FormDraft, id: string, when: Outcome['when'] | undefined): FormDraft {
  const held = when ?? undefined;
  const next = updateOutcome(draft, id, { when: held });
  return held === undefined ? moveOutcome(next, id, Infinity) : next;
}

/** The words that an outcome has of its own. */
export function wordsOf(show: Show): { readonly title?: string; readonly text?: string } {
  return show.kind === 'redirect' ? {} : show;
}
