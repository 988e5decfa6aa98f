// A box that the visitor ticks. It has no default: a box ticked in advance is no consent (GDPR, recital 32).
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { link, question } from './config.ts';
import { textOf } from './read-text.ts';

export const consent: FieldBehaviour = {
  normalise: (raw) => {
    const word = textOf(raw);
    if (word === 'on' || word === 'true') return true;
    return word === 'off' || word === 'false' ? false : undefined;
  },
  refusal: 'not_boolean',
  lacking: 'must_be_true',
};

export const consentConfig = () => z.looseObject({ kind: z.literal('consent'), ...question(), ...link() });

export const consentAttributes: readonly AttributeType[] = ['boolean'];
