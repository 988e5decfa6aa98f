import { expect, test } from 'vitest';
import type { Hours } from './agreement-schema.ts';
import { parseDuration } from './duration.ts';
import { compileHours } from './hours.ts';

type Week = Hours['week'];

const closed: Week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const daily = (...day: [string, string][]): Week => ({
  mon: day,
  tue: day,
  wed: day,
  thu: day,
  fri: day,
  sat: day,
  sun: day,
});
const office: Week = { ...daily(['09:00', '17:30']), sat: [], sun: [] };

function due(hours: Partial<Hours>, from: string, duration: string): string {
  const parsed = parseDuration(duration);
  if (parsed === null) throw new Error(duration);
  const compiled = compileHours({ timeZone: 'Europe/Berlin', week: office, holidays: [], ...hours });
  const found = compiled.deadline(Date.parse(from), parsed);
  return found.ok ? new Date(found.at).toISOString() : found.code;
}

test('a follow-up within the opening is due when its time has passed', () => {
  expect(due({}, '2026-11-23T10:00:00+01:00', 'PT4H')).toBe('2026-11-23T13:00:00.000Z');
});

test('what is left at closing goes on at the next opening', () => {
  expect(due({}, '2026-11-23T16:30:00+01:00', 'PT4H')).toBe('2026-11-24T11:00:00.000Z');
});

test('a deadline that falls on the closing stays there', () => {
  expect(due({}, '2026-11-23T13:30:00+01:00', 'PT4H')).toBe('2026-11-23T16:30:00.000Z');
});

test('what arrives on a Friday evening is counted from Monday', () => {
  expect(due({}, '2026-11-27T19:00:00+01:00', 'PT15M')).toBe('2026-11-30T08:15:00.000Z');
});

test('holidays are closed, by the date where the office is', () => {
  expect(due({ holidays: ['2026-11-24'] }, '2026-11-23T17:00:00+01:00', 'PT1H')).toBe(
    '2026-11-25T08:30:00.000Z',
  );
  const auckland = {
    timeZone: 'Pacific/Auckland',
    week: daily(['09:00', '17:00']),
    holidays: ['2026-11-24'],
  };
  expect(due(auckland, '2026-11-23T20:00:00Z', 'PT1H')).toBe('2026-11-24T21:00:00.000Z');
});

test('a lunch break does not count', () => {
  const week = daily(['09:00', '12:00'], ['13:00', '17:00']);
  expect(due({ week }, '2026-11-23T11:30:00+01:00', 'PT1H')).toBe('2026-11-23T12:30:00.000Z');
});

test('an opening until 24:00 goes on into a day that opens at 00:00', () => {
  const week = daily(['00:00', '24:00']);
  expect(due({ week }, '2026-11-23T23:30:00+01:00', 'PT1H')).toBe('2026-11-23T23:30:00.000Z');
});

test('the hour that a change of clock skips is not open', () => {
  const week = daily(['00:00', '24:00']);
  // 01:30 and two hours make 04:30 on the wall, but two real hours.
  expect(due({ week }, '2027-03-28T01:30:00+01:00', 'PT2H')).toBe('2027-03-28T02:30:00.000Z');
  expect(due({ week: daily(['01:00', '04:00']) }, '2027-03-28T00:00:00+01:00', 'PT3H')).toBe(
    '2027-03-29T00:00:00.000Z',
  );
});

test('the hour that comes twice is open twice', () => {
  const week = daily(['01:00', '04:00']);
  expect(due({ week }, '2026-10-25T00:00:00+02:00', 'PT4H')).toBe('2026-10-25T03:00:00.000Z');
});

test('an opening at a skipped time opens as long after the gap', () => {
  expect(due({ week: daily(['02:30', '06:00']) }, '2027-03-28T00:00:00+01:00', 'PT30M')).toBe(
    '2027-03-28T02:00:00.000Z',
  );
});

test('an opening at a time that comes twice opens the first time', () => {
  expect(due({ week: daily(['02:30', '06:00']) }, '2026-10-25T00:00:00+02:00', 'PT30M')).toBe(
    '2026-10-25T01:00:00.000Z',
  );
});

