// A condition as a function of the facts, built once and called often. Decides exactly what the document says;
// never throws, whatever the facts hold. A field that the vocabulary does not know reads as missing.
import { compileRule } from './compile-rule.ts';
import type { Condition, Facts, Group, Rule, Vocabulary } from './condition.ts';
import { isGroup } from './condition.ts';

/** Decides one part of a condition. */
export type Decide = (facts: Facts) => boolean;

/** The condition as a function of the facts. It must have been parsed against the same vocabulary. */
export function compileCondition(condition: Condition, vocabulary: Vocabulary): Decide {
  return condition ? compileGroup(condition, vocabulary) : () => true;
}

/** What the facts hold at a path: own properties only, so that no id finds what every object carries. */
export function factReader(path: string): (facts: Facts) => unknown {
  const dot = path.indexOf('.');
  const namespace = path.slice(0, dot);
  const id = path.slice(dot + 1);
  return (facts) => {
    const byNamespace: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> = facts;
    const values = byNamespace[namespace];
    return values && Object.hasOwn(values, id) ? values[id] : undefined;
  };
}

function compileGroup({ combinator, not, rules }: Group, vocabulary: Vocabulary): Decide {
  const parts = rules.map((part) =>
    isGroup(part) ? compileGroup(part, vocabulary) : compileField(part, vocabulary),
  );
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
  return (facts) => test(read(facts));
}
