// A telephone number as people write it: 6 to 15 digits (E.164 allows no more), what separates them, an extension.
// The browser keeps it as typed; the worker, which can guess the country, writes it in full where that is certain.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, placeholder, question } from './config.ts';
import { matching } from './read-text.ts';

// Each digit is followed by what separates it from the next, so there is one way only to match.

export const phone: FieldBehaviour = {
  normalise: (raw) =>
    matching(raw, /^[+( ]{0,3}(\d[\s()./\u2010-\u2013-]{0,3}){6,15}((x|ext\.?) ?\d{1,6})?$/i),
  refusal: 'not_phone',
};

export const phoneConfig = () =>
  z.looseObject({
    kind: z.literal('phone'),
    ...question(),
    ...placeholder(),
    ...defaults(z.string()),
    strict: z.boolean().exactOptional(),
  });

export const phoneAttributes: readonly AttributeType[] = ['phone', 'text'];
