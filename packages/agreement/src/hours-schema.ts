// The shape of business hours: a time zone, the openings of each weekday, the days that stay closed. Refuses
// openings that end before they begin, or overlap.
import * as z from 'zod';

z.config({ jitless: true });

const coded = (code: string) => ({ params: { code } });
const opens = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'not_a_time');
const closes = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not_a_time');

// Times of this form compare as text.
const opening = z
  .tuple([opens, closes])
  .refine(([from, until]) => from < until, coded('ends_before_it_begins'));

const openings = z
  .array(opening)
  .max(48)
  .superRefine((day, context) => {
    day.forEach(([from], index) => {
      const before = day[index - 1];
      if (before !== undefined && from < before[1]) {
        context.addIssue({ code: 'custom', path: [index], params: { code: 'overlaps_or_unordered' } });
      }
    });
  })
  .default([]);

export const hoursSchema = z.looseObject({
  timeZone: z.string().refine(isTimeZone, coded('unknown_time_zone')),
  week: z.looseObject({
    mon: openings,
    tue: openings,
    wed: openings,
    thu: openings,
    fri: openings,
    sat: openings,
    sun: openings,
  }),
  holidays: z.array(z.iso.date('not_a_date')).max(5000).default([]),
});

/** Whether this runtime knows the IANA zone. Offsets such as `+01:00` are none: they know no change of clock. */
function isTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
