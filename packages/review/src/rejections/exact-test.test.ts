import { expect, test } from 'vitest';
import { fisherGreater, holm } from './exact-test.ts';

test('the lady who tastes tea: one in seventy for all eight cups, seventeen in seventy for six', () => {
  expect(fisherGreater({ hits: 4, of: 4, otherHits: 0, otherOf: 4 })).toBeCloseTo(1 / 70, 12);
  expect(fisherGreater({ hits: 3, of: 4, otherHits: 1, otherOf: 4 })).toBeCloseTo(17 / 70, 12);
});

test('what is the same everywhere, or nowhere, is chance', () => {
  expect(fisherGreater({ hits: 0, of: 10, otherHits: 0, otherOf: 10 })).toBe(1);
  expect(fisherGreater({ hits: 10, of: 10, otherHits: 10, otherOf: 10 })).toBe(1);
  expect(fisherGreater({ hits: 0, of: 10, otherHits: 9, otherOf: 10 })).toBe(1);
});

test('thousands are counted out as exactly as few', () => {
  // The sum over the whole tail and what is left of it are one.
  const shares = { hits: 300, of: 2_000, otherHits: 900, otherOf: 8_000 };
  const fewer = { hits: 901, of: 8_000, otherHits: 299, otherOf: 2_000 };
  expect(fisherGreater(shares) + fisherGreater(fewer)).toBeCloseTo(1, 9);
  expect(fisherGreater(shares)).toBeLessThan(1e-4);
});

test('Holm: the smallest counts for all, the next for one less, and none falls below one before it', () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});
