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
 * Puts attributes in the order to ask for them, the first to be asked first.
 * @param all every attribute that the form can still ask for, whatever its turn
 */
export type AskOrder = (attributes: readonly string[], all: readonly string[]) => readonly string[];

/**
 * Plans the questions for a visitor who told `known` before, by attribute id.
 * An unknown visitor has told nothing: they are asked everything but the progressive fields beyond the first few.
 * @param order of the progressive fields, by attribute; those without one come last. Absent: as they are listed.
 */
export function planAsking(
  form: Form,
  logic: Logic,
  known: Readonly<Record<string, unknown>>,
  order?: AskOrder,
): AskPlan {
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
  const turns = order && turnsBy(order, places, vocabulary, skipped, form.profiling.maxProgressive);
  for (const { field, step, ask } of places) {
    // What is behind "other" is asked with its choice or not at all.
    if (field.otherOf !== undefined && skip.has(field.otherOf)) skip.add(field.id);
    if (skip.has(field.id) || field.kind === 'hidden' || field.kind === 'statement') continue;
    const shown = both(
      decide(step.shownWhen, vocabulary, skipped),
      decide(field.shownWhen, vocabulary, skipped),
    );
    const isFull = turns ? !turns.has(field.id) : progressive >= form.profiling.maxProgressive;
    const waits = ask === 'progressive' && isFull;
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

/** The progressive fields whose turn it is. One that hangs on another waits until that one is asked or known. */
function turnsBy(
  order: AskOrder,
  places: readonly Place[],
  vocabulary: Vocabulary,
  known: ReadonlyMap<string, unknown>,
  most: number,
): ReadonlySet<string> {
  const open = places.filter(({ field }) => {
    return !known.has(field.id) && field.kind !== 'hidden' && field.kind !== 'statement';
  });
  const waiting = open.filter(({ field, step, ask }) => {
    const isShown = [step.shownWhen, field.shownWhen].every(
      (condition) => decide(condition, vocabulary, known) !== false,
    );
    return ask === 'progressive' && isShown && (field.otherOf === undefined || !known.has(field.otherOf));
  });
  const attributesOf = (some: readonly Place[]): readonly string[] =>
    some.flatMap(({ field }) => field.attribute ?? []);
  const rank = new Map(
    order(attributesOf(waiting), attributesOf(open)).map((attribute, index) => [attribute, index]),
  );
  const ranked = waiting.toSorted((one, other) => {
    const [first, second] = [one, other].map(({ field }) => rank.get(field.attribute ?? '') ?? rank.size);
    return (first ?? 0) - (second ?? 0);
  });
  const turns = new Set<string>();
  const isFree = ({ field, step }: Place): boolean => {
    const conditions = [field.shownWhen, step.shownWhen];
    const read = new Set(conditions.flatMap((condition) => conditionFields(condition ?? null)));
    return ranked.every(({ field: { id } }) => turns.has(id) || !read.has(`answer.${id}`));
  };
  while (turns.size < most) {
    const next = ranked.find((place) => !turns.has(place.field.id) && isFree(place));
    if (next === undefined) break;
    turns.add(next.field.id);
  }
  return turns;
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
