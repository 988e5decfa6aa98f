// What is projected comes true as often as it says, on months that are made up.
import { expect, test } from 'vitest';
import { project, type DaySeen } from './pacing.ts';

/** The same numbers each time: a linear congruence, by Numerical Recipes. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

function poisson(mean: number, next: () => number): number {
  const least = Math.exp(-mean);
  let [count, product] = [0, next()];
  while (product > least) {
    product *= next();
    count += 1;
  }
  return count;
}

/** A day's rate that itself varies, as campaigns come and go: an Erlang of so many parts around its mean. */
function erlang(mean: number, parts: number, next: () => number): number {
  let sum = 0;
  for (let part = 0; part < parts; part += 1) sum -= Math.log(next());
  return (mean * sum) / parts;
}

type Made = { readonly open: number; readonly closed: number; readonly parts: number | null };

function coverage({ open, closed, parts }: Made, seed: number): number {
  const next = chance(seed);
  const day = (isOpen: boolean): DaySeen => {
    const mean = isOpen ? open : closed;
    return { isOpen, count: poisson(parts === null ? mean : erlang(mean, parts, next), next) };
  };
  const times = 1_500;
  let held = 0;
  for (let time = 0; time < times; time += 1) {
    const before = Array.from({ length: 56 }, (_, index) => day(index % 7 < 5));
    const projection = project({ before, soFar: 20, openLeft: 8, closedLeft: 4 });
    if (projection === null) throw new Error('Nothing was projected.');
    let end = 20;
    for (let left = 0; left < 12; left += 1) end += day(left < 8).count;
    if (projection.low <= end && end <= projection.high) held += 1;
  }
  return held / times;
}

test.each<[string, Made]>([
  ['Poisson days', { open: 5, closed: 1, parts: null }],
  ['few leads', { open: 0.6, closed: 0.1, parts: null }],
  ['days that vary as campaigns do', { open: 6, closed: 2, parts: 2 }],
  ['many leads', { open: 90, closed: 20, parts: 4 }],
])('nine of ten months end within the range: %s', (_, made) => {
  const held = coverage(made, 7);
  expect(held).toBeGreaterThan(0.86);
  // Counts are whole, so few of them cannot be hit exactly.
  expect(held).toBeLessThan(made.open < 1 ? 0.995 : 0.96);
});

test('a month that is over ends where it stands, and of four days nothing is said', () => {
  const before = Array.from({ length: 20 }, () => ({ count: 3, isOpen: true }));
  expect(project({ before, soFar: 44, openLeft: 0, closedLeft: 0 })).toEqual({
    low: 44,
    middle: 44,
    high: 44,
  });
  expect(project({ before: before.slice(0, 4), soFar: 1, openLeft: 9, closedLeft: 0 })).toBeNull();
});
