// How a raw value of each kind is read to be compared. Missing is undefined; NaN is there but compares with nothing,
// such as a word where a number belongs. Refuses to guess beyond that, and never throws.
import type { ValueKind, ValueType } from './condition.ts';
import type { Found, Key } from './match.ts';
import { isMissing, toNumber } from './value.ts';

/** Reads a value as it compares; undefined: it is missing. */
export type Read<K> = (value: unknown) => K | undefined;

type Options = readonly string[] | undefined;

/** One reader per kind of single value. */
export const readers: Readonly<Record<Exclude<ValueKind, 'choices'>, (options: Options) => Read<Key>>> = {
  text: () => (value) =>
    unlessMissing(value, typeof value === 'string' || typeof value === 'number' ? value : NaN),
  number: () => (value) => unlessMissing(value, toNumber(value)),
  date: () => (value) => {
    const day = typeof value === 'string' ? value.trim() : '';
    return unlessMissing(value, /^\d{4}-\d\d-\d\d$/.test(day) ? day : NaN);
  },
  boolean: () => (value) => unlessMissing(value, typeof value === 'boolean' ? value : NaN),
  choice: (options) => {
    if (!options) return (value) => (typeof value === 'string' && !isMissing(value) ? value : undefined);
    const known = new Map<unknown, string>(options.map((id) => [id, id]));
    return (value) => known.get(value);
  },
};

/** Reads values of this type. Of a set, what is not among the options is dropped, and nothing left is missing. */
export function readerOf({ kind, options }: ValueType): (value: unknown) => Found {
  if (kind !== 'choices') return readers[kind](options);
  const one = readers.choice(options);
  return (value) => {
    const known = new Set<Key>();
    for (const item of itemsOf(value)) {
      const key = one(item);
      if (key !== undefined) known.add(key);
    }
    return known.size > 0 ? [...known] : undefined;
  };
}

/** Reads a value as text, to look for a part of it; a choice by its option's id. */
export function textReaderOf(type: ValueType): Read<Key> {
  const read = readerOf(type);
  return (value) => {
    if (read(value) === undefined) return undefined;
    return typeof value === 'string' || typeof value === 'number' ? value : '';
  };
}

function unlessMissing(value: unknown, key: Key): Key | undefined {
  return isMissing(value) ? undefined : key;
}

/** A list as it is, a single value as a list of one. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
