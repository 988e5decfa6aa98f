// When two pieces of a document say the same, and which parts of two lists are the same part.
import { isRecord } from '../is-record.ts';

/** The parts of a list by their ids; null where it is no list of parts that all have one of their own. */
export function partsOf(list: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(list)) return null;
  const parts = new Map<string, unknown>();
  for (const part of list) {
    if (!isRecord(part) || typeof part['id'] !== 'string' || parts.has(part['id'])) return null;
    parts.set(part['id'], part);
  }
  return parts;
}

/** A key of the record itself; undefined where it has none of that name. */
export function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Whether two values are the same JSON, whatever the order of their keys; one that is undefined is not there. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = keysOf(one);
  return keys.length === keysOf(other).length && keys.every((key) => isSame(one[key], own(other, key)));
}

function keysOf(record: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(record).filter((key) => record[key] !== undefined);
}
