import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf } from './plane.ts';
import { aboveInWords, columnsOf, countFrom } from './spread.ts';

const tiers = [
  { id: 'hot', from: 75 },
  { id: 'mql', from: 50 },
  { id: 'nurture', from: 0 },
];

test('each lead stands in one column, those beyond the end in the last', () => {
  const totals = [0, 4, 5, 51, 120, 400];
  const columns = columnsOf(totals, 120, 5);
  expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(totals.length);
  expect(columns[0]).toEqual({ from: 0, count: 2 });
  expect(columns.at(-1)).toEqual({ from: 120, count: 2 });
});

test('the sentence says what another threshold does, against the one before', () => {
  const totals = [10, 52, 58, 61, 90];
  expect(countFrom(totals, 50)).toBe(4);
  expect(aboveInWords(totals, 60, 50)).toBe(
    '2 of 5 recent leads have 60 points or more: 2 fewer than with 50.',
  );
  expect(aboveInWords(totals, 50, 50)).toBe('4 of 5 recent leads have 50 points or more.');
  expect(aboveInWords(totals, 51, 50)).toBe(
    '4 of 5 recent leads have 51 points or more, as many as with 50.',
  );
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
