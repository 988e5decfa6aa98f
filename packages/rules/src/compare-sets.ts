// Comparisons of the options of a set, such as the answer to a question that takes several.
import type { Compare, Key } from './match.ts';

export const sets = {
  /** A set has one of these. */
  any: (found, keys) => keys.some((key) => isIn(key, found)),
  /** A set has these and no other. */
  same: (found, keys) => Object(found).length === keys.length && keys.every((key) => isIn(key, found)),
} satisfies Record<string, Compare>;

function isIn(key: Key, found: Key | readonly Key[]): boolean {
  return Array.isArray(found) && found.includes(key);
}
