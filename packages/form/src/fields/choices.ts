// Any of several options: a set of ids, each once, in the order of the options. A plain form sends one id as text,
// several as a list.
import * as z from 'zod';
import { isMissing } from '@baton/rules';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, options, question, search } from './config.ts';
import { amounts } from './limits-amounts.ts';
import { textOf } from './read-text.ts';

export const choices: FieldBehaviour = {
  normalise: (raw, { options = [] }) => {
    const ids = new Set(
      [raw]
        .flat()
        .filter((item) => !isMissing(item))
        .map(textOf),
    );
    const chosen = options.filter((option) => ids.has(option));
    return chosen[0] && chosen.length === ids.size ? chosen : undefined;
  },
  refusal: 'not_an_option',
  ...amounts,
};

export const choicesConfig = () =>
  z.looseObject({
    kind: z.literal('choices'),
    ...question(),
    ...search(),
    ...options(),
    ...defaults(z.array(z.string())),
    min: z.int().min(0).exactOptional(),
    max: z.int().min(1).exactOptional(),
  });

export const choicesAttributes: readonly AttributeType[] = ['choices'];
