import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile, quantiles } from './quantile.ts';

/** The same by putting them in order. */
function inOrder(values: readonly number[], share: number): number | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}

const measured = fc.array(
  fc.oneof(
    fc.integer({ min: -20, max: 20 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.constant(NaN),
  ),
  { maxLength: 60 },
);
const share = fc.oneof(fc.constantFrom(0, 0.5, 0.9, 1), fc.double({ min: 0, max: 1, noNaN: true }));

test('it is what putting all in order gives, however many shares are asked for at once', () => {
  fc.assert(
    fc.property(measured, fc.array(share, { maxLength: 4 }), (values, shares) => {
      const found = quantiles(values, shares);
      shares.forEach((one, index) => {
        const wanted = inOrder(values, one);
        const got = found[index];
        if (wanted === null) expect(got).toBeNull();
        else expect(got).toBeCloseTo(wanted, 9);
      });
    }),
    { numRuns: 1000 },
  );
});

test('the values stay as they were', () => {
  const values = Float64Array.of(3, 1, NaN, 2);
  expect(quantile(values, 0.5)).toBe(2);
  expect([...values]).toEqual([3, 1, NaN, 2]);
});

test('many that are alike, or that stand in order already, take no longer', () => {
  const alike = new Float64Array(200_000).fill(7);
  expect(quantile(alike, 0.9)).toBe(7);
  expect(
    quantile(
      alike.map((_, index) => index),
      0.5,
    ),
  ).toBe(99_999.5);
  expect(
    quantile(
      alike.map((_, index) => -index),
      0.25,
    ),
  ).toBe(-149_999.25);
});
