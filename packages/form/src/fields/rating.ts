// A mark from 1 to the best one, which is 5 unless the field says another.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, question } from './config.ts';
import { checkNumber } from './limits.ts';
import { readNumber } from './read-number.ts';

export const rating: FieldBehaviour = {
  normalise: readNumber,
  refusal: 'not_number',
  check: (answer, { max = 5 }) => checkNumber(answer, { min: 1, max, whole: true }),
};

export const ratingConfig = () =>
  z.looseObject({
    kind: z.literal('rating'),
    ...question(),
    ...defaults(z.number()),
    max: z.int().min(2).max(10).exactOptional(),
  });

export const ratingAttributes: readonly AttributeType[] = ['number'];
