// A number from JSON or from the text of a number input. Refuses what only JavaScript would read as one: empty
// text, hexadecimal, infinity, digits grouped by comma.
import type { Answer } from '../types.ts';
import type { Fault } from './behaviour.ts';

/** The finite number that `raw` means. */
export function readNumber(raw: unknown): number | Fault {
  const isNumeric =
    typeof raw === 'number' ||
    (typeof raw === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(raw.trim()));
  const value = isNumeric ? Number(raw) : NaN;
  // Negative zero is written "0" in JSON: adding 0 makes it so at once.
  return Number.isFinite(value) ? value + 0 : { code: 'not_number' };
}

/** Whether a number is within its range, and whole where it must be. */
export function checkNumber(
  answer: Answer,
  min: number | undefined,
  max: number | undefined,
  whole: boolean | undefined,
): Fault | undefined {
  if (whole && !Number.isInteger(answer)) return { code: 'not_whole' };
  if (min !== undefined && Number(answer) < min) return { code: 'too_small', params: { min } };
  return max !== undefined && Number(answer) > max ? { code: 'too_large', params: { max } } : undefined;
}
