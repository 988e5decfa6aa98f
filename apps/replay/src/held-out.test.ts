import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeldOut } from './held-out.ts';

test('what is held out is the last part of the leads in their order, equal places in the order of the table', () => {
  const lead = fc.record({
    place: fc.integer({ min: 0, max: 5 }),
    score: fc.integer({ min: 0, max: 3 }),
    won: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(lead, { maxLength: 40 }), fc.constantFrom(0.1, 0.5, 0.7, 0.9), (leads, share) => {
      const heldOut = createHeldOut();
      for (const { place, score, won } of leads) heldOut.add(String(place), score, won);
      const expected = new Map<number, { won: number; lost: number }>();
      // Sorting is stable.
      const sorted = leads.toSorted((one, other) => one.place - other.place);
      for (const { score, won } of sorted.slice(Math.floor(leads.length * share))) {
        const of = expected.get(score) ?? { won: 0, lost: 0 };
        expected.set(score, { won: of.won + Number(won), lost: of.lost + Number(!won) });
      }
      expect(heldOut.countsAfter(share)).toEqual(expected);
    }),
  );
});

test('it grows with the leads', () => {
  const heldOut = createHeldOut();
  for (let place = 0; place < 20_000; place += 1)
    heldOut.add(String(20_000 - place), place % 7, place % 2 === 0);
  const counts = [...heldOut.countsAfter(0.75).values()];
  expect(counts.reduce((sum, { won, lost }) => sum + won + lost, 0)).toBe(5000);
});

test('leads without a place or an outcome take no part', () => {
  const heldOut = createHeldOut();
  heldOut.add('', 1, true);
  heldOut.add('soon', 1, true);
  heldOut.add('1', 1, undefined);
  heldOut.add('2026-01-01', 2, true);
  expect(heldOut.misplaced()).toBe(2);
  expect([...heldOut.countsAfter(0.5)]).toEqual([[2, { won: 1, lost: 0 }]]);
});
