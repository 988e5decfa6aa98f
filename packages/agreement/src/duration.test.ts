import { expect, test } from 'vitest';
import { isBusinessDuration, parseDuration } from './duration.ts';

test.each([
  ['PT15M', 0, 900_000],
  ['PT4H', 0, 14_400_000],
  ['PT1H30M15S', 0, 5_415_000],
  ['P1D', 1, 0],
  ['P1DT4H', 1, 14_400_000],
  ['P90D', 90, 0],
  ['P2W', 14, 0],
])('%s is %d days and %d milliseconds', (text, days, milliseconds) => {
  expect(parseDuration(text)).toEqual({ days, milliseconds });
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  'P1M',
  'P1Y',
  '-PT1H',
  'PT-1H',
  'PT1.5H',
  'PT0S',
  'P0D',
  'P1W2D',
  '4h',
  ' PT1H',
])('"%s" is refused', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test('weeks are no business duration', () => {
  expect(isBusinessDuration('P1W')).toBe(false);
  expect(isBusinessDuration('P5D')).toBe(true);
});
