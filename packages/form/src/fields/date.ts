// A day of the calendar as `YYYY-MM-DD`, in no time zone.
import * as z from 'zod';
import type { AttributeType } from '@baton/rules';
import type { FieldBehaviour } from './behaviour.ts';
import { defaults, question } from './config.ts';

/** Whether a text is a day that exists, in the years 1 to 9999. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  const leap = year % (year % 100 ? 4 : 400) === 0;
  // Months alternate between 31 and 30 days, anew from August.
  const days = month === 2 ? 28 + Number(leap) : 30 + ((month + Number(month > 7)) % 2);
  return year > 0 && month > 0 && month < 13 && day > 0 && day <= days;
}

export const date: FieldBehaviour = {
  valueKind: 'date',
  normalise: (raw) => {
    const day = typeof raw === 'string' ? raw.trim() : '';
    return isDay(day) ? day : { code: 'not_date' };
  },
  // ISO days stand in the order of their texts.
  check: (answer, { earliest, latest }) => {
    if (earliest && answer < earliest) return { code: 'too_early', params: { earliest } };
    return latest && answer > latest ? { code: 'too_late', params: { latest } } : undefined;
  },
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
