// Whether a form has gone silent: it usually gets leads, and for so long none came that chance alone would do it in fewer
// than one year in twenty. Leads are taken to come by themselves, as often as they usually do on such a weekday at such
// an hour (Poisson); days on which they come in crowds make silence less surprising. Refuses forms that rarely get any.
import { isoDay, localClock, type LocalClock } from './local-clock.ts';

const hour = 3_600_000;

const silenceLimits = {
  /** Days that show what is usual. */
  days: 56,
  /** Leads in those days, at least. */
  leads: 28,
  /** False alarms in a year of one form. */
  falseAYear: 0.05,
  /** Nobody is told at an hour with less than this share of what an hour usually has. */
  quietHour: 0.5,
} as const;

/** How many leads an hour usually has. */
export type Usual = {
  readonly local: LocalClock;
  /** ISO weekday − 1, then the hour. */
  readonly byHour: Float64Array;
  /** All leads that it was made from. */
  readonly leads: number;
  readonly dispersion: number;
};

/**
 * Made of the leads of eight weeks that end with `to`. Hours are those of all workdays together, and of all weekends: a
 * single hour of a single weekday has seen too few.
 *
 * @param leads instants, epoch ms
 * @returns null for a form that rarely gets any
 */
export function usualOf(leads: readonly number[], to: number, timeZone: string): Usual | null {
  const from = to - silenceLimits.days * 24 * hour;
  const within = leads.filter((at) => at >= from && at < to);
  if (within.length < silenceLimits.leads) return null;
  const weekday = new Float64Array(7);
  const ofDay = [new Float64Array(24), new Float64Array(24)];
  const days = new Map<number, { weekday: number; leads: number }>();
  const clock = localClock(timeZone);
  for (let at = from; at < to; at += 24 * hour) {
    const local = clock(at);
    days.set(local.day, { weekday: local.weekday, leads: 0 });
  }
  for (const at of within) {
    const local = clock(at);
    weekday[local.weekday] = (weekday[local.weekday] ?? 0) + 1;
    const hours = ofDay[local.weekday > 4 ? 1 : 0];
    if (hours !== undefined) hours[local.hour] = (hours[local.hour] ?? 0) + 1;
    const known = days.get(local.day);
    if (known !== undefined) known.leads += 1;
  }
  // One standard error low: eight good weeks are no promise.
  const low = (within.length - Math.sqrt(within.length)) / within.length;
  const weeks = silenceLimits.days / 7;
  const byHour = Float64Array.from({ length: 7 * 24 }, (_, place) => {
    const [on, at] = [Math.floor(place / 24), place % 24];
    const hours = ofDay[on > 4 ? 1 : 0] ?? new Float64Array(24);
    const all = hours.reduce((sum, one) => sum + one, 0);
    return all === 0 ? 0 : (((weekday[on] ?? 0) * low) / weeks) * ((hours[at] ?? 0) / all);
  });
  return { local: clock, byHour, leads: within.length, dispersion: crowding(days, weekday, weeks) };
}

/** Variance over mean of what days of one weekday have; 1 where leads come by themselves. */
function crowding(
  days: ReadonlyMap<number, { readonly weekday: number; readonly leads: number }>,
  weekday: Float64Array,
  weeks: number,
): number {
  let [square, freedom] = [0, -weekday.filter((one) => one > 0).length];
  for (const { weekday: on, leads } of days.values()) {
    const mean = (weekday[on] ?? 0) / weeks;
    if (mean === 0) continue;
    square += (leads - mean) ** 2 / mean;
    freedom += 1;
  }
  return freedom < 7 ? 1 : Math.max(1, square / freedom);
}

export type Silence = {
  /** The last lead; epoch ms. */
  readonly since: number;
  /** Leads that would usually have come since. */
  readonly expected: number;
  /** As many as it takes. */
  readonly limit: number;
};

/** So many leads have to be missing. Gaps as long as that come by chance `falseAYear` times among a year's leads. */
export function silenceLimit({ leads, dispersion }: Usual): number {
  const aYear = (leads * 365) / silenceLimits.days;
  return Math.log(aYear / silenceLimits.falseAYear) * dispersion;
}

/**
 * @param isOff days, ISO in the usual's time zone, on which nobody is expected
 * @returns null where it is not silent, and at an hour in which leads seldom come
 */
export function silenceIn(
  usual: Usual,
  last: number,
  now: number,
  isOff: (day: string) => boolean = () => false,
): Silence | null {
  const limit = silenceLimit(usual);
  if (isQuiet(usual, now)) return null;
  const expected = expectedBetween(usual, last, now, isOff);
  return expected < limit ? null : { since: last, expected, limit };
}

function isQuiet({ byHour, local }: Usual, now: number): boolean {
  const { weekday, hour: at } = local(now);
  const mean = byHour.reduce((sum, one) => sum + one, 0) / byHour.length;
  return (byHour[weekday * 24 + at] ?? 0) < mean * silenceLimits.quietHour;
}

/** Leads that usually come between two instants; at most so many weeks of them. */
function expectedBetween(
  { byHour, local }: Usual,
  from: number,
  to: number,
  isOff: (day: string) => boolean,
): number {
  let expected = 0;
  for (let at = Math.max(from, to - silenceLimits.days * 24 * hour); at < to;) {
    const next = Math.min(to, (Math.floor(at / hour) + 1) * hour);
    const { day, weekday, hour: of } = local(at);
    if (!isOff(isoDay(day))) expected += ((byHour[weekday * 24 + of] ?? 0) * (next - at)) / hour;
    at = next;
  }
  return expected;
}
