// Where conditions stand in a form, what each decides, and how one is put in another's place.
import { isGroup, type Condition, type Group, type Rule } from '@baton/rules';
import type { Outcome } from '@baton/form';
import { updateField } from './edit-fields.ts';
import { updateOutcome } from './edit-outcomes.ts';
import { updateStep } from './edit-steps.ts';
import type { FormDraft } from './form-draft.ts';
import { isRecord } from '@baton/schema';
import { fieldOf, fieldsOf } from './places.ts';

/** One place that a condition may stand in. */
export type ConditionPlace =
  | { readonly kind: 'field_shown' | 'field_required'; readonly id: string }
  | { readonly kind: 'step_shown'; readonly id: string }
  | { readonly kind: 'outcome'; readonly id: string };

/** A place as a key of lists and groups of edits. */
export function placeKey({ kind, id }: ConditionPlace): string {
  return `${kind} ${id}`;
}

/** The condition there; null: none, or none that can be read. */
export function conditionAt(draft: FormDraft, place: ConditionPlace): Condition {
  switch (place.kind) {
    case 'field_shown':
      return readableCondition(fieldOf(draft, place.id)?.shownWhen);
    case 'field_required':
      return readableCondition(fieldOf(draft, place.id)?.requiredWhen);
    case 'step_shown':
      return readableCondition(draft.steps.find(({ id }) => id === place.id)?.shownWhen);
    case 'outcome':
      return readableCondition(draft.outcomes?.find(({ id }) => id === place.id)?.when);
  }
}

/** The draft with this condition there; null takes away what stands there. */
export function withCondition(draft: FormDraft, place: ConditionPlace, condition: Condition): FormDraft {
  const held = condition ?? undefined;
  switch (place.kind) {
    case 'field_shown':
      return updateField(draft, place.id, { shownWhen: held });
    case 'field_required':
      return updateField(draft, place.id, { requiredWhen: held });
    case 'step_shown':
      return updateStep(draft, place.id, { shownWhen: held });
    case 'outcome':
      return updateOutcome(draft, place.id, { when: held });
  }
}

/** Every place that has a condition, in the order of the form. */
export function conditionPlaces(draft: FormDraft): readonly ConditionPlace[] {
  const places: ConditionPlace[] = [];
  for (const step of draft.steps) {
    places.push({ kind: 'step_shown', id: step.id });
    for (const { id } of step.fields)
      places.push({ kind: 'field_shown', id }, { kind: 'field_required', id });
  }
  for (const { id } of draft.outcomes ?? []) places.push({ kind: 'outcome', id });
  return places.filter((place) => conditionAt(draft, place) !== null);
}

/** The tier that an outcome asks for, where it asks for one. */
export function tierOf({ when }: Pick<Outcome, 'when'>): string | undefined {
  return isRecord(when) && 'tier' in when && typeof when.tier === 'string' ? when.tier : undefined;
}

/** A draft may hold anything where a condition should stand: what is none is left to the worker to tell of. */
export function readableCondition(value: unknown): Condition {
  return isReadable(value) ? value : null;
}

function isReadable(value: unknown): value is Group {
  return (
    isRecord(value) &&
    (value['combinator'] === 'and' || value['combinator'] === 'or') &&
    Array.isArray(value['rules']) &&
    value['rules'].every((part) => isRule(part) || isReadable(part))
  );
}

function isRule(value: unknown): value is Rule {
  return isRecord(value) && typeof value['field'] === 'string' && typeof value['operator'] === 'string';
}

/** Every rule of a condition, those of its groups too. */
export function rulesOf(condition: Condition): readonly Rule[] {
  return (condition?.rules ?? []).flatMap((part) => (isGroup(part) ? rulesOf(part) : [part]));
}

/** Fields whose condition reads what does not stand before them; with what they read. */
export function readsAhead(
  draft: FormDraft,
): readonly { readonly place: ConditionPlace; readonly reads: string }[] {
  const order = new Map(fieldsOf(draft).map(({ id }, index) => [id, index]));
  const first = new Map(draft.steps.map(({ id, fields }) => [id, order.get(fields[0]?.id ?? '')]));
  return conditionPlaces(draft).flatMap((place) => {
    const at = place.kind === 'step_shown' ? first.get(place.id) : order.get(place.id);
    if (at === undefined) return [];
    return rulesOf(conditionAt(draft, place)).flatMap(({ field }) => {
      const reads = field.replace(/^answer\./, '');
      return field.startsWith('answer.') && (order.get(reads) ?? -1) >= at ? [{ place, reads }] : [];
    });
  });
}
