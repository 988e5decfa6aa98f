// The address of a website: http or https, a host with a dot, no user and no password. Without a scheme https is
// meant, so no other scheme can be said.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, placeholder, question } from './config.ts';
import { checkLength } from './limits.ts';
import { matching } from './read-text.ts';

/** Characters that an answer may have where the field does not say. */
export const longestUrl = 2000;
// Labels hold no dot, so there is one way only to split a host into them.

export const url: FieldBehaviour = {
  normalise: (raw) =>
    matching(
      raw,
      /^(https?:\/\/)?([\w\u00a1-\uffff-]+\.)+[\w\u00a1-\uffff-]{2,}\.?(:\d{1,5})?([/?#]\S*)?$/i,
    )?.replace(/^(?!https?:\/\/)/i, 'https://'),
  refusal: 'not_url',
  check: checkLength(longestUrl),
};

export const urlConfig = () =>
  z.looseObject({
    kind: z.literal('url'),
    ...question(),
    ...placeholder(),
    ...defaults(z.string(), 'email_domain'),
  });

export const urlAttributes: readonly AttributeType[] = ['url', 'text'];
