// Intervals hold what they say they hold, as often as they say: over many made-up worlds whose truth is known.
import { expect, test } from 'vitest';
import { normalBelow } from './normal.ts';
import { betweenShares, wilson } from './proportion.ts';
import { aboveChance, auc, aucInterval } from './ranking.ts';

/** Chance that is the same each time. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A normal value, by the sum of twelve. */
function normal(chance: () => number): number {
  let sum = -6;
  for (let part = 0; part < 12; part += 1) sum += chance();
  return sum;
}

const worlds = 1500;

test.each([0.05, 0.3, 0.8])('a share of %d lies in its interval 19 times in 20', (share) => {
  const chance = chanceFrom(7);
  let held = 0;
  for (let world = 0; world < worlds; world += 1) {
    let hits = 0;
    for (let lead = 0; lead < 150; lead += 1) hits += chance() < share ? 1 : 0;
    const [low, high] = wilson(hits, 150) ?? [1, 0];
    if (low <= share && share <= high) held += 1;
  }
  expect(held / worlds).toBeGreaterThan(0.935);
  expect(held / worlds).toBeLessThan(0.975);
});

test('an AUC lies in its interval 19 times in 20', () => {
  const chance = chanceFrom(11);
  // Won leads score higher by one standard deviation: the truth is the normal's share below 1/√2.
  const truth = normalBelow(1 / Math.SQRT2);
  let held = 0;
  for (let world = 0; world < 600; world += 1) {
    const counts = new Map<number, { won: number; lost: number }>();
    for (let lead = 0; lead < 200; lead += 1) {
      const isWon = lead % 3 === 0;
      const score = Math.round((normal(chance) + (isWon ? 1 : 0)) * 1000);
      const of = counts.get(score) ?? { won: 0, lost: 0 };
      if (isWon) of.won += 1;
      else of.lost += 1;
      counts.set(score, of);
    }
    const [low, high] = aucInterval(counts) ?? [1, 0];
    if (low <= truth && truth <= high) held += 1;
  }
  expect(held / 600).toBeGreaterThan(0.92);
  expect(held / 600).toBeLessThan(0.98);
});

test('scores that have nothing to do with outcomes are rarely far above chance', () => {
  const chance = chanceFrom(13);
  let far = 0;
  for (let world = 0; world < worlds; world += 1) {
    const counts = new Map<number, { won: number; lost: number }>();
    for (let lead = 0; lead < 120; lead += 1) {
      const score = Math.floor(chance() * 6);
      const of = counts.get(score) ?? { won: 0, lost: 0 };
      if (chance() < 0.3) of.won += 1;
      else of.lost += 1;
      counts.set(score, of);
    }
    if (auc(counts) !== null && aboveChance(counts) > 2.326) far += 1;
  }
  expect(far / worlds).toBeLessThan(0.02);
});

test('nothing of nothing, and shares that are the same', () => {
  expect(wilson(0, 0)).toBeNull();
  expect(wilson(0, 20)?.[0]).toBe(0);
  expect(aucInterval(new Map())).toBeNull();
  expect(betweenShares(5, 10, 50, 100)).toBe(0);
  expect(betweenShares(0, 0, 1, 2)).toBe(0);
  expect(normalBelow(0)).toBeCloseTo(0.5, 6);
  expect(normalBelow(1.959964)).toBeCloseTo(0.975, 6);
});
