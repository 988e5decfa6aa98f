// A condition made ready for match.ts: operators brought down to a few comparisons, values read as keys. Refuses
// nothing: a rule is checked when its document is saved.
import type { Group, Operator, Rule, ValueType, Vocabulary } from './condition.ts';
import { isGroup } from './condition.ts';
import type { Comparison, Key, ReadyCondition, ReadyRule, RuleOfAny } from './match.ts';
import { itemsOf, readers } from './read-value.ts';
import { normaliseText } from './compare-texts.ts';

/** Each operator's comparison; `not` where it is the complement for whatever is there. */
const bare: Readonly<Record<Operator, readonly [Comparison, boolean]>> = {
  '=': ['=', false],
  '!=': ['=', true],
  '<': ['<', false],
  '<=': ['<=', false],
  '>': ['>', false],
  '>=': ['>=', false],
  contains: ['contains', false],
  doesNotContain: ['contains', true],
  beginsWith: ['beginsWith', false],
  doesNotBeginWith: ['beginsWith', true],
  endsWith: ['endsWith', false],
  doesNotEndWith: ['endsWith', true],
  in: ['=', false],
  notIn: ['=', true],
  between: ['between', false],
  notBetween: ['between', true],
  null: ['there', true],
  notNull: ['there', false],
};

/** Comparisons that look for a part of a text. */
export const ofParts: ReadonlySet<Comparison> = new Set(['contains', 'beginsWith', 'endsWith']);
const ofOrder: ReadonlySet<Comparison> = new Set(['<', '<=', '>', '>=', 'between']);

/** The condition against a vocabulary, ready to decide. A field that the vocabulary does not know is missing. */
export function readyCondition({ combinator, not, rules }: Group, vocabulary: Vocabulary): ReadyCondition {
  const parts = rules.map((part) =>
    isGroup(part) ? readyCondition(part, vocabulary) : readyField(part, vocabulary(part.field)),
  );
  const [only] = parts;
  if (only && parts.length === 1 && !not) return only;
  return { combinator, ...(not ? { not } : {}), rules: parts };
}

function readyField(rule: Rule, type: ValueType | undefined): ReadyRule {
  // No path at all: nothing is ever found there.
  return type
    ? { field: rule.field, ...readyRule(rule, type) }
    : { field: '', ...readyRule(rule, { kind: 'text' }) };
}

/** One rule against the type of its field. */
export function readyRule({ operator, value }: Rule, type: ValueType): RuleOfAny {
  const [comparison, not] = bare[operator];
  const how = not ? { not } : {};
  if (comparison === 'there') return { operator: comparison, ...how, ...(not ? { absent: true } : {}) };
  const wanted = itemsOf(value);
  if (type.kind === 'choices') {
    // `=` and `!=` ask for the whole set, everything else for one of it.
    const whole = operator === '=' || operator === '!=';
    return { operator: whole ? 'same' : 'any', keys: once(wanted.map(String)), ...how };
  }
  if (ofParts.has(comparison))
    return { operator: comparison, keys: [normaliseText(String(wanted[0]))], text: true, ...how };
  if (type.kind === 'choice' && ofOrder.has(comparison)) {
    return { operator: '=', keys: optionsWithin(comparison, wanted, type.options ?? []), ...how };
  }
  const read = readers[type.kind](undefined);
  const text = type.kind === 'text';
  const asked = wanted.map((item) => {
    const key = read(item) ?? NaN;
    return typeof key === 'string' && text ? normaliseText(key) : key;
  });
  const keys = comparison === '=' ? once(asked) : asked;
  if (text) return { operator: comparison === '=' ? 'alike' : comparison, keys, text, ...how };
  return { operator: comparison, keys, ...how };
}

/** The options that stand so to the ones named: an order among options is a list of them. */
function optionsWithin(
  comparison: Comparison,
  wanted: readonly unknown[],
  options: readonly string[],
): readonly string[] {
  const [low = NaN, high = NaN] = wanted.map((id) => {
    const position = options.findIndex((option) => option === id);
    return position < 0 ? NaN : position;
  });
  return options.filter((_, position) => {
    if (comparison === '<') return position < low;
    if (comparison === '<=') return position <= low;
    if (comparison === '>') return position > low;
    return position >= low && (comparison === '>=' || position <= high);
  });
}

function once(keys: readonly Key[]): readonly Key[] {
  return [...new Set(keys)];
}
