// Business hours: when a duration that only runs while the doors are open is over. Local times become instants
// as Temporal's 'compatible' does it: a time that a change of clock skips counts from after the gap, one that
// comes twice is its first. What is counted then is real elapsed time. Refuses to search for ever.
import { Temporal } from 'temporal-polyfill';
import type { Hours } from './agreement-schema.ts';
import type { Duration } from './duration.ts';

/** Instants are epoch milliseconds. `no_opening`: the doors stay shut, or open too little, to ever get there. */
export type Deadline =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly code: 'no_opening' };

export type LocalDay = {
  /** ISO date. */
  readonly date: string;
  /** The day's first instant, and the next day's. */
  readonly start: number;
  readonly end: number;
};

export type BusinessHours = {
  readonly timeZone: string;
  /**
   * When `duration` is over, counted from `from`. Days are business days: a duration of one that begins on an
   * open Tuesday at 15:00 ends at 15:00 on the next open day, or when that day has closed before; what begins
   * while closed begins with the next opening. Time parts are open time; they follow the days.
   */
  readonly deadline: (from: number, duration: Duration) => Deadline;
  /** When so many milliseconds of open time have passed since `from`; at closing time, that very closing. */
  readonly after: (from: number, openMilliseconds: number) => Deadline;
  /** Milliseconds of open time from `from` until `until`; 0 when `until` is not later. */
  readonly openTimeBetween: (from: number, until: number) => number;
  readonly isOpen: (at: number) => boolean;
  /** The day that holds the instant, in the hours' own time zone. */
  readonly localDay: (at: number) => LocalDay;
};

/** `open` holds start and end of each opening in turn, ascending, never touching the neighbouring days. */
type Day = LocalDay & { readonly open: readonly number[] };

const dayLength = 86_400_000;
const daysWithoutOpening = 400;
const horizon = 20 * 366;
// Enough for ten years of replay; beyond, the days are computed again.
const mostDaysKept = 4000;

const epoch = Temporal.PlainDate.from('1970-01-01');
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export function compileHours(hours: Hours): BusinessHours {
  const { timeZone, week } = hours;
  const holidays = new Set(hours.holidays);
  const days = new Map<number, Day>();

  function instant(date: Temporal.PlainDate, time: string): number {
    if (time === '24:00') return startOf(date.add({ days: 1 }));
    return date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
  }

  function startOf(date: Temporal.PlainDate): number {
    return date.toZonedDateTime(timeZone).epochMilliseconds;
  }

  function buildDay(number: number): Day {
    const date = epoch.add({ days: number });
    const start = startOf(date);
    const end = startOf(date.add({ days: 1 }));
    const weekday = weekdays[date.dayOfWeek - 1];
    const closed = weekday === undefined || holidays.has(date.toString());
    const open: number[] = [];
    let last = start;
    for (const [opens, closes] of closed ? [] : week[weekday]) {
      // After a gap, an opening can reach into the next one, and a day that a zone skipped has no length.
      const from = Math.max(instant(date, opens), last);
      const until = Math.min(instant(date, closes), end);
      if (until <= from) continue;
      open.push(from, until);
      last = until;
    }
    return { date: date.toString(), start, end, open };
  }

  function dayAt(number: number): Day {
    const kept = days.get(number);
    if (kept !== undefined) return kept;
    if (days.size >= mostDaysKept) days.clear();
    const day = buildDay(number);
    days.set(number, day);
    return day;
  }

  function numberOf(at: number): number {
    let number = Math.floor(at / dayLength);
    while (at < dayAt(number).start) number -= 1;
    while (at >= dayAt(number).end) number += 1;
    return number;
  }

  function after(from: number, openMilliseconds: number): Deadline {
    if (openMilliseconds <= 0) return { ok: true, at: from };
    let left = openMilliseconds;
    let idle = 0;
    const first = numberOf(from);
    for (let number = first; idle <= daysWithoutOpening && number - first <= horizon; number += 1) {
      const { open } = dayAt(number);
      idle = open.length === 0 ? idle + 1 : 0;
      for (let index = 0; index < open.length; index += 2) {
        const start = Math.max(open[index] ?? 0, from);
        const length = (open[index + 1] ?? 0) - start;
        if (length <= 0) continue;
        if (left <= length) return { ok: true, at: start + left };
        left -= length;
      }
    }
    return { ok: false, code: 'no_opening' };
  }

  /** The next instant that is open, from `from` on. */
  function opening(from: number): number | null {
    const first = numberOf(from);
    for (let number = first; number - first <= daysWithoutOpening; number += 1) {
      const { open } = dayAt(number);
      const closes = open.findIndex((edge, index) => index % 2 === 1 && edge > from);
      if (closes !== -1) return Math.max(open[closes - 1] ?? 0, from);
    }
    return null;
  }

  function afterBusinessDays(from: number, count: number): Deadline {
    const start = opening(from);
    if (start === null) return { ok: false, code: 'no_opening' };
    const first = numberOf(start);
    let left = count;
    let idle = 0;
    for (let number = first + 1; idle <= daysWithoutOpening && number - first <= horizon; number += 1) {
      const { open } = dayAt(number);
      idle = open.length === 0 ? idle + 1 : 0;
      if (open.length > 0) left -= 1;
      if (left === 0) return { ok: true, at: sameTime(start, number, open) };
    }
    return { ok: false, code: 'no_opening' };
  }

  function sameTime(start: number, number: number, open: readonly number[]): number {
    const clock = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone).toPlainTime();
    const wanted = epoch.add({ days: number }).toZonedDateTime({ timeZone, plainTime: clock });
    let found = open[0] ?? wanted.epochMilliseconds;
    for (let index = 0; index < open.length; index += 2) {
      if (wanted.epochMilliseconds >= (open[index] ?? 0)) {
        found = Math.min(wanted.epochMilliseconds, open[index + 1] ?? 0);
      }
    }
    return found;
  }

  function openTimeBetween(from: number, until: number): number {
    let sum = 0;
    if (until <= from) return sum;
    const last = numberOf(until);
    for (let number = numberOf(from); number <= last; number += 1) {
      const { open } = dayAt(number);
      for (let index = 0; index < open.length; index += 2) {
        const length = Math.min(open[index + 1] ?? 0, until) - Math.max(open[index] ?? 0, from);
        if (length > 0) sum += length;
      }
    }
    return sum;
  }

  return {
    timeZone,
    after,
    openTimeBetween,
    deadline(from, { days, milliseconds }) {
      const begun: Deadline = days > 0 ? afterBusinessDays(from, days) : { ok: true, at: from };
      return begun.ok ? after(begun.at, milliseconds) : begun;
    },
    isOpen(at) {
      const { open } = dayAt(numberOf(at));
      return open.some((edge, index) => index % 2 === 0 && edge <= at && at < (open[index + 1] ?? 0));
    },
    localDay(at) {
      const { date, start, end } = dayAt(numberOf(at));
      return { date, start, end };
    },
  };
}
