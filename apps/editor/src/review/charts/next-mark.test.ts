import { expect, test } from 'vitest';
import { nextMark } from './next-mark.ts';

const box = (x: number, y: number, width = 10, height = 10) => ({ x, y, width, height });

test('goes along a row and stays at its ends', () => {
  const bars = [box(0, 0), box(20, 0), box(40, 0)];
  expect(nextMark(bars, 0, 'ArrowRight')).toBe(1);
  expect(nextMark(bars, 1, 'ArrowLeft')).toBe(0);
  expect(nextMark(bars, 2, 'ArrowRight')).toBe(2);
  expect(nextMark(bars, 0, 'ArrowLeft')).toBe(0);
  expect(nextMark(bars, 2, 'Home')).toBe(0);
  expect(nextMark(bars, 0, 'End')).toBe(2);
});

test('goes down a week to the same hour of the next day', () => {
  const week = Array.from({ length: 7 * 24 }, (_, cell) =>
    box((cell % 24) * 12, Math.floor(cell / 24) * 30, 12, 30),
  );
  expect(nextMark(week, 9, 'ArrowDown')).toBe(9 + 24);
  expect(nextMark(week, 9 + 24, 'ArrowUp')).toBe(9);
  expect(nextMark(week, 9, 'ArrowRight')).toBe(10);
  expect(nextMark(week, 9, 'ArrowUp')).toBe(8);
});

test('comes to each mark of a row that has parts', () => {
  const rows = [0, 1, 2].flatMap((row) => [
    box(0, row * 44, 300, 42),
    box(100, row * 44 + 22, 24, 22),
    box(200, row * 44 + 22, 100, 22),
  ]);
  const seen = new Set([0]);
  const open = [0];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      const next = nextMark(rows, at, key);
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  expect([...seen].toSorted((one, other) => one - other)).toEqual(rows.map((_, place) => place));
});

test('leaves other keys alone, and an empty picture', () => {
  expect(nextMark([box(0, 0), box(20, 0)], 1, 'Tab')).toBe(1);
  expect(nextMark([], 0, 'ArrowRight')).toBe(0);
});
