// The hours of each day of a period, as its zone's clocks show them, and which one an instant is in. On days when the
// clocks change, an hour may be missing, or be twice as long.
import { Temporal } from 'temporal-polyfill';
import type { Period } from '../period.ts';

type LocalDayHours = {
  /** ISO date. */
  readonly date: string;
  /** 0 is Monday. */
  readonly weekday: number;
  /** When each of its 24 hours begins, and the day after; epoch ms. An hour that the clocks skip has no length. */
  readonly edges: Float64Array;
};

export type LocalHours = {
  /** In the order of time. */
  readonly days: readonly LocalDayHours[];
  /** `weekday * 24 + hour`; -1 outside the period. */
  readonly cellOf: (at: number) => number;
  /** The place of the day among `days`; -1 outside the period. */
  readonly dayOf: (at: number) => number;
};

export const cellCount = 7 * 24;

const hourLength = 3_600_000;
const dayLength = 24 * hourLength;

export function localHoursOf({ from, to, timeZone, start, end }: Period): LocalHours {
  const days: LocalDayHours[] = [];
  const last = Temporal.PlainDate.from(to);
  let begins = start;
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const ends = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    const edges =
      ends - begins === dayLength
        ? Float64Array.from({ length: 25 }, (_, hour) => begins + hour * hourLength)
        : changedDay(day, timeZone, begins, ends);
    days.push({ date: day.toString(), weekday: day.dayOfWeek - 1, edges });
    begins = ends;
  }

  function dayOf(at: number): number {
    if (!(at >= start && at < end)) return -1;
    let place = Math.min(days.length - 1, Math.floor((at - start) / dayLength));
    while (at < (days[place]?.edges[0] ?? -Infinity)) place -= 1;
    while (at >= (days[place]?.edges[24] ?? Infinity)) place += 1;
    return place;
  }

  function cellOf(at: number): number {
    const day = days[dayOf(at)];
    if (day === undefined) return -1;
    let hour = Math.min(23, Math.floor((at - (day.edges[0] ?? 0)) / hourLength));
    while (at < (day.edges[hour] ?? -Infinity)) hour -= 1;
    while (at >= (day.edges[hour + 1] ?? Infinity)) hour += 1;
    return day.weekday * 24 + hour;
  }

  return { days, cellOf, dayOf };
}

function changedDay(day: Temporal.PlainDate, timeZone: string, begins: number, ends: number): Float64Array {
  return Float64Array.from({ length: 25 }, (_, hour) => {
    if (hour === 0) return begins;
    if (hour === 24) return ends;
    const at = day.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
    // A time that the clocks skip is the end of what they skip.
    return Math.max(begins, Math.min(at, ends));
  });
}
