// Which of many rules hold and what they sum to, found by the values of their fields instead of one rule after
// the other: the cost follows the rules that hold.
import type { Facts, Vocabulary } from '@baton/rules';
import { createFieldWalk } from './field-walk.ts';
import { type IndexedRule, type PlacedRule, type Points, placeRules } from './place-rules.ts';

export type RuleIndex = {
  /** Finds the rules that hold; `positions` then begins with theirs, ascending. @returns how many. */
  readonly find: (facts: Facts) => number;
  /** Overwritten by every call of `find`. */
  readonly positions: Int32Array;
  /** Sums the points of the rules that hold, by dimension. Overwritten by the next call. */
  readonly sum: (facts: Facts) => Points;
};

export function createRuleIndex(rules: readonly IndexedRule[], vocabulary: Vocabulary): RuleIndex {
  const { partsByField, gates, ungated } = placeRules(rules);
  const words = Math.ceil(gates.length / 32);
  const bits = (isIn: (gate: (typeof gates)[number]) => boolean): Int32Array => setOf(gates.map(isIn), words);
  const some = bits(({ kind }) => kind === 'some');
  const opening = bits(({ rule }) => rule !== undefined);
  const rowsOf = createFieldWalk(partsByField, vocabulary, words);

  /** The gates that no part has decided yet: of every part none failed, of some parts none held. Then those that hold. */
  const left = new Int32Array(words);
  const found = new Int32Array(Math.ceil(rules.length / 32));
  const positions = new Int32Array(rules.length);
  const sums = { fit: 0, engagement: 0, intent: 0 };

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
  const addPoints = ({ points }: PlacedRule): void => {
    sums.fit += points.fit;
    sums.engagement += points.engagement;
    sums.intent += points.intent;
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
      left.fill(-1);
      found.fill(0);
      for (const { rules, gates, moreGates } of rowsOf(facts)) {
        left[0] = (left[0] ?? 0) & gates;
        for (let word = 1; word < words; word += 1) left[word] = (left[word] ?? 0) & (moreGates[word] ?? 0);
        for (const position of rules) addPosition(position);
      }
      conclude(addFound);
      return list();
    },
    sum(facts) {
      // Sums stand outside of any list while they grow: that takes a third of the time.
      let [fit, engagement, intent, open] = [0, 0, 0, -1];
      left.fill(-1);
      for (const row of rowsOf(facts)) {
        fit += row.fit;
        engagement += row.engagement;
        intent += row.intent;
        open &= row.gates;
        for (let word = 1; word < words; word += 1)
          left[word] = (left[word] ?? 0) & (row.moreGates[word] ?? 0);
      }
      left[0] = open;
      sums.fit = fit;
      sums.engagement = engagement;
      sums.intent = intent;
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
