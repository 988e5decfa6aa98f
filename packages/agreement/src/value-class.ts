// Which values of a field its conditions cannot tell apart: numbers and days between two that are named, texts that
// hold the same of the parts looked for, choices of the same options. What was found out for one value then serves
// for its whole class. Says so where there is no such thing as a class.
import { isGroup, normaliseText, toNumber } from '@baton/rules';
import type { Group, Operator, Rule, ValueType } from '@baton/rules';
import { createPartFinder, notPlain, type TextPart } from './text-parts.ts';

export type ValueClasses = {
  /** The class of a value, a whole number; `ofNone`: it is of none and must be asked about by itself. */
  readonly of: (value: unknown) => number;
  /** How many there are, from 0 on, where finding the class takes no longer than looking a value up; null elsewhere. */
  readonly many: number | null;
};

export const ofNone = -1;

/** @returns null when the values of this type fall into no classes under these conditions. */
export function valueClasses(type: ValueType, conditions: readonly Group[]): ValueClasses | null {
  const rules = conditions.flatMap(rulesOf);
  switch (type.kind) {
    case 'number':
      return classesOfOrder(rules, toNumber);
    case 'date':
      return classesOfOrder(rules, dayOf);
    case 'text':
      return classesOfText(rules);
    case 'choices':
      return classesOfSets(type.options);
    case 'boolean':
      return { of: (value) => (value === true ? 1 : value === false ? 0 : ofNone), many: 2 };
    case 'choice':
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

/** Values lie at or between the marks at which what the rules say may change; null when other than their order counts. */
function classesOfOrder(rules: readonly Rule[], rankOf: (value: unknown) => number): ValueClasses | null {
  if (!rules.every(({ operator }) => ofOrder.has(operator))) return null;
  const ranks = rules.flatMap((rule) => valuesOf(rule).map(rankOf));
  const marks = Float64Array.from(new Set(ranks)).sort();
  return { of: (value) => segmentOf(rankOf(value), marks), many: marks.length * 2 + 1 };
}

/** Segment 2i + 1 is the i-th mark itself, 2i what lies below it and above the one before. NaN is in none. */
function segmentOf(value: number, marks: Float64Array): number {
  if (value !== value) return ofNone;
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

/** `YYYY-MM-DD` as the number it is without its hyphens: the same order. */
function dayOf(value: unknown): number {
  if (typeof value !== 'string') return NaN;
  const day = value.length === 10 ? value : value.trim();
  if (day.length !== 10 || day.charCodeAt(4) !== hyphen || day.charCodeAt(7) !== hyphen) return NaN;
  let number = 0;
  for (let place = 0; place < 10; place += 1) {
    if (place === 4 || place === 7) continue;
    const digit = day.charCodeAt(place) - zero;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

const wheres: { readonly [O in Operator]?: TextPart['where'] } = {
  contains: 'anywhere',
  doesNotContain: 'anywhere',
  beginsWith: 'beginning',
  doesNotBeginWith: 'beginning',
  endsWith: 'end',
  doesNotEndWith: 'end',
};

// So many things that hold or not make one number that a double still holds exactly.
const mostParts = 52;
/** So many make few enough classes to keep what each decides. */
const fewParts = 9;

/** A text that is named is a class of its own (below `ofNone`); any other is of the class of all that hold its parts. */
function classesOfText(rules: readonly Rule[]): ValueClasses | null {
  const named = new Map<string, number>();
  const looked = new Map<string, TextPart>();
  for (const rule of rules) {
    const where = wheres[rule.operator];
    for (const value of valuesOf(rule)) {
      // A number among the values is met by every spelling of it.
      if (typeof value !== 'string' && where === undefined) return null;
      const text = normaliseText(String(value));
      if (where === undefined) named.set(text, named.get(text) ?? ofNone - 1 - named.size);
      else looked.set(`${where} ${text}`, { part: text, where });
    }
    if (where === undefined && !ofEquality.has(rule.operator)) return null;
  }
  if (looked.size > mostParts) return null;
  const parts = [...looked.values()];
  const find = createPartFinder(parts);
  const ofParts = (text: string): number =>
    parts.reduce((held, part, index) => (stands(part, text) ? held + 2 ** index : held), 0);
  const look = (value: string): number => {
    if (named.size === 0 && find !== null) {
      const held = find(value);
      if (held !== notPlain) return held;
    }
    const text = normaliseText(value);
    return text === '' ? ofNone : (named.get(text) ?? ofParts(text));
  };
  // A lead is judged several times in a row: before and after an event, and as of several moments.
  let last = '';
  let found = ofNone;
  const of = (value: unknown): number => {
    if (typeof value !== 'string') return ofNone;
    if (value !== last) {
      last = value;
      found = look(value);
    }
    return found;
  };
  return { of, many: named.size === 0 && parts.length <= fewParts ? 2 ** parts.length : null };
}

function stands({ part, where }: TextPart, text: string): boolean {
  if (where === 'anywhere') return text.includes(part);
  return where === 'beginning' ? text.startsWith(part) : text.endsWith(part);
}

const mostOptions = 30;
/** So many make few enough sets to keep what each decides. */
const fewOptions = 10;

/** The options in a list, one bit each; whatever else is in it counts for nothing. */
function classesOfSets(options: readonly string[] | undefined): ValueClasses | null {
  if (options === undefined || options.length > mostOptions) return null;
  const bits = new Map<unknown, number>(options.map((option, index) => [option, 1 << index]));
  const of = (value: unknown): number => {
    if (!Array.isArray(value)) return bits.get(value) ?? 0;
    let held = 0;
    for (let place = 0; place < value.length; place += 1) held |= bits.get(value[place]) ?? 0;
    return held;
  };
  return { of, many: options.length <= fewOptions ? 2 ** options.length : null };
}
