import { expect, test } from 'vitest';
import { byDay } from './days.ts';

const at = (day: number, hour: number) => ({ at: new Date(2026, 2, day, hour).toISOString() });

test('days are the reader’s own, and the last two go by their names', () => {
  const list = [at(10, 1), at(9, 23), at(9, 0), at(8, 12)];
  expect(byDay(list, new Date(2026, 2, 10, 9)).map(({ day, of }) => [day, of.length])).toEqual([
    ['Today', 1],
    ['Yesterday', 2],
    ['Sunday, March 8, 2026', 1],
  ]);
  expect(byDay([], new Date())).toEqual([]);
});
