// Documents and changes to them, for the tests of the words.
import { catalogue, people, teams } from '../example-agreement.ts';
import type { Names } from './speaker.ts';

export const names: Names = { catalogue, people, teams };

export type Place = readonly (string | number)[];

/** Where numbers, truths and, if asked for, texts stand in a document. */
export function leavesOf(value: unknown, kinds: ReadonlySet<string>, path: Place = []): readonly Place[] {
  if (kinds.has(typeof value)) return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, kinds, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, kinds, [...path, key]));
}

/** The document with another number, truth or text in one place. */
export function changedAt(value: unknown, [key, ...rest]: Place): unknown {
  if (key === undefined) {
    return typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}x` : value !== true;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? changedAt(item, rest) : item));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? changedAt(item, rest) : item]),
  );
}
