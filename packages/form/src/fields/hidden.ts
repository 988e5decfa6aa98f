// A value that nobody types: from the page's address, or filled in by the worker. What cannot be used is dropped,
// never refused: nobody can correct what they do not see.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, fieldId, lengths, unasked } from './config.ts';
import { checkLength } from './limits.ts';
import { textOf } from './read-text.ts';

const most = 1000;
const isTooLong = checkLength(most);

export const hidden: FieldBehaviour = {
  normalise: (raw, field) => {
    const text = textOf(raw);
    return isTooLong(text, field) ? undefined : text || undefined;
  },
};

export const hiddenConfig = () =>
  z.looseObject({
    kind: z.literal('hidden'),
    ...unasked(),
    ...lengths(most),
    ...defaults(z.never(), 'country', 'email_domain'),
    attribute: fieldId().exactOptional(),
  });

export const hiddenAttributes: readonly AttributeType[] = ['text', 'country'];
