// One rule against one value. What is missing fails every comparison; what is there but cannot be compared (a
// word where a number belongs) equals nothing and stands in no order. Refuses nothing: a rule is checked when its
// document is saved.
import type { Operator, Rule, ValueType } from './condition.ts';
import { isMissing, normaliseText, toNumber } from './value.ts';

/** Decides one value. */
export type Test = (value: unknown) => boolean;

/** What values are compared by. NaN compares with nothing, itself included. */
type Key = string | number | boolean;

/** The operator that each negative one is the complement of, for a value that is there. */
const positives: { readonly [O in Operator]?: Operator } = {
  '!=': '=',
  doesNotContain: 'contains',
  doesNotBeginWith: 'beginsWith',
  doesNotEndWith: 'endsWith',
  notIn: 'in',
  notBetween: 'between',
};

/** Whether a value of this type is missing: a choice is also when it is not among the options. */
export function missingTest(type: ValueType): Test {
  if (type.kind !== 'choice' && type.kind !== 'choices') return isMissing;
  const known = knownOption(type);
  return (value) => !itemsOf(value).some(known);
}

/** The test that a rule makes of the value its field holds. The rule must have been parsed. */
export function compileRule(rule: Rule, type: ValueType): Test {
  const missing = missingTest(type);
  if (rule.operator === 'null') return missing;
  if (rule.operator === 'notNull') return (value) => !missing(value);
  const positive = positives[rule.operator];
  const matches = matcher(positive ?? rule.operator, itemsOf(rule.value), type);
  return positive
    ? (value) => !matches(value) && !missing(value)
    : (value) => matches(value) && !missing(value);
}

function matcher(operator: Operator, wanted: readonly unknown[], type: ValueType): Test {
  if (operator === 'beginsWith' || operator === 'endsWith') return textMatcher(operator, wanted[0]);
  if (type.kind === 'choices') return choicesMatcher(operator, wanted, type);
  if (operator === 'contains') return textMatcher(operator, wanted[0]);
  const key = keyOf(type);
  const keys = wanted.map(key);
  const [low = NaN, high = NaN] = keys;
  switch (operator) {
    case '<':
      return (value) => key(value) < low;
    case '<=':
      return (value) => key(value) <= low;
    case '>':
      return (value) => key(value) > low;
    case '>=':
      return (value) => key(value) >= low;
    case 'between':
      return (value) => {
        const found = key(value);
        return found >= low && found <= high;
      };
    default:
      return oneOf(keys, key);
  }
}

function oneOf(keys: readonly Key[], key: (value: unknown) => Key): Test {
  const same = new Set(keys);
  const texts = keys.filter((wanted) => typeof wanted === 'string');
  const numbers = keys.filter((wanted) => typeof wanted === 'number');
  return (value) => {
    const found = key(value);
    // A number and a text compare as numbers: JavaScript's order of the two is that, NaN where it is none.
    return (
      same.has(found) ||
      (typeof found === 'number' ? texts : numbers).some((wanted) => wanted <= found && wanted >= found)
    );
  };
}

function textMatcher(how: 'contains' | 'beginsWith' | 'endsWith', wanted: unknown): Test {
  const part = textOf(wanted);
  if (how === 'contains') return (value) => textOf(value).includes(part);
  return how === 'beginsWith'
    ? (value) => textOf(value).startsWith(part)
    : (value) => textOf(value).endsWith(part);
}

/** Sets: what is not among the options is dropped from the value before it is compared. */
function choicesMatcher(operator: Operator, wanted: readonly unknown[], type: ValueType): Test {
  const known = knownOption(type);
  const set = new Set(wanted.filter(known));
  if (operator !== '=') return (value) => itemsOf(value).some((item) => set.has(item));
  if (!wanted.every(known)) return () => false;
  return (value) => {
    const items = itemsOf(value);
    return (
      wanted.every((item) => items.includes(item)) && items.every((item) => set.has(item) || !known(item))
    );
  };
}

function keyOf(type: ValueType): (value: unknown) => Key {
  switch (type.kind) {
    case 'number':
      return toNumber;
    case 'text':
      return (value) =>
        typeof value === 'number' ? value : typeof value === 'string' ? normaliseText(value) : NaN;
    case 'date':
      return (value) => {
        const day = typeof value === 'string' ? value.trim() : '';
        return /^\d{4}-\d\d-\d\d$/.test(day) ? day : NaN;
      };
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : NaN);
    default: {
      if (!type.options) return (value) => (typeof value === 'string' ? value : NaN);
      const positions = new Map<unknown, number>(type.options.map((id, position) => [id, position]));
      return (value) => positions.get(value) ?? NaN;
    }
  }
}

function knownOption(type: ValueType): Test {
  if (!type.options) return (item) => typeof item === 'string' && !isMissing(item);
  const known = new Set<unknown>(type.options);
  return (item) => known.has(item);
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? normaliseText(value) : typeof value === 'number' ? String(value) : '';
}
