// Moments in the ways of writing that tables have, and what is none.
import { expect, test } from 'vitest';
import { cellInstant, type DateStyle } from './cell-instant.ts';

const shown = (text: string, style: DateStyle): string | null => {
  const at = cellInstant(text, style);
  return at === null ? null : new Date(at).toISOString();
};

test.each<[string, DateStyle, string | null]>([
  ['2025-03-01', 'iso', '2025-03-01T00:00:00.000Z'],
  [' 2025-03-01 09:05 ', 'iso', '2025-03-01T09:05:00.000Z'],
  ['2025-03-01T09:05:30.123+02:00', 'mdy', '2025-03-01T07:05:30.000Z'],
  ['2025/3/1 9:05', 'dmy', '2025-03-01T09:05:00.000Z'],
  ['01.03.2025', 'dmy', '2025-03-01T00:00:00.000Z'],
  ['1/3/2025 17:00', 'dmy', '2025-03-01T17:00:00.000Z'],
  ['3/1/2025 5:00 PM', 'mdy', '2025-03-01T17:00:00.000Z'],
  ['3/1/2025, 12:00 am', 'mdy', '2025-03-01T00:00:00.000Z'],
  ['01.03.2025', 'iso', null],
  ['13/1/2025', 'mdy', null],
  ['31.02.2025', 'dmy', null],
  ['1/3/25', 'dmy', null],
  ['2025-03-01 25:00', 'iso', null],
  ['3/1/2025 13:00 PM', 'mdy', null],
  ['last spring', 'iso', null],
  ['', 'iso', null],
])('%j, %s: %s', (text, style, expected) => {
  expect(shown(text, style)).toBe(expected);
});
