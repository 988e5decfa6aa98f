// A condition as a function of the facts, built once and called often. Decides exactly what the document says;
// never throws, whatever the facts hold. A field that the vocabulary does not know reads as missing.
import { compileRule } from './compile-rule.ts';
import { isGroup } from './condition.ts';
import type { Condition, Facts, Group, Rule, Vocabulary } from './condition.ts';

/** Decides one part of a condition. */
export type Decide = (facts: Facts) => boolean;

/** The condition as a function of the facts. It must have been parsed against the same vocabulary. */
export function compileCondition(condition: Condition, vocabulary: Vocabulary): Decide {
  return condition ? compileGroup(condition, vocabulary) : () => true;
}

/** What the facts hold at a path. No id finds what every object carries, such as `constructor`. */
export function factReader(path: string): (facts: Facts) => unknown {
  const dot = path.indexOf('.');
  const namespace = path.slice(0, dot);
  const id = path.slice(dot + 1);
  const read = (facts: Namespaces): unknown => facts[namespace]?.[id];
  // Asking for an own property each time would double the cost of the commonest reading.
  if (!(id in Object.prototype)) return read;
  return (facts: Namespaces) => (Object.hasOwn(facts[namespace] ?? {}, id) ? read(facts) : undefined);
}

type Namespaces = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function compileGroup({ combinator, not, rules }: Group, vocabulary: Vocabulary): Decide {
  const parts = rules.map((part) =>
    isGroup(part) ? compileGroup(part, vocabulary) : compileField(part, vocabulary),
  );
  const [first] = parts;
  if (first && parts.length === 1) return not ? (facts) => !first(facts) : first;
  const all = combinator === 'and';
  // An `and` ends at the first part that fails, an `or` at the first that holds.
  const ended = all === Boolean(not);
  return (facts) => {
    for (const part of parts) if (part(facts) !== all) return ended;
    return !ended;
  };
}

function compileField(rule: Rule, vocabulary: Vocabulary): Decide {
  const type = vocabulary(rule.field);
  if (!type) return () => rule.operator === 'null';
  const test = compileRule(rule, type);
  const read = factReader(rule.field);
  let last: unknown;
  let held = test(last);
  return (facts) => {
    const value = read(facts);
    // The same value again is the common case. A list is compared by its items: it may have changed in place.
    if (value === last || isSameList(value, last)) return held;
    last = Array.isArray(value) ? [...value] : value;
    held = test(value);
    return held;
  };
}

function isSameList(list: unknown, other: unknown): boolean {
  return (
    Array.isArray(list) &&
    Array.isArray(other) &&
    list.length === other.length &&
    list.every((item, index) => item === other[index])
  );
}
