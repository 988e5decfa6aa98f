// Which values of a field its conditions cannot tell apart: numbers and days between two that are named, texts that
// hold the same of the parts looked for, choices of the same options. What was found out for one value then serves
// for its whole class. Says so where there is no such thing as a class.
import { isGroup, normaliseText, toNumber } from '@baton/rules';
import type { Group, Operator, Rule, ValueType } from '@baton/rules';

export type ValueClasses = {
  /** The class of a value, a whole number; NaN: it is of none and must be asked about by itself. */
  readonly of: (value: unknown) => number;
  /** Where numbers are told apart, ascending: the class of a number is its segment among these. */
  readonly marks: Float64Array | null;
};

/** @returns null when the values of this type fall into no classes under these conditions. */
export function valueClasses(type: ValueType, conditions: readonly Group[]): ValueClasses | null {
  const rules = conditions.flatMap(rulesOf);
  switch (type.kind) {
    case 'number': {
      const marks = marksOf(rules, toNumber);
      return marks && { of: (value) => segmentOf(toNumber(value), marks), marks };
    }
    case 'date': {
      const marks = marksOf(rules, dayOf);
      return marks && { of: (value) => segmentOf(dayOf(value), marks), marks: null };
    }
    case 'text':
      return classesOfText(rules);
    case 'choices':
      return classesOfSets(type.options);
    case 'choice':
    case 'boolean':
      return null;
  }
}

function rulesOf({ rules }: Group): Rule[] {
  return rules.flatMap((part) => (isGroup(part) ? rulesOf(part) : part));
}

function valuesOf({ value }: Rule): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

type Operators = ReadonlySet<Operator>;

const ofEquality: Operators = new Set<Operator>(['=', '!=', 'in', 'notIn', 'null', 'notNull']);
const ofOrder: Operators = new Set<Operator>([...ofEquality, '<', '<=', '>', '>=', 'between', 'notBetween']);

/** The numbers at which what the rules say may change; null when other than the order of values counts. */
function marksOf(rules: readonly Rule[], rankOf: (value: unknown) => number): Float64Array | null {
  if (!rules.every(({ operator }) => ofOrder.has(operator))) return null;
  const ranks = rules.flatMap((rule) => valuesOf(rule).map(rankOf));
  return Float64Array.from(new Set(ranks)).sort();
}

/** Segment 2i + 1 is the i-th mark itself, 2i what lies below it and above the one before. NaN is in none. */
export function segmentOf(value: number, marks: Float64Array): number {
  if (value !== value) return NaN;
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return marks[low] === value ? low * 2 + 1 : low * 2;
}

const zero = 48;
const hyphen = 45;
const places = [0, 1, 2, 3, 5, 6, 8, 9];

/** `YYYY-MM-DD` as the number it is without its hyphens: the same order. */
function dayOf(value: unknown): number {
  const day = typeof value === 'string' ? value.trim() : '';
  if (day.length !== 10 || day.charCodeAt(4) !== hyphen || day.charCodeAt(7) !== hyphen) return NaN;
  let number = 0;
  for (const place of places) {
    const digit = day.charCodeAt(place) - zero;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

type Holds = (text: string, part: string) => boolean;

const parts: { readonly [O in Operator]?: Holds } = {
  contains: (text, part) => text.includes(part),
  doesNotContain: (text, part) => text.includes(part),
  beginsWith: (text, part) => text.startsWith(part),
  doesNotBeginWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
  doesNotEndWith: (text, part) => text.endsWith(part),
};

// So many things that hold or not make one number that a double still holds exactly.
const mostParts = 52;

/** A text that is named is a class of its own (below 0); any other is of the class of all that hold its parts. */
function classesOfText(rules: readonly Rule[]): ValueClasses | null {
  const named = new Map<string, number>();
  const looked: { readonly holds: Holds; readonly part: string; readonly weight: number }[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    const holds = parts[rule.operator];
    for (const value of valuesOf(rule)) {
      // A number among the values is met by every spelling of it.
      if (typeof value !== 'string' && holds === undefined) return null;
      const text = normaliseText(String(value));
      if (holds === undefined) {
        named.set(text, named.get(text) ?? -1 - named.size);
        continue;
      }
      if (seen.has(`${rule.operator} ${text}`)) continue;
      seen.add(`${rule.operator} ${text}`);
      looked.push({ holds, part: text, weight: 2 ** looked.length });
    }
    if (holds === undefined && !ofEquality.has(rule.operator)) return null;
  }
  if (looked.length > mostParts) return null;
  const of = (value: unknown): number => {
    if (typeof value !== 'string') return NaN;
    const text = normaliseText(value);
    if (text === '') return NaN;
    const name = named.get(text);
    if (name !== undefined) return name;
    let held = 0;
    for (const { holds, part, weight } of looked) if (holds(text, part)) held += weight;
    return held;
  };
  return { of, marks: null };
}

const mostOptions = 30;

/** The options in a list, one bit each; whatever else is in it counts for nothing. */
function classesOfSets(options: readonly string[] | undefined): ValueClasses | null {
  if (options === undefined || options.length > mostOptions) return null;
  const bits = new Map<unknown, number>(options.map((option, index) => [option, 1 << index]));
  const of = (value: unknown): number => {
    if (!Array.isArray(value)) return bits.get(value) ?? 0;
    let held = 0;
    for (const item of value) held |= bits.get(item) ?? 0;
    return held;
  };
  return { of, marks: null };
}