test('two openings that a gap pushes into each other are not counted twice', () => {
  const week = daily(['01:00', '02:30'], ['03:00', '04:00']);
  // Open from 01:00 to 02:00, then from 03:00 to 04:00 by the new clock.
  expect(due({ week }, '2027-03-28T00:00:00+01:00', 'PT2H')).toBe('2027-03-28T02:00:00.000Z');
  expect(due({ week }, '2027-03-28T00:00:00+01:00', 'PT121M')).toBe('2027-03-28T23:01:00.000Z');
});

test('a day that a zone left out is no day of business', () => {
  // Samoa went from 29 to 31 December 2011.
  const apia = { timeZone: 'Pacific/Apia', week: daily(['09:00', '10:00']) };
  expect(due(apia, '2011-12-29T09:30:00-10:00', 'PT1H')).toBe('2011-12-30T19:30:00.000Z');
  expect(due(apia, '2011-12-29T09:30:00-10:00', 'PT2H')).toBe('2011-12-31T19:30:00.000Z');
});

test('a business day ends at the same time on the next open day', () => {
  expect(due({}, '2026-11-24T15:00:00+01:00', 'P1D')).toBe('2026-11-25T14:00:00.000Z');
  expect(due({}, '2026-11-27T15:00:00+01:00', 'P1D')).toBe('2026-11-30T14:00:00.000Z');
  expect(due({}, '2026-11-24T15:00:00+01:00', 'P4D')).toBe('2026-11-30T14:00:00.000Z');
});

test('a business day that begins while closed begins with the next opening', () => {
  expect(due({}, '2026-11-28T12:00:00+01:00', 'P1D')).toBe('2026-12-01T08:00:00.000Z');
  expect(due({}, '2026-11-24T17:30:00+01:00', 'P1D')).toBe('2026-11-26T08:00:00.000Z');
});

test('a business day ends with the closing where the next open day is shorter', () => {
  const week = { ...office, fri: [['09:00', '13:00']] satisfies Week['fri'] };
  expect(due({ week }, '2026-11-26T15:00:00+01:00', 'P1D')).toBe('2026-11-27T12:00:00.000Z');
});

test('a business day ends with the opening where the next open day begins later', () => {
  const week = { ...office, fri: [['11:00', '13:00']] satisfies Week['fri'] };
  expect(due({ week }, '2026-11-26T10:00:00+01:00', 'P1D')).toBe('2026-11-27T10:00:00.000Z');
});

test('a business day ends before a break rather than after it', () => {
  const week = { ...office, fri: [['09:00', '12:00'] as const, ['13:00', '17:00'] as const].map(pair) };
  expect(due({ week }, '2026-11-26T12:30:00+01:00', 'P1D')).toBe('2026-11-27T11:00:00.000Z');
});

test('a business day keeps the time of the wall clock over a change of it', () => {
  const week = daily(['09:00', '17:30']);
  expect(due({ week }, '2026-10-24T15:00:00+02:00', 'P1D')).toBe('2026-10-25T14:00:00.000Z');
});

test('the time parts of a duration follow its days', () => {
  expect(due({}, '2026-11-24T15:00:00+01:00', 'P1DT4H')).toBe('2026-11-26T09:30:00.000Z');
});

test('doors that never open are an answer, not an endless search', () => {
  expect(due({ week: closed }, '2026-11-24T15:00:00+01:00', 'PT1M')).toBe('no_opening');
  expect(due({ week: closed }, '2026-11-24T15:00:00+01:00', 'P1D')).toBe('no_opening');
});

test('so is a duration that would take generations', () => {
  const week = { ...closed, mon: [['09:00', '09:01']] satisfies Week['mon'] };
  expect(due({ week }, '2026-11-24T15:00:00+01:00', 'PT99H')).toBe('no_opening');
});

test('a local day begins and ends where its zone says', () => {
  const hours = compileHours({ timeZone: 'Africa/Cairo', week: office, holidays: [] });
  // Clocks went from 24:00 to 01:00 on this day.
  expect(hours.localDay(Date.parse('2026-04-24T12:00:00Z'))).toEqual({
    date: '2026-04-24',
    start: Date.parse('2026-04-23T22:00:00Z'),
    end: Date.parse('2026-04-24T21:00:00Z'),
  });
});

function pair([from, until]: readonly [string, string]): [string, string] {
  return [from, until];
}
