// An e-mail address, trimmed and in lower case: the key of a lead. The syntax is that of HTML's own e-mail input
// (https://html.spec.whatwg.org/#valid-e-mail-address) with a dot demanded in the domain; at most 254 characters
// (RFC 5321, erratum 1690). Whether it exists is not asked; whether it is a business's own, the worker decides, whose
// lists of providers are too long for a browser.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, placeholder, question, words } from './config.ts';
import { matching } from './read-text.ts';

// `^-~` are the letters, and what stands before and behind them in ASCII.
// Tested before lower-casing: there are letters outside ASCII whose lower case is an ASCII letter. Labels hold no
// dot, and each hyphen is followed by what it joins, so there is one way only to match.

export const email: FieldBehaviour = {
  normalise: (raw) =>
    matching(
      raw,
      /^(?=.{1,254}$)[!#-'*+\--9=?^-~]{1,64}@([a-z\d](-*[a-z\d])*\.)+[a-z\d](-*[a-z\d])*$/i,
    )?.toLowerCase(),
  refusal: 'not_email',
};

export const emailConfig = () =>
  z.looseObject({
    kind: z.literal('email'),
    ...question(),
    ...placeholder(),
    ...defaults(z.string()),
    business: z.enum(['allow', 'warn', 'refuse']).exactOptional(),
    businessText: words(500).exactOptional(),
  });

export const emailAttributes: readonly AttributeType[] = ['email', 'text'];
