import { expect, test } from 'vitest';
import { parseInstant } from './instant.ts';

test.each([
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  [' 2026-03-01T09:30 ', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01 09:30:15', '2026-03-01T09:30:15.000Z'],
  ['2026-03-01T09:30:15.25Z', '2026-03-01T09:30:15.250Z'],
  ['2026-03-01T09:30+02:00', '2026-03-01T07:30:00.000Z'],
  ['2026-03-01 09:30 -0530', '2026-03-01T15:00:00.000Z'],
])('%j is %s', (text, instant) => {
  expect(parseInstant(text)).toBe(Date.parse(instant));
});

test.each([
  '',
  '2026-02-30',
  '2026-03-01T25:00',
  '03/01/2026',
  '1.3.2026',
  '2026-3-1',
  '1772323200',
  '2026-03-01T09:30 CET',
])('%j is no instant', (text) => {
  expect(parseInstant(text)).toBeNull();
});
