// The address of a website: http or https, a host with a dot, no user and no password. Without a scheme https is
// meant, so no other scheme can be said.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, placeholder, question } from './config.ts';
import { checkLength } from './read-text.ts';

const most = 2000;
const pattern = /^([\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}-]{2,}\.?(:\d{1,5})?([/?#][^\s\p{C}]*)?$/u;

export const url: FieldBehaviour = {
  valueKind: 'text',
  normalise: (raw) => {
    const address = typeof raw === 'string' ? raw.trim() : '';
    const rest = address.replace(/^https?:\/\//i, '');
    const scheme = address.slice(0, address.length - rest.length).toLowerCase();
    return pattern.test(rest) ? (scheme || 'https://') + rest : { code: 'not_url' };
  },
  check: (answer, field) => checkLength(answer, field, most),
};

export const urlConfig = () =>
  z.looseObject({
    kind: z.literal('url'),
    ...question(),
    ...placeholder(),
    ...defaults(z.string(), 'email_domain'),
  });

export const urlAttributes: readonly AttributeType[] = ['url', 'text'];
