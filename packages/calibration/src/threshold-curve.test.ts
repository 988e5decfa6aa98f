// The curve against counting each lead by hand, and where teams want to stand on it.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { poisson } from './proportion.ts';
import {
  pointAt,
  thresholdByCapacity,
  thresholdByShare,
  thresholdByValue,
  thresholdCurve,
  valueAWeek,
} from './threshold-curve.ts';

type Lead = { readonly score: number; readonly isHit: boolean };

const lead = fc.record({ score: fc.integer({ min: 0, max: 100 }), isHit: fc.boolean() });
const world = fc.record({
  known: fc.array(lead, { minLength: 1, maxLength: 60 }),
  came: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 60 }),
  inForce: fc.integer({ min: 1, max: 100 }),
});

function curveOf({ known, came, inForce }: { known: Lead[]; came: number[]; inForce: number }) {
  const counts = new Map<number, { won: number; lost: number }>();
  for (const { score, isHit } of known) {
    const { won, lost } = counts.get(score) ?? { won: 0, lost: 0 };
    counts.set(score, isHit ? { won: won + 1, lost } : { won, lost: lost + 1 });
  }
  const volume = new Map<number, number>();
  for (const score of came) volume.set(score, (volume.get(score) ?? 0) + 1);
  return thresholdCurve(counts, { counts: volume, weeks: 4 }, inForce);
}

test('at every threshold, it is what counting by hand comes to', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 1, max: 101 }), (made, threshold) => {
      const { known, came, inForce } = made;
      const point = pointAt(curveOf(made), threshold);
      const above = known.filter(({ score }) => score >= threshold);
      const hits = above.filter(({ isHit }) => isHit).length;
      const many = came.filter((score) => score >= threshold).length;
      if (point === null) {
        expect([above.length, many]).toEqual([0, 0]);
        return;
      }
      expect(point).toMatchObject({ leads: above.length, hits, perWeek: many / 4 });
      const handedFrom = Math.min(inForce, ...known.map(({ score }) => score));
      const isKnown = threshold >= handedFrom && above.length > 0;
      expect(point.precision).toBe(isKnown ? hits / above.length : null);
    }),
  );
});

test('where teams want to stand is the lowest threshold that keeps what they want, or the one that is worth most', () => {
  fc.assert(
    fc.property(world, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), (made, share, perWeek) => {
      const points = curveOf(made);
      const byCapacity = thresholdByCapacity(points, perWeek);
      expect(
        points
          .filter(({ from }) => from < (byCapacity?.from ?? Infinity))
          .every((one) => one.perWeek > perWeek),
      ).toBe(true);
      const byShare = thresholdByShare(points, share);
      if (byShare !== null) expect(byShare.precision).toBeGreaterThanOrEqual(share);
      const worth = { perHit: 100, cost: 30 };
      const best = thresholdByValue(points, worth);
      for (const point of points) {
        const value = valueAWeek(point, worth);
        if (value === null) continue;
        expect(best === null ? 0 : (valueAWeek(best, worth)?.middle ?? 0)).toBeGreaterThanOrEqual(
          value.middle,
        );
        expect(value.low <= value.middle + 1e-9 && value.middle <= value.high + 1e-9).toBe(true);
      }
    }),
  );
});

test('an expected count lies in its interval as often as it says', () => {
  // The exact ones, from tables of the Poisson distribution.
  expect(poisson(0)[0]).toBe(0);
  expect(poisson(0)[1]).toBeCloseTo(3.69, 1);
  expect(poisson(10)[0]).toBeCloseTo(4.8, 1);
  expect(poisson(10)[1]).toBeCloseTo(18.39, 1);
  expect(poisson(100)[0]).toBeCloseTo(81.36, 1);
  expect(poisson(100)[1]).toBeCloseTo(121.63, 1);
});
