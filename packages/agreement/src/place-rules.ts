// Where each rule goes in an index: with the one field that decides it, among those that several fields decide
// together, or among those that must be asked whatever the values are.
import { compileCondition, type Condition, type Facts, type Group, type Vocabulary } from '@baton/rules';
import { coverOf } from './condition-parts.ts';

type Decide = (facts: Facts) => boolean;

/** `column` is where the points of the rule are summed. */
export type IndexedRule = { readonly when: Condition; readonly points: number; readonly column: number };

export type PlacedRule = {
  readonly position: number;
  readonly points: number;
  readonly column: number;
  /** What is still to be asked; null: nothing. */
  readonly rest: Decide | null;
};

/** A part of a rule, over one field: all that decides the rule, or one part of several, by the rule's bit. */
export type PlacedPart = {
  readonly condition: Group;
  readonly of:
    | { readonly kind: 'alone'; readonly rule: PlacedRule }
    | { readonly kind: 'every' | 'some'; readonly bit: number };
};

export type PlacedRules = {
  readonly asked: readonly PlacedRule[];
  /** Rules over several fields by their bit, 32 to a word; those that need every part, then those that need some. */
  readonly joint: readonly (PlacedRule | undefined)[];
  /** How many words the bits of those that need every part take. */
  readonly everyWords: number;
  readonly partsByField: ReadonlyMap<string, readonly PlacedPart[]>;
};

export function placeRules(rules: readonly IndexedRule[], vocabulary: Vocabulary): PlacedRules {
  const asked: PlacedRule[] = [];
  const partsByField = new Map<string, PlacedPart[]>();
  const covered = rules.map(({ when }) => (when === null ? null : coverOf(when)));
  const everyWords = Math.ceil(covered.filter((cover) => cover !== null && cover.needed > 1).length / 32);
  const joint: (PlacedRule | undefined)[] = Array.from({ length: everyWords * 32 }, () => undefined);
  let lastEvery = 0;

  function place(rule: PlacedRule, partCount: number, needed: number): PlacedPart['of'] {
    if (partCount === 1 && rule.rest === null) return { kind: 'alone', rule };
    if (needed === 1) return { kind: 'some', bit: joint.push(rule) - 1 };
    joint[lastEvery] = rule;
    lastEvery += 1;
    return { kind: 'every', bit: lastEvery - 1 };
  }

  rules.forEach(({ when, points, column }, position) => {
    const cover = covered[position] ?? null;
    const left = cover === null ? when : cover.rest;
    const rest = left === null ? null : compileCondition(left, vocabulary);
    const rule: PlacedRule = { position, points, column, rest };
    if (cover === null) {
      asked.push(rule);
      return;
    }
    const of = place(rule, cover.parts.length, cover.needed);
    for (const { field, condition } of cover.parts) {
      const parts = partsByField.get(field);
      if (parts === undefined) partsByField.set(field, [{ condition, of }]);
      else parts.push({ condition, of });
    }
  });
  return { asked, joint, everyWords, partsByField };
}
