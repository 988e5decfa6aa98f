// A day of the calendar as `YYYY-MM-DD`, in no time zone.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, question } from './config.ts';
import { spans } from './limits-spans.ts';
import { textOf } from './read-text.ts';

/** Whether a text is a day that exists. */
function isDay(text: string): boolean {
  // Neither clock nor time zone is asked: a day alone is read as UTC, and what is no day never comes back as itself.
  return /^\d/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;
}

export const date: FieldBehaviour = {
  normalise: (raw) => {
    const day = textOf(raw);
    return isDay(day) ? day : undefined;
  },
  refusal: 'not_date',
  ...spans,
};

const day = () => z.string().refine(isDay, { error: 'not_date' });

export const dateConfig = () =>
  z.looseObject({
    kind: z.literal('date'),
    ...question(),
    ...defaults(z.string()),
    earliest: day().exactOptional(),
    latest: day().exactOptional(),
  });

export const dateAttributes: readonly AttributeType[] = ['date'];
