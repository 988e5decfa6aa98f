// Whether a size keeps to its limits: a number, a length, a count, or a day, since ISO days stand in the order of
// their texts.
import type { AnswerIssueCode, Answer, AnswerShape } from '../types.ts';
import type { Fault } from './behaviour.ts';

/** Refuses by one code what is below `min`, by the other what is above `max`. */
export function checkLimits<S extends number | string>(
  size: S,
  min: S | undefined,
  max: S | undefined,
  below: AnswerIssueCode,
  above: AnswerIssueCode,
): Fault | undefined {
  if (min !== undefined && size < min) return { code: below, params: { min } };
  return max !== undefined && size > max ? { code: above, params: { max } } : undefined;
}

/** Refuses a text whose length the field does not allow; `most` where the field does not say. */
export function checkLength(answer: Answer, field: AnswerShape, most: number): Fault | undefined {
  return checkLimits(
    String(answer).length,
    field.minLength,
    field.maxLength ?? most,
    'too_short',
    'too_long',
  );
}

/** Refuses a number that is out of range. */
export function checkRange(
  answer: Answer,
  min: number | undefined,
  max: number | undefined,
): Fault | undefined {
  return checkLimits(Number(answer), min, max, 'too_small', 'too_large');
}

/** Refuses a number that is not whole. */
export function checkWhole(answer: Answer): Fault | undefined {
  return Number.isInteger(answer) ? undefined : { code: 'not_whole' };
}
