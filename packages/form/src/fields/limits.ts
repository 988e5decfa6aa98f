// Whether a size keeps to its limits: a number, a length, a count, or a day, since ISO days stand in the order of
// their texts.
import type { AnswerIssueCode, Answer, AnswerShape, Limits } from '../types.ts';
import type { Fault } from './behaviour.ts';

/** Refuses by one code what is below `min`, by the other what is above `max`. Nothing is below or above NaN. */
export function checkLimits<S extends number | string>(
  size: S,
  below: AnswerIssueCode,
  above: AnswerIssueCode,
  min: S | number = NaN,
  max: S | number = NaN,
): Fault | undefined {
  if (size < min) return { code: below, params: { min } };
  return size > max ? { code: above, params: { max } } : undefined;
}

/** Refuses a text whose length the field does not allow; `most` where the field does not say. */
export const checkLength =
  (most: number) =>
  (answer: Answer, { minLength, maxLength = most }: AnswerShape): Fault | undefined =>
    checkLimits(String(answer).length, 'too_short', 'too_long', minLength, maxLength);

/** Refuses a number that is out of range, or not whole where it must be. */
export function checkNumber(answer: Answer, { min, max, whole }: Limits): Fault | undefined {
  if (whole && !Number.isInteger(answer)) return { code: 'not_whole' };
  return checkLimits(Number(answer), 'too_small', 'too_large', min, max);
}
