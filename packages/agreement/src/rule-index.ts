// Which of many conditions hold, found by the values of their fields instead of one after the other: the cost
// follows the conditions that hold. What no single field decides is asked in full, after what it needs was found.
import { compileCondition, type Condition, type Facts, type Vocabulary } from '@baton/rules';
import { coverOf } from './condition-parts.ts';
import { createFieldIndex, type PlacedPart, type Positions } from './field-index.ts';

export type RuleSet = {
  /** Finds the conditions that hold; `positions` then begins with theirs, ascending. @returns how many. */
  readonly find: (facts: Facts) => number;
  /** Overwritten by every call of `find`. */
  readonly positions: Uint32Array;
};

type Values = Readonly<Record<string, unknown>>;
type Field = { readonly id: string; readonly find: (value: unknown) => Positions | null };

const nothing: Values = {};

export function compileRuleSet(conditions: readonly Condition[], vocabulary: Vocabulary): RuleSet {
  const words = Math.ceil(conditions.length / 32);
  const found = new Uint32Array(words);
  const always = new Uint32Array(words);
  const positions = new Uint32Array(conditions.length);
  const partsByField = new Map<string, PlacedPart[]>();

  const rests = conditions.map((condition, position) => {
    const cover = condition === null ? null : coverOf(condition);
    if (cover === null) {
      always[position >>> 5] = (always[position >>> 5] ?? 0) | (1 << (position & 31));
      return condition === null ? null : compileCondition(condition, vocabulary);
    }
    for (const part of cover.parts) {
      const placed = partsByField.get(part.field) ?? [];
      placed.push({ position, condition: part.condition });
      partsByField.set(part.field, placed);
    }
    return cover.rest === null ? null : compileCondition(cover.rest, vocabulary);
  });

  function fieldsIn(namespace: string): Field[] {
    return [...partsByField]
      .filter(([field]) => field.startsWith(`${namespace}.`))
      .map(([field, parts]) => ({
        id: field.slice(namespace.length + 1),
        find: createFieldIndex(field, parts, vocabulary, words),
      }));
  }

  const leadFields = fieldsIn('lead');
  const behaviourFields = fieldsIn('behaviour');
  const visitFields = fieldsIn('visit');

  function mark(fields: readonly Field[], values: Values): void {
    for (const field of fields) {
      const entry = field.find(values[field.id]);
      if (entry === null) continue;
      for (let word = 0; word < words; word += 1) found[word] = (found[word] ?? 0) | (entry[word] ?? 0);
    }
  }

  return {
    positions,
    find(facts) {
      found.set(always);
      mark(leadFields, facts.lead ?? nothing);
      mark(behaviourFields, facts.behaviour ?? nothing);
      mark(visitFields, facts.visit ?? nothing);
      let count = 0;
      for (let word = 0; word < words; word += 1) {
        for (let bits = found[word] ?? 0; bits !== 0; bits &= bits - 1) {
          const position = word * 32 + 31 - Math.clz32(bits & -bits);
          const rest = rests[position];
          if (rest !== null && rest !== undefined && !rest(facts)) continue;
          positions[count] = position;
          count += 1;
        }
      }
      return count;
    },
  };
}
