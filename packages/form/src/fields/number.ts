// A finite number, within its range, whole where that is asked. Refuses what only JavaScript would read as one:
// hexadecimal, and digits grouped by comma, which mean another number elsewhere.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, placeholder, question } from './config.ts';
import { checkNumber } from './limits.ts';
import { matching } from './read-text.ts';

/** The number that a text means. Negative zero is written "0" in JSON: adding 0 makes it so at once. */
export function readNumber(raw: unknown): number | undefined {
  const value = Number(matching(raw, /^[\d.e+-]+$/i) ?? NaN) + 0;
  return Number.isFinite(value) ? value : undefined;
}

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
