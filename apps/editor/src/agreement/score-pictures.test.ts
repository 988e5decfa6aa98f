import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf } from './plane.ts';
import { aboveInWords, columnsOf, countFrom, handoffsAt, weeklyInWords } from './spread.ts';

const tiers = [
  { id: 'hot', from: 75 },
  { id: 'mql', from: 50 },
  { id: 'nurture', from: 0 },
];

const one = (...totals: number[]) => totals.map((total) => ({ total, leads: 1 }));

test('each lead stands in one column, those beyond the end in the last', () => {
  const columns = columnsOf([...one(0, 4, 5, 51, 120), { total: 400, leads: 3 }], 120, 5);
  expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  expect(columns[0]).toEqual({ from: 0, count: 2 });
  expect(columns.at(-1)).toEqual({ from: 120, count: 4 });
});

const past = {
  leads: 5,
  scores: one(10, 52, 58, 61, 90),
  thresholds: [
    { from: 52, handoffs: 4 },
    { from: 58, handoffs: 3 },
    { from: 90, handoffs: 1 },
  ],
  sampled: null,
};

test('the sentence says what another threshold does, against the one before', () => {
  expect(countFrom(past.scores, 50)).toBe(4);
  expect(aboveInWords(past, 60, 50)).toBe('2 of 5 leads have 60 points or more: 2 fewer than with 50.');
  expect(aboveInWords(past, 50, 50)).toBe('4 of 5 leads have 50 points or more.');
  expect(aboveInWords(past, 51, 50)).toBe('4 of 5 leads have 51 points or more, as many as with 50.');
});

test('handoffs are those of the first threshold that is as high, by the week, and of all leads where some were read', () => {
  expect([40, 52, 53, 59, 90, 91].map((from) => handoffsAt(past, from))).toEqual([4, 4, 3, 1, 1, 0]);
  expect(weeklyInWords(past, 28, 60, 50)).toBe('0.3 handoffs a week, 1 with 50');
  expect(weeklyInWords(past, 28, 50, 50)).toBe('1 handoff a week');
  expect(weeklyInWords(past, 28, 51, 50)).toBe('1 handoff a week, as with 50');
  expect(weeklyInWords({ ...past, sampled: { taken: 10, of: 40 } }, 28, 60, null)).toBe('1 handoff a week');
});

test('a region holds exactly those who reach its tier', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 20 }),
      (fit, intent, engagement) => {
        for (const { from, corners } of bandsOf(tiers, { fit: 60, intent: 40 }, engagement)) {
          // Not on the line itself, where rounding decides.
          if (fit + intent + engagement === from) continue;
          expect(isInside([fit, intent], corners)).toBe(fit + intent + engagement > from);
        }
      },
    ),
  );
});

test('a tier that nobody reaches with so much engagement has no region', () => {
  expect(bandsOf([{ id: 'top', from: 110 }], { fit: 60, intent: 40 }, 5)[0]?.corners).toEqual([]);
});

/** Inside or on the edge of a convex polygon. */
function isInside(
  [x, y]: readonly [number, number],
  corners: readonly (readonly [number, number])[],
): boolean {
  if (corners.length === 0) return false;
  const sides = corners.map(([ax, ay], index) => {
    const [bx, by] = corners[(index + 1) % corners.length] ?? [ax, ay];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}
