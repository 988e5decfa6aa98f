// A country as its ISO 3166-1 alpha-2 code in capitals. A browser offers only those that exist, so it checks the
// form of a code; the list itself is left to the worker (strict-checks.ts).
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, question, search } from './config.ts';
import { matching } from './read-text.ts';

export const country: FieldBehaviour = {
  normalise: (raw) => matching(raw, /^[a-z]{2}$/i)?.toUpperCase(),
  refusal: 'not_country',
};

export const countryConfig = () =>
  z.looseObject({
    kind: z.literal('country'),
    ...question(),
    ...search(),
    ...defaults(z.string(), 'country'),
  });

export const countryAttributes: readonly AttributeType[] = ['country', 'text'];
