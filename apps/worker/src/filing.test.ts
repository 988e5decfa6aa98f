import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Filing } from './filing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** So many wait; each part is noted. */
function pile(): { came: (many?: number) => void; left: () => number; parts: number[]; breaks: boolean } {
  let left = 0;
  const made = {
    parts: Array<number>(),
    breaks: false,
    left: () => left,
    came(many = 1) {
      for (let one = 0; one < many; one += 1) {
        left += 1;
        filing.came();
      }
    },
  };
  const filing = new Filing({
    unfiled: () => left,
    async file(most) {
      if (made.breaks) return;
      const filed = Math.min(most, left);
      left -= filed;
      made.parts.push(filed);
    },
  });
  return made;
}

test('what comes alone is filed after a pause', async () => {
  const { came, left, parts } = pile();
  came();
  await vi.advanceTimersByTimeAsync(40);
  expect(left()).toBe(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(parts).toEqual([1]);
  expect(vi.getTimerCount()).toBe(0);
});

test('while more comes nothing is filed; then all of it, in parts', async () => {
  const { came, left, parts } = pile();
  for (let time = 0; time < 20; time += 1) {
    came(20);
    await vi.advanceTimersByTimeAsync(30);
  }
  expect(left()).toBe(400);
  await vi.advanceTimersByTimeAsync(100);
  expect(parts).toEqual([128, 128, 128, 16]);
});

test('much of it is not waited with, and no more is filed at once for that', async () => {
  const { came, left, parts } = pile();
  came(1_100);
  expect(parts).toEqual([128]);
  await vi.advanceTimersByTimeAsync(0);
  came(1_100);
  expect(left()).toBe(2_200 - 2 * 128);
});

test('what cannot be filed is tried again, and not without an end', async () => {
  const one = pile();
  one.breaks = true;
  one.came(3);
  await vi.advanceTimersByTimeAsync(500);
  expect(one.left()).toBe(3);
  one.breaks = false;
  await vi.advanceTimersByTimeAsync(100);
  expect(one.left()).toBe(0);
});
