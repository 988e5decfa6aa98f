// A finite number, within its range, whole where that is asked.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, placeholder, question } from './config.ts';
import { checkNumber } from './limits.ts';
import { readNumber } from './read-number.ts';

export const number: FieldBehaviour = {
  normalise: readNumber,
  refusal: 'not_number',
  check: checkNumber,
};

export const numberConfig = () =>
  z.looseObject({
    kind: z.literal('number'),
    ...question(),
    ...placeholder(),
    ...defaults(z.number()),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    whole: z.boolean().exactOptional(),
  });

export const numberAttributes: readonly AttributeType[] = ['number'];
