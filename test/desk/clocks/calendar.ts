// Calendars drawn at random, over changes of clock, and what they say of open time, counted one quarter of an hour
// after the other by what Intl says of the wall clock. It knows nothing of how Baton counts.
import type { Chance } from '../../faults/chance.ts';

const quarter = 15 * 60_000;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Calendar = {
  readonly timeZone: string;
  readonly week: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly holidays: readonly string[];
};

// In all of these clocks change on the quarter of an hour, at night.
const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
] as const;

/** Around the days on which clocks change in one half of the world or the other. */
const starts = [
  '2027-03-12',
  '2027-03-26',
  '2027-04-02',
  '2027-09-03',
  '2027-09-24',
  '2027-10-29',
  '2027-11-05',
] as const;

export function startIn(chance: Chance): number {
  return Date.parse(chance.oneOf(starts)) + chance.between(0, 72 * 60) * 60_000 + chance.between(0, 59_999);
}

export function calendarFrom(chance: Chance, start: number): Calendar {
  const week: Record<string, (readonly [string, string])[]> = {};
  for (const day of days) if (chance.happens(0.75)) week[day] = openings(chance);
  week[chance.oneOf(days)] = [['09:00', '17:30']];
  const holidays = [1, 2].map((ahead) => new Date(start + ahead * 86_400_000).toISOString().slice(0, 10));
  return {
    timeZone: chance.oneOf(zones),
    week,
    holidays: holidays.filter(() => chance.happens(0.2)),
  };
}

function openings(chance: Chance): (readonly [string, string])[] {
  if (chance.happens(0.1)) return [['00:00', '24:00']];
  const from = chance.between(5 * 4, 12 * 4);
  const until = chance.between(from + 1, 20 * 4);
  if (chance.happens(0.7)) return [[clock(from), clock(until)]];
  return [
    [clock(from), clock(until)],
    [clock(until + 2), clock(until + 8)],
  ];
}

function clock(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
}

/** When so much open time is over, epoch ms. */
export function afterOpen(calendar: Calendar, from: number, milliseconds: number): number {
  let left = milliseconds;
  for (let at = from; at < from + 200 * 86_400_000;) {
    const end = (Math.floor(at / quarter) + 1) * quarter;
    if (isOpen(calendar, at)) {
      if (left <= end - at) return at + left;
      left -= end - at;
    }
    at = end;
  }
  throw new Error('These doors never open.');
}

const formats = new Map<string, Intl.DateTimeFormat>();
const walls = new Map<string, { readonly date: string; readonly day: string; readonly time: string }>();

function isOpen({ timeZone, week, holidays }: Calendar, at: number): boolean {
  const { date, day, time } = wallAt(timeZone, Math.floor(at / quarter) * quarter);
  if (holidays.includes(date)) return false;
  return (week[day] ?? []).some(([from, until]) => from <= time && time < until);
}

function wallAt(
  timeZone: string,
  at: number,
): { readonly date: string; readonly day: string; readonly time: string } {
  const key = `${timeZone} ${at}`;
  const known = walls.get(key);
  if (known !== undefined) return known;
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  const [date = '', time = ''] = format.format(at).split(' ');
  const wall = { date, time, day: days[(new Date(date).getUTCDay() + 6) % 7] ?? 'mon' };
  walls.set(key, wall);
  return wall;
}
