// Several lines of text. Line ends become LF, as scripts see them: a plain form sends CRLF, and both must be stored
// alike.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, lengths, placeholder, question } from './config.ts';
import { checkLength } from './limits.ts';
import { textOf } from './read-text.ts';

/** Characters that an answer may have where the field does not say. */
export const longestTextarea = 10_000;

export const textarea: FieldBehaviour = {
  normalise: (raw) => textOf(raw).replace(/\r\n?/g, '\n') || undefined,
  refusal: 'not_text',
  check: checkLength(longestTextarea),
};

export const textareaConfig = () =>
  z.looseObject({
    kind: z.literal('textarea'),
    ...question(),
    ...placeholder(),
    ...lengths(longestTextarea),
    ...defaults(z.string()),
  });

export const textareaAttributes: readonly AttributeType[] = ['text'];
