import { expect, test } from 'vitest';
import { spanInWords, timeLeft } from './time-left.ts';

const hour = 3_600_000;

test.each([
  [20_000, 'less than a minute'],
  [59 * 60_000, '59 min'],
  [hour, '1 h'],
  [3 * hour + 20 * 60_000, '3 h 20 min'],
  [25 * hour, '1 day 1 h'],
  [48 * hour, '2 days'],
  [9.5 * 24 * hour, '9 days'],
])('%d ms is told as %s', (ms, words) => {
  expect(spanInWords(ms)).toBe(words);
});

test('a deadline is calm, then soon, then over', () => {
  expect(timeLeft(0, 10 * hour, hour)).toEqual({ used: 0.1, urgency: 'calm', words: '9 h left' });
  expect(timeLeft(0, 10 * hour, 9 * hour)).toEqual({ used: 0.9, urgency: 'soon', words: '1 h left' });
  expect(timeLeft(0, 10 * hour, 12 * hour)).toEqual({ used: 1, urgency: 'over', words: '2 h over' });
  expect(timeLeft(0, 0, 0)).toMatchObject({ used: 1 });
});
