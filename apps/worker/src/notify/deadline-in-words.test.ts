import { expect, test } from 'vitest';
import { deadlineInWords, deadlineWithZone } from './deadline-in-words.ts';

const at = Date.parse('2027-01-04T09:15:00Z');

test('a deadline is told by the clock of the agreement, and whose clock it is', () => {
  expect(deadlineInWords(at, 'Europe/Berlin')).toBe('Monday 4 January, 10:15');
  expect(deadlineWithZone(at, 'Europe/Berlin')).toBe('Monday 4 January, 10:15 (Berlin time)');
  expect(deadlineWithZone(at, 'America/New_York')).toBe('Monday 4 January, 04:15 (New York time)');
  expect(deadlineWithZone(at, 'America/Argentina/Buenos_Aires')).toBe(
    'Monday 4 January, 06:15 (Buenos Aires time)',
  );
});

test('a zone that is no city is named as it is', () => {
  expect(deadlineWithZone(at, 'UTC')).toBe('Monday 4 January, 09:15 (UTC)');
  expect(deadlineWithZone(at, 'Etc/GMT+5')).toBe('Monday 4 January, 04:15 (Etc/GMT+5)');
});
