// One rule against one value: what is missing fails every comparison, and a negative operator is the complement
// of its positive one for whatever is there. Refuses nothing: a rule is checked when its document is saved.
import type { Operator, Rule, ValueType } from './condition.ts';
import { itemsOf, missingTest, readChoices, readers, readText } from './read-value.ts';
import type { Key, Read } from './read-value.ts';
import { normaliseText, toNumber } from './value.ts';

/** Decides one value. */
export type Test = (value: unknown) => boolean;

type Match<K> = (key: K) => boolean;

const positives: { readonly [O in Operator]?: Operator } = {
  '!=': '=',
  doesNotContain: 'contains',
  doesNotBeginWith: 'beginsWith',
  doesNotEndWith: 'endsWith',
  notIn: 'in',
  notBetween: 'between',
};

const parts: { readonly [O in Operator]?: (text: string, part: string) => boolean } = {
  contains: (text, part) => text.includes(part),
  beginsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
};

// Between a number and a text, `<` and its like compare numbers, and NaN in neither order.
const orders: { readonly [O in Operator]?: (key: Key, low: Key, high: Key) => boolean } = {
  '<': (key, low) => key < low,
  '<=': (key, low) => key <= low,
  '>': (key, low) => key > low,
  '>=': (key, low) => key >= low,
  between: (key, low, high) => key >= low && key <= high,
};

/** The test that a rule makes of the value its field holds. The rule must have been parsed. */
export function compileRule({ operator, value }: Rule, type: ValueType): Test {
  const missing = missingTest(type);
  if (operator === 'null') return missing;
  if (operator === 'notNull') return (found) => !missing(found);
  const positive = positives[operator] ?? operator;
  const expected = positive === operator;
  const wanted = itemsOf(value);
  if (type.kind === 'choices') {
    return test(readChoices(type.options), matchSet(positive, wanted), expected);
  }
  const hasPart = parts[positive];
  if (hasPart) {
    const part = normaliseText(String(wanted[0]));
    return test(readText(type), (text) => hasPart(text, part), expected);
  }
  const read = readers[type.kind](type.options);
  const keys = wanted.map((item) => read(item) ?? NaN);
  const [low = NaN, high = NaN] = keys;
  const inOrder = orders[positive];
  return test(read, inOrder ? (key) => inOrder(key, low, high) : oneOf(keys), expected);
}

function test<K>(read: Read<K>, matches: Match<K>, expected: boolean): Test {
  return (value) => {
    const key = read(value);
    return key !== undefined && matches(key) === expected;
  };
}

function oneOf(keys: readonly Key[]): Match<Key> {
  const same = new Set(keys);
  // A number and a text compare as numbers, two texts as texts: "50" is 50, and is not "50.0".
  const numbers = new Set(keys.map(toNumber));
  numbers.delete(NaN);
  const numeric = keys.some((key) => typeof key === 'number');
  return (key) =>
    typeof key === 'number' ? numbers.has(key) : same.has(key) || (numeric && same.has(toNumber(key)));
}

function matchSet(operator: Operator, wanted: readonly unknown[]): Match<readonly unknown[]> {
  return operator === '='
    ? (items) => items.every((item) => wanted.includes(item)) && wanted.every((item) => items.includes(item))
    : (items) => items.some((item) => wanted.includes(item));
}
