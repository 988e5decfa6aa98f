// Which of many rules hold and what they sum to, found by the values of their fields instead of one rule after
// the other: the cost follows the rules that hold.
import type { Facts, Vocabulary } from '@baton/rules';
import { createFieldIndex, type FieldIndex, rowOf } from './field-index.ts';
import { type IndexedRule, type PlacedRule, placeRules } from './place-rules.ts';

export type RuleIndex = {
  /** Finds the rules that hold; `positions` then begins with theirs, ascending. @returns how many. */
  readonly find: (facts: Facts) => number;
  /** Overwritten by every call of `find`. */
  readonly positions: Int32Array;
  /** Sums the points of the rules that hold, by column. Overwritten by the next call. */
  readonly sum: (facts: Facts) => Int32Array;
};

type Values = Readonly<Record<string, unknown>>;

const nothing: Values = {};

/** @param columns how many there are. */
export function createRuleIndex(
  rules: readonly IndexedRule[],
  columns: number,
  vocabulary: Vocabulary,
): RuleIndex {
  const { partsByField, gates, ungated } = placeRules(rules);
  const words = Math.ceil(gates.length / 32);
  const bits = (isIn: (gate: (typeof gates)[number]) => boolean): Int32Array => setOf(gates.map(isIn), words);
  const all = bits(() => true);
  const some = bits(({ kind }) => kind === 'some');
  const opening = bits(({ rule }) => rule !== undefined);
  const fieldsOf = (namespace: string): readonly FieldIndex[] =>
    [...partsByField]
      .filter(([field]) => field.startsWith(`${namespace}.`))
      .map(([field, parts]) => createFieldIndex(field, parts, vocabulary, { columns, words }));
  const leadFields = fieldsOf('lead');
  const behaviourFields = fieldsOf('behaviour');
  const visitFields = fieldsOf('visit');

  /** The gates that no part has decided yet: of every part none failed, of some parts none held. Then those that hold. */
  const left = new Int32Array(words);
  const found = new Int32Array(Math.ceil(rules.length / 32));
  const positions = new Int32Array(rules.length);
  const sums = new Int32Array(columns);

  function findIn(fields: readonly FieldIndex[], values: Values): void {
    for (const field of fields) {
      const row = rowOf(field, values[field.id]);
      let at = columns;
      for (let word = 0; word < words; word += 1, at += 1) left[word] = (left[word] ?? 0) & (row[at] ?? 0);
      for (; at < row.length; at += 1) addPosition(row[at] ?? 0);
    }
  }

  function sumIn(fields: readonly FieldIndex[], values: Values): void {
    for (const field of fields) {
      const row = rowOf(field, values[field.id]);
      let at = 0;
      for (; at < columns; at += 1) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
      for (let word = 0; word < words; word += 1, at += 1) left[word] = (left[word] ?? 0) & (row[at] ?? 0);
    }
  }

  /** Goes through the rules that hold by several fields, and those that no gate opens. */
  function conclude(add: (rule: PlacedRule) => void): void {
    for (let word = 0; word < words; word += 1) left[word] = (left[word] ?? 0) ^ (some[word] ?? 0);
    for (let word = 0; word < words; word += 1) {
      for (let bits = (left[word] ?? 0) & (opening[word] ?? 0); bits !== 0; bits &= bits - 1) {
        const rule = gates[word * 32 + lowestBit(bits)]?.rule;
        if (rule !== undefined && (rule.formula === null || rule.formula(left))) add(rule);
      }
    }
    for (const rule of ungated) if (rule.formula === null || rule.formula(left)) add(rule);
  }

  function addPosition(position: number): void {
    found[position >>> 5] = (found[position >>> 5] ?? 0) | (1 << (position & 31));
  }

  const addFound = ({ position }: PlacedRule): void => addPosition(position);
  const addPoints = ({ column, points }: PlacedRule): void => {
    sums[column] = (sums[column] ?? 0) + points;
  };

  /** Writes out the set that was found. */
  function list(): number {
    let count = 0;
    for (let word = 0; word < found.length; word += 1) {
      for (let bits = found[word] ?? 0; bits !== 0; bits &= bits - 1) {
        positions[count] = word * 32 + lowestBit(bits);
        count += 1;
      }
    }
    return count;
  }

  return {
    positions,
    find(facts) {
      for (let word = 0; word < words; word += 1) left[word] = all[word] ?? 0;
      for (let word = 0; word < found.length; word += 1) found[word] = 0;
      findIn(leadFields, facts.lead ?? nothing);
      if (behaviourFields.length > 0) findIn(behaviourFields, facts.behaviour ?? nothing);
      if (visitFields.length > 0) findIn(visitFields, facts.visit ?? nothing);
      conclude(addFound);
      return list();
    },
    sum(facts) {
      for (let word = 0; word < words; word += 1) left[word] = all[word] ?? 0;
      for (let column = 0; column < columns; column += 1) sums[column] = 0;
      sumIn(leadFields, facts.lead ?? nothing);
      if (behaviourFields.length > 0) sumIn(behaviourFields, facts.behaviour ?? nothing);
      if (visitFields.length > 0) sumIn(visitFields, facts.visit ?? nothing);
      conclude(addPoints);
      return sums;
    },
  };
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function setOf(members: readonly boolean[], words: number): Int32Array {
  const set = new Int32Array(words);
  members.forEach((isIn, bit) => {
    if (isIn) set[bit >>> 5] = (set[bit >>> 5] ?? 0) | (1 << (bit & 31));
  });
  return set;
}
