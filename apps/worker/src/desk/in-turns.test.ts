import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Turns } from './in-turns.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** When each of so many pieces was done, ms; a visitor comes within those whose number `comes` is content with. */
async function timesOf(pieces: number, comes: (piece: number) => boolean): Promise<number[]> {
  const turns = new Turns();
  const begun = Date.now();
  const times: number[] = [];
  const work = turns.work(() => {
    times.push(Date.now() - begun);
    if (comes(times.length)) turns.came();
    return times.length < pieces;
  });
  await vi.runAllTimersAsync();
  await work;
  return times;
}

test('left alone, work goes on at once, and gives all others their turn', async () => {
  const timer = vi.spyOn(globalThis, 'setTimeout');
  expect(await timesOf(4, () => false)).toEqual([0, 0, 0, 0]);
  expect(timer).toHaveBeenCalledTimes(3);
});

test('while visitors come it rests after each piece, and goes on at once when they are gone', async () => {
  expect(await timesOf(5, (piece) => piece <= 2)).toEqual([0, 12, 24, 24, 24]);
});

test('it is told that somebody came until others had their turn', async () => {
  const turns = new Turns();
  expect(turns.isBusy).toBe(false);
  turns.came();
  expect(turns.isBusy).toBe(true);
  const given = turns.others();
  expect(turns.isBusy).toBe(false);
  await vi.runAllTimersAsync();
  await given;
});
