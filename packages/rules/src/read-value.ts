// How a value of each kind is read to be compared. Missing is undefined; NaN is there but compares with nothing,
// such as a word where a number belongs. Refuses to guess beyond that, and never throws.
import type { ValueKind, ValueType } from './condition.ts';
import { isMissing, normaliseText, toNumber } from './value.ts';

/** What a single value compares by. */
export type Key = string | number | boolean;

/** Reads a value as it compares; undefined: it is missing. */
export type Read<K> = (value: unknown) => K | undefined;

type Options = readonly string[] | undefined;

/** One reader per kind of single value. */
export const readers: Readonly<Record<Exclude<ValueKind, 'choices'>, (options: Options) => Read<Key>>> = {
  text: () => (value) => {
    if (typeof value === 'string') return normaliseText(value) || undefined;
    return unlessMissing(value, typeof value === 'number' ? value : NaN);
  },
  number: () => (value) => unlessMissing(value, toNumber(value)),
  date: () => (value) => {
    const day = typeof value === 'string' ? value.trim() : '';
    return unlessMissing(value, /^\d{4}-\d\d-\d\d$/.test(day) ? day : NaN);
  },
  boolean: () => (value) => unlessMissing(value, typeof value === 'boolean' ? value : NaN),
  // A choice compares by the position of its option: the same option, the same position.
  choice: (options) => {
    if (!options) return (value) => (typeof value === 'string' && !isMissing(value) ? value : undefined);
    const positions = new Map<unknown, number>(options.map((id, position) => [id, position]));
    return (value) => positions.get(value);
  },
};

/** Reads a set of option ids; what is not among the options is dropped, and nothing left is missing. */
export function readChoices(options: Options): Read<readonly unknown[]> {
  const one = readers.choice(options);
  return (value) => {
    const known = itemsOf(value).filter((item) => one(item) !== undefined);
    return known.length > 0 ? known : undefined;
  };
}

/** Reads a value as text, to look for a part of it; a choice by its option's id. */
export function readText(type: ValueType): Read<string> {
  const missing = missingTest(type);
  return (value) => {
    if (missing(value)) return undefined;
    return typeof value === 'string' ? normaliseText(value) : typeof value === 'number' ? String(value) : '';
  };
}

/** Whether a value of this type is missing: a choice is also when it is not among the options. */
export function missingTest({ kind, options }: ValueType): (value: unknown) => boolean {
  if (kind !== 'choice' && kind !== 'choices') return isMissing;
  const read = kind === 'choice' ? readers.choice(options) : readChoices(options);
  return (value) => read(value) === undefined;
}

function unlessMissing(value: unknown, key: Key): Key | undefined {
  return isMissing(value) ? undefined : key;
}

/** A list as it is, a single value as a list of one. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
