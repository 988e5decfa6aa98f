// Which questions a known visitor is asked. What they told before is skipped, unless a condition needs it that only
// an answer can decide; of the progressive ones, the next few are asked. Ids go out, values never do.
import { conditionFields, isMissing } from '@baton/rules';
import type { Condition, ValueType, Vocabulary } from '@baton/rules';
import { answerType } from './form-logic.ts';
import { readAnswer } from './logic.ts';
import { decidePartially, type PartialResult } from './partial-condition.ts';
import type { Ask, Field, Form, Logic, LogicField, Step } from './types.ts';

export type AskPlan = {
  /** Fields that are not asked, in the order of the form. */
  readonly skip: readonly string[];
  /** Fields that are asked if their conditions hold, in the order they are to be asked. */
  readonly ask: readonly string[];
  /** Of those asked: fields whose conditions were decided here, from values that the browser may not see. */
  readonly decided: ReadonlySet<string>;
};

type Place = {
  /** The field as the document has it, for its conditions. */
  readonly field: Field;
  readonly step: Step;
  readonly logic: LogicField;
  readonly ask: Ask;
  readonly known: unknown;
};

/**
 * Plans the questions for a visitor who told `known` before, by attribute id.
 * An unknown visitor has told nothing: they are asked everything but the progressive fields beyond the first few.
 */
export function planAsking(form: Form, logic: Logic, known: Readonly<Record<string, unknown>>): AskPlan {
  const places = placesOf(form, logic, known);
  const types = new Map<string, ValueType | undefined>(
    places.map(({ logic }) => [`answer.${logic.id}`, answerType(logic)]),
  );
  const vocabulary: Vocabulary = (path) =>
    types.get(path) ?? { kind: path === 'visit.returning' ? 'boolean' : 'text' };
  const skipped = skippable(places, vocabulary);
  const asked = new Set<string>();
  const skip = new Set<string>(skipped.keys());
  let progressive = 0;
  for (const { field, step, ask } of places) {
    // What is behind "other" is asked with its choice or not at all.
    if (field.otherOf !== undefined && skip.has(field.otherOf)) skip.add(field.id);
    if (skip.has(field.id) || field.kind === 'hidden' || field.kind === 'statement') continue;
    const shown = both(
      decide(step.shownWhen, vocabulary, skipped),
      decide(field.shownWhen, vocabulary, skipped),
    );
    const waits = ask === 'progressive' && progressive >= form.profiling.maxProgressive;
    if ((shown === false && reads(field, step, skipped)) || waits) {
      skip.add(field.id);
      continue;
    }
    if (ask === 'progressive' && shown !== false) progressive += 1;
    asked.add(field.id);
  }
  const decided = new Set(
    places
      .filter(({ field, step }) => asked.has(field.id) && reads(field, step, skipped))
      .map(({ field }) => field.id),
  );
  return {
    skip: places.filter(({ field }) => skip.has(field.id)).map(({ field }) => field.id),
    ask: [...asked],
    decided,
  };
}

function placesOf(form: Form, { steps }: Logic, known: Readonly<Record<string, unknown>>): Place[] {
  const logics = new Map(steps.flatMap((step) => step.fields.map((field) => [field.id, field] as const)));
  return form.steps.flatMap((step) =>
    step.fields.flatMap((field) => {
      const logic = logics.get(field.id);
      if (!logic) return [];
      const { ask = 'always', attribute } = field;
      const told = attribute === undefined ? undefined : known[attribute];
      const value = isMissing(told) ? undefined : readAnswer(logic, { [field.id]: told });
      return [{ field, step, logic, ask, known: value }];
    }),
  );
}

/**
 * Known fields that may be skipped, with what conditions read of them (nothing, when they would not be shown). A
 * field that some condition reads may be skipped only where that condition is decided without asking it.
 */
function skippable(places: readonly Place[], vocabulary: Vocabulary): ReadonlyMap<string, unknown> {
  const candidates = new Map<string, unknown>();
  for (const { field, ask, known } of places) {
    if (ask !== 'always' && known !== undefined) candidates.set(field.id, known);
  }
  for (let size = -1; size !== candidates.size;) {
    size = candidates.size;
    for (const { field, step, known } of places) {
      const shown = both(
        decide(step.shownWhen, vocabulary, candidates),
        decide(field.shownWhen, vocabulary, candidates),
      );
      if (candidates.has(field.id)) {
        // Whether it would be shown decides what conditions read of it.
        if (shown === undefined) candidates.delete(field.id);
        else candidates.set(field.id, shown ? known : undefined);
      }
      // What the browser cannot decide must be decided here, and then shown or left out as a whole.
      if (reads(field, step, candidates) && shown === undefined)
        release(candidates, field.shownWhen, step.shownWhen);
      const required = decide(field.requiredWhen, vocabulary, candidates);
      const isReader = field.requiredWhen !== undefined && readsAny(field.requiredWhen, candidates);
      if (isReader && required !== false) release(candidates, field.requiredWhen);
    }
  }
  return candidates;
}

function decide(
  condition: Condition | undefined,
  vocabulary: Vocabulary,
  known: ReadonlyMap<string, unknown>,
): PartialResult {
  const answer = Object.fromEntries(known);
  return decidePartially(condition, vocabulary, { answer }, (path) =>
    known.has(path.slice('answer.'.length)),
  );
}

function both(one: PartialResult, other: PartialResult): PartialResult {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

function readsAny(condition: Condition | undefined, known: ReadonlyMap<string, unknown>): boolean {
  return conditionFields(condition ?? null).some((path) => known.has(path.slice('answer.'.length)));
}

function reads(field: Field, step: Step, known: ReadonlyMap<string, unknown>): boolean {
  return readsAny(field.shownWhen, known) || readsAny(step.shownWhen, known);
}

/** These conditions stay with the browser, so what they read must be asked. */
function release(candidates: Map<string, unknown>, ...conditions: (Condition | undefined)[]): void {
  for (const path of conditions.flatMap((condition) => conditionFields(condition ?? null))) {
    candidates.delete(path.slice('answer.'.length));
  }
}
