// One line of text, stored as it was typed but for the space around it.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, lengths, placeholder, question, words } from './config.ts';
import { checkLength } from './limits.ts';
import { compilePattern } from './pattern.ts';
import { textOf } from './read-text.ts';

/** Characters that an answer may have where the field does not say. */
export const longestText = 1000;

export const text: FieldBehaviour = {
  normalise: (raw) => textOf(raw) || undefined,
  refusal: 'not_text',
  check: checkLength(longestText),
};

export const textConfig = () =>
  z.looseObject({
    kind: z.literal('text'),
    ...question(),
    ...placeholder(),
    ...lengths(longestText),
    ...defaults(z.string(), 'country', 'email_domain'),
    pattern: words(500)
      .refine((source) => compilePattern(source) !== undefined, { error: 'not_a_pattern' })
      .exactOptional(),
    patternText: words(500).exactOptional(),
  });

export const textAttributes: readonly AttributeType[] = ['text'];
