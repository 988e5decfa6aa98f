// One of several options, told by its id.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, options, question, search } from './config.ts';
import { textOf } from './read-text.ts';

export const choice: FieldBehaviour = {
  normalise: (raw, { options }) => options?.find((option) => option === textOf(raw)),
  refusal: 'not_an_option',
};

export const choiceConfig = () =>
  z.looseObject({
    kind: z.literal('choice'),
    ...question(),
    ...search(),
    ...options(),
    ...defaults(z.string()),
  });

export const choiceAttributes: readonly AttributeType[] = ['choice', 'text'];
