// Any of several options: a set of ids, each once, in the order of the options. A plain form sends one id as text,
// several as a list.
import * as z from 'zod';
import { isMissing } from '@baton/rules';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, options, question } from './config.ts';

export const choices: FieldBehaviour = {
  valueKind: 'choices',
  normalise: (raw, { options = [] }) => {
    const items: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
    const given = new Set<unknown>();
    for (const item of items) {
      const id = typeof item === 'string' ? item.trim() : item;
      if (isMissing(id)) continue;
      if (!options.some((option) => option === id)) return { code: 'not_an_option' };
      given.add(id);
    }
    return options.filter((option) => given.has(option));
  },
  check: (answer, { min = 0, max = Infinity }) => {
    const count = typeof answer === 'object' ? answer.length : 0;
    if (count < min) return { code: 'too_few', params: { min } };
    return count > max ? { code: 'too_many', params: { max } } : undefined;
  },
};

export const choicesConfig = () =>
  z.looseObject({
    kind: z.literal('choices'),
    ...question(),
    ...options(),
    ...defaults(z.array(z.string())),
    min: z.int().min(0).exactOptional(),
    max: z.int().min(1).exactOptional(),
  });

export const choicesAttributes: readonly AttributeType[] = ['choices'];
