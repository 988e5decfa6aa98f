import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hours } from './agreement-schema.ts';
import { compileHours } from './hours.ts';

type Week = Hours['week'];

// The oracle looks at the wall clock of every single minute. It knows nothing of Temporal, only what Intl says
// the offset is; no zone has changed its clock off the quarter hour in these years.
const minute = 60_000;
const quarter = 15 * minute;
const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(timeZone: string, at: number): number {
  const block = Math.floor(at / quarter) * quarter;
  const key = `${timeZone} ${block}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(
    format.formatToParts(block).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute: minutes = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minutes) - block;
  offsets.set(key, offset);
  return offset;
}

function isOpenMinute({ timeZone, week, holidays }: Hours, at: number): boolean {
  const wall = new Date(at + offsetAt(timeZone, at)).toISOString();
  const time = wall.slice(11, 16);
  const day = wall.slice(0, 10);
  const weekday = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[new Date(day).getUTCDay()];
  if (holidays.includes(day) || weekday === undefined) return false;
  return week[weekday].some(([from, until]) => from <= time && time < until);
}

// Zones whose clocks change oddly, at midnight or by half an hour, are tried as often as all the others together.
const oddZones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Atlantic/Azores',
];
const zoneArbitrary = fc.oneof(
  fc.constantFrom(...oddZones),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
);

// Openings begin and end where no clock changes: there the wall clock and 'compatible' agree by definition.
const timeArbitrary = fc
  .oneof(fc.constant(0), fc.integer({ min: 4 * 4, max: 22 * 4 }), fc.constant(24 * 4))
  .map(
    (quarters) => `${String(quarters >> 2).padStart(2, '0')}:${String((quarters & 3) * 15).padStart(2, '0')}`,
  );
const openingsArbitrary = fc.uniqueArray(timeArbitrary, { maxLength: 6 }).map((times) => {
  const sorted = times.sort();
  return Array.from({ length: sorted.length >> 1 }, (_, index): [string, string] => [
    sorted[index * 2] ?? '',
    sorted[index * 2 + 1] ?? '',
  ]);
});
const weekArbitrary: fc.Arbitrary<Week> = fc.record({
  mon: openingsArbitrary,
  tue: openingsArbitrary,
  wed: openingsArbitrary,
  thu: openingsArbitrary,
  fri: openingsArbitrary,
  sat: openingsArbitrary,
  sun: openingsArbitrary,
});
// Where clocks change: the ends of March, April, September and October, and anywhere.
const startArbitrary = fc
  .tuple(
    fc.integer({ min: 2024, max: 2032 }),
    fc.constantFrom(2, 3, 8, 9, 10),
    fc.integer({ min: -9 * 1440, max: 9 * 1440 }),
  )
  .map(([year, month, minutes]) => Date.UTC(year, month, 28) + minutes * minute);

const scenario = fc.record({
  timeZone: zoneArbitrary,
  week: weekArbitrary,
  holidays: fc
    .array(
      fc.tuple(
        fc.integer({ min: 2024, max: 2032 }),
        fc.constantFrom(3, 4, 9, 10),
        fc.integer({ min: 20, max: 30 }),
      ),
    )
    .map((days) => days.map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${day}`)),
  from: startArbitrary,
  minutes: fc.integer({ min: 1, max: 3000 }),
});

const runs = 1000;

test('a deadline is the end of the last open minute that a minute-by-minute count reaches', () => {
  fc.assert(
    fc.property(scenario, ({ from, minutes, ...hours }) => {
      const compiled = compileHours(hours);
      const end = from + 14 * 1440 * minute;
      let open = 0;
      let at = from;
      for (; at < end && open < minutes; at += minute) if (isOpenMinute(hours, at)) open += 1;
      const found = compiled.after(from, minutes * minute);
      if (open === minutes) expect(found).toEqual({ ok: true, at });
      else expect(!found.ok || found.at > end).toBe(true);
      expect(compiled.openTimeBetween(from, at)).toBe(open * minute);
      expect(compiled.isOpen(from)).toBe(isOpenMinute(hours, from));
    }),
    { numRuns: runs },
  );
});

test('as much open time lies between a start and its deadline as was asked for', () => {
  fc.assert(
    fc.property(scenario, fc.integer({ min: 1, max: 999_999_999 }), ({ from, minutes, ...hours }, odd) => {
      const compiled = compileHours(hours);
      const start = from + (odd % minute);
      const length = minutes * minute + odd;
      const found = compiled.after(start, length);
      if (found.ok) expect(compiled.openTimeBetween(start, found.at)).toBe(length);
    }),
    { numRuns: runs },
  );
});

test('business days land within an opening, as many open days later', () => {
  fc.assert(
    fc.property(scenario, fc.integer({ min: 1, max: 9 }), ({ from, ...hours }, days) => {
      const compiled = compileHours(hours);
      const found = compiled.deadline(from, { days, milliseconds: 0 });
      if (!found.ok) return;
      let opening = from;
      while (!compiled.isOpen(opening)) opening += minute;
      const openDates = new Set<string>();
      for (let at = opening; at <= found.at; at += quarter) {
        if (compiled.isOpen(at)) openDates.add(compiled.localDay(at).date);
      }
      // The deadline is open itself, or the closing that an opening ends with.
      const last = compiled.isOpen(found.at) ? found.at : found.at - 1;
      expect(compiled.isOpen(last)).toBe(true);
      openDates.add(compiled.localDay(last).date);
      expect(openDates.size).toBe(days + 1);
    }),
    { numRuns: runs },
  );
});
