import { expect, test } from 'vitest';
import { bucketsOf, dayOf, lastDays, periodBefore, periodOf } from './period.ts';

const berlin = 'Europe/Berlin';

test('a period is whole days of its zone, over changes of clock', () => {
  const march = periodOf('2026-03-01', '2026-03-31', berlin);
  expect(march.start).toBe(Date.parse('2026-02-28T23:00:00Z'));
  expect(march.end).toBe(Date.parse('2026-03-31T22:00:00Z'));
  expect(() => periodOf('2026-03-02', '2026-03-01', berlin)).toThrow(RangeError);
});

test('an instant is on the day that its zone says', () => {
  const at = Date.parse('2026-11-26T23:30:00Z');
  expect([dayOf(at, berlin), dayOf(at, 'UTC')]).toEqual(['2026-11-27', '2026-11-26']);
  expect(lastDays(at, 7, berlin)).toMatchObject({ from: '2026-11-21', to: '2026-11-27' });
});

test.each([
  ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
  ['2026-11-10', '2026-11-16', '2026-11-03', '2026-11-09'],
  ['2026-03-01', '2026-03-15', '2026-02-14', '2026-02-28'],
])('before %s to %s lies %s to %s', (from, to, first, last) => {
  expect(periodBefore(periodOf(from, to, berlin))).toMatchObject({ from: first, to: last });
});

test.each([
  ['2026-03-23', '2026-04-05', 'day', 14],
  ['2026-01-01', '2026-03-31', 'week', 14],
  ['2026-01-01', '2026-12-31', 'month', 12],
] as const)('%s to %s is cut by the %s', (from, to, unit, count) => {
  const period = periodOf(from, to, berlin);
  const { edges, ...buckets } = bucketsOf(period);
  expect(buckets.unit).toBe(unit);
  expect(buckets.days).toHaveLength(count);
  expect(edges).toHaveLength(count + 1);
  expect([edges[0], edges.at(-1)]).toEqual([period.start, period.end]);
  expect(edges).toEqual(edges.toSorted((one, other) => one - other));
});
