// Reading an answer as a number. Refuses what only JavaScript would read as one: hexadecimal, and digits grouped by
// comma, which mean another number elsewhere.
import { matching } from './read-text.ts';

/** The number that a text means. Negative zero is written "0" in JSON: adding 0 makes it so at once. */
export function readNumber(raw: unknown): number | undefined {
  const value = Number(matching(raw, /^[\d.e+-]+$/i)) + 0;
  return Number.isFinite(value) ? value : undefined;
}
