// A day of the calendar as `YYYY-MM-DD`, in no time zone.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, question } from './config.ts';
import { spans } from './limits-spans.ts';
import { matching } from './read-text.ts';

export const date: FieldBehaviour = {
  normalise: (raw) => {
    // Neither clock nor time zone is asked: a day alone is read as UTC, and what is no day never comes back as itself.
    const day = matching(raw, /^\d/) ?? '';
    return new Date(day).toJSON()?.slice(0, 10) === day ? day : undefined;
  },
  refusal: 'not_date',
  ...spans,
};

/** A day that exists. */
const day = () =>
  z.string().refine((text) => date.normalise(text, { id: '', kind: 'date' }) === text, { error: 'not_date' });

export const dateConfig = () =>
  z.looseObject({
    kind: z.literal('date'),
    ...question(),
    ...defaults(z.string()),
    earliest: day().exactOptional(),
    latest: day().exactOptional(),
  });

export const dateAttributes: readonly AttributeType[] = ['date'];
