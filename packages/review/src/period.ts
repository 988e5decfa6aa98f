// Periods of whole days in the workspace's time zone, the one before, and how a period is cut for a picture. Refuses
// periods that end before they begin.
import { Temporal } from 'temporal-polyfill';

export type Period = {
  /** The first and the last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** The first instant, and the first one after it; epoch ms. */
  readonly start: number;
  readonly end: number;
};

/** The first instant and the one after the last; epoch ms. */
export type Span = Pick<Period, 'start' | 'end'>;

/** Throws a RangeError on what is no day or no zone, and where `to` lies before `from`. */
export function periodOf(from: string, to: string, timeZone: string): Period {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (Temporal.PlainDate.compare(first, last) > 0) throw new RangeError('A period ends before it begins.');
  return {
    from: first.toString(),
    to: last.toString(),
    timeZone,
    start: startOf(first, timeZone),
    end: startOf(last.add({ days: 1 }), timeZone),
  };
}

/** The day that an instant is on. */
export function dayOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** So many days that end with the one that `now` is on. */
export function lastDays(now: number, days: number, timeZone: string): Period {
  const to = Temporal.PlainDate.from(dayOf(now, timeZone));
  return periodOf(to.subtract({ days: days - 1 }).toString(), to.toString(), timeZone);
}

/** As long as this one and right before it; of whole months, as many months. */
export function periodBefore({ from, to, timeZone }: Period): Period {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const after = last.add({ days: 1 });
  const before = first.subtract({ days: 1 }).toString();
  if (first.day === 1 && after.day === 1) {
    const { months } = first.until(after, { largestUnit: 'months' });
    return periodOf(first.subtract({ months }).toString(), before, timeZone);
  }
  const { days } = first.until(after, { largestUnit: 'days' });
  return periodOf(first.subtract({ days }).toString(), before, timeZone);
}

export type Buckets = {
  readonly unit: 'day' | 'week' | 'month';
  /** One more than there are buckets, ascending; epoch ms. */
  readonly edges: readonly number[];
  /** The first day of each, ISO. */
  readonly days: readonly string[];
};

/** At most 31 days are cut into days, half a year into weeks from Monday, more into months. The first and last may be short. */
export function bucketsOf({ from, to, timeZone, end }: Period): Buckets {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const { days: length } = first.until(last.add({ days: 1 }), { largestUnit: 'days' });
  const unit = length <= 31 ? 'day' : length <= 184 ? 'week' : 'month';
  const days: string[] = [];
  const edges: number[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = nextOf(day, unit)) {
    days.push(day.toString());
    edges.push(startOf(day, timeZone));
  }
  return { unit, edges: [...edges, end], days };
}

function nextOf(day: Temporal.PlainDate, unit: Buckets['unit']): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return day.add({ days: 1 });
    case 'week':
      return day.add({ days: 8 - day.dayOfWeek });
    case 'month':
      return day.with({ day: 1 }).add({ months: 1 });
  }
}

function startOf(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}
