// Which of many rules hold and what they sum to, found by the values of their fields instead of one rule after
// the other: the cost follows the rules that hold. What the fields' own values leave open is asked in full, and
// only then.
import { compileCondition, type Condition, type Facts, type Vocabulary } from '@baton/rules';
import { coverOf } from './condition-parts.ts';
import { createFieldIndex, type FieldIndex, type PlacedPart } from './field-index.ts';

/** `column` is where the points of the rule are summed. */
export type IndexedRule = { readonly when: Condition; readonly points: number; readonly column: number };

export type RuleIndex = {
  /** Finds the rules that hold; `positions` then begins with theirs, ascending. @returns how many. */
  readonly find: (facts: Facts) => number;
  /** Overwritten by every call of `find`. */
  readonly positions: Int32Array;
  /** Sums the points of the rules that hold, by column. Overwritten by the next call. */
  readonly sum: (facts: Facts) => Int32Array;
};

type Values = Readonly<Record<string, unknown>>;
type Decide = (facts: Facts) => boolean;

const nothing: Values = {};
const namespaces = ['lead', 'behaviour', 'visit'] as const;
// Counters begin anew by beginning higher, until here.
const lastBeginning = 2 ** 30;

/** @param columns how many there are. */
export function createRuleIndex(
  rules: readonly IndexedRule[],
  columns: number,
  vocabulary: Vocabulary,
): RuleIndex {
  const words = Math.ceil(rules.length / 32);
  const points = Int32Array.from(rules, (rule) => rule.points);
  const column = Int32Array.from(rules, (rule) => rule.column);
  const needed = new Int32Array(rules.length);
  /** What is asked once the needed parts hold. */
  const rests: (Decide | null)[] = [];
  /** What no parts stand for: asked every time. */
  const asked: { readonly position: number; readonly decide: Decide }[] = [];
  const partsByField = new Map<string, PlacedPart[]>();

  rules.forEach(({ when, points, column }, position) => {
    const cover = when === null ? null : coverOf(when);
    rests.push(cover?.rest ? compileCondition(cover.rest, vocabulary) : null);
    if (cover === null) {
      asked.push({ position, decide: compileCondition(when, vocabulary) });
      return;
    }
    needed[position] = cover.needed;
    const isAlone = cover.parts.length === 1 && cover.rest === null;
    for (const { field, condition } of cover.parts) {
      const placed = partsByField.get(field) ?? [];
      placed.push({ position, condition, isAlone, points, column });
      partsByField.set(field, placed);
    }
  });

  const [leadFields = [], behaviourFields = [], visitFields = []] = namespaces.map((namespace) =>
    [...partsByField]
      .filter(([field]) => field.startsWith(`${namespace}.`))
      .map(([field, parts]) => createFieldIndex(field, parts, vocabulary, words, columns)),
  );

  const found = new Int32Array(words);
  const positions = new Int32Array(rules.length);
  const sums = new Int32Array(columns);
  const counters = new Int32Array(rules.length);
  let beginning = 0;

  function begin(): void {
    beginning += partsByField.size + 1;
    if (beginning <= lastBeginning) return;
    counters.fill(0);
    beginning = 0;
  }

  /** Counts one more part of a rule that holds. @returns whether the rule does, now and not before. */
  function completes(position: number, facts: Facts): boolean {
    const before = counters[position] ?? 0;
    const count = before > beginning ? before + 1 : beginning + 1;
    counters[position] = count;
    if (count - beginning !== needed[position]) return false;
    const rest = rests[position] ?? null;
    return rest === null || rest(facts);
  }

  function addFound(position: number): void {
    found[position >>> 5] = (found[position >>> 5] ?? 0) | (1 << (position & 31));
  }

  function addPoints(position: number): void {
    const at = column[position] ?? 0;
    sums[at] = (sums[at] ?? 0) + (points[position] ?? 0);
  }

  function findIn(fields: readonly FieldIndex[], values: Values, facts: Facts): void {
    for (const field of fields) {
      const value = values[field.id];
      const { alone, among } = value === field.lastValue ? field.lastEntry : field.find(value);
      for (let word = 0; word < alone.length; word += 1)
        found[word] = (found[word] ?? 0) | (alone[word] ?? 0);
      for (let next = 0; next < among.length; next += 1) {
        const position = among[next] ?? 0;
        if (completes(position, facts)) addFound(position);
      }
    }
  }

  function sumIn(fields: readonly FieldIndex[], values: Values, facts: Facts): void {
    for (const field of fields) {
      const value = values[field.id];
      const entry = value === field.lastValue ? field.lastEntry : field.find(value);
      const { worth, among } = entry;
      for (let at = 0; at < worth.length; at += 1) sums[at] = (sums[at] ?? 0) + (worth[at] ?? 0);
      for (let next = 0; next < among.length; next += 1) {
        const position = among[next] ?? 0;
        if (completes(position, facts)) addPoints(position);
      }
    }
  }

  /** Writes out the set that was found. */
  function list(): number {
    let count = 0;
    for (let word = 0; word < words; word += 1) {
      for (let bits = found[word] ?? 0; bits !== 0; bits &= bits - 1) {
        positions[count] = word * 32 + 31 - Math.clz32(bits & -bits);
        count += 1;
      }
    }
    return count;
  }

  return {
    positions,
    find(facts) {
      begin();
      found.fill(0);
      for (const { position, decide } of asked) if (decide(facts)) addFound(position);
      findIn(leadFields, facts.lead ?? nothing, facts);
      if (behaviourFields.length > 0) findIn(behaviourFields, facts.behaviour ?? nothing, facts);
      if (visitFields.length > 0) findIn(visitFields, facts.visit ?? nothing, facts);
      return list();
    },
    sum(facts) {
      begin();
      sums.fill(0);
      for (const { position, decide } of asked) if (decide(facts)) addPoints(position);
      sumIn(leadFields, facts.lead ?? nothing, facts);
      if (behaviourFields.length > 0) sumIn(behaviourFields, facts.behaviour ?? nothing, facts);
      if (visitFields.length > 0) sumIn(visitFields, facts.visit ?? nothing, facts);
      return sums;
    },
  };
}
