import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { auc, lift, thresholdQuality, type ScoreCounts } from './ranking.ts';

type Lead = readonly [score: number, won: boolean];

const leads = (most: number) =>
  fc.array(fc.tuple(fc.integer({ min: -3, max: 12 }), fc.boolean()), { maxLength: most });

function countsOf(list: readonly Lead[]): ScoreCounts {
  const counts = new Map<number, { won: number; lost: number }>();
  for (const [score, won] of list) {
    const of = counts.get(score) ?? { won: 0, lost: 0 };
    if (won) of.won += 1;
    else of.lost += 1;
    counts.set(score, of);
  }
  return counts;
}

test('AUC is the share of pairs of a won and a lost lead that are in order, ties counting half', () => {
  fc.assert(
    fc.property(leads(60), (list) => {
      const won = list.filter(([, isWon]) => isWon);
      const lost = list.filter(([, isWon]) => !isWon);
      let inOrder = 0;
      for (const [high] of won) for (const [low] of lost) inOrder += high > low ? 1 : high === low ? 0.5 : 0;
      const pairs = won.length * lost.length;
      const found = auc(countsOf(list));
      if (pairs === 0) expect(found).toBeNull();
      else expect(found).toBeCloseTo(inOrder / pairs, 12);
    }),
  );
});

test('AUC turns around when won and lost are swapped', () => {
  fc.assert(
    fc.property(leads(60), (list) => {
      const found = auc(countsOf(list));
      const swapped = auc(countsOf(list.map(([score, won]) => [score, !won])));
      if (found === null || swapped === null) expect(found).toBe(swapped);
      else expect(found + swapped).toBeCloseTo(1, 12);
    }),
  );
});

test('lift is what the best part holds on average over every order of equal scores', () => {
  fc.assert(
    fc.property(
      leads(6).filter((list) => list.some(([, won]) => won)),
      fc.integer({ min: 1, max: 6 }),
      (list, wanted) => {
        const size = Math.min(wanted, list.length);
        const orders = permutations(list).filter((order) =>
          order.every(([score], index) => index === 0 || score <= (order[index - 1]?.[0] ?? score)),
        );
        const hits = orders.map((order) => order.slice(0, size).filter(([, won]) => won).length);
        const average = hits.reduce((sum, count) => sum + count, 0) / orders.length;
        const share = list.filter(([, won]) => won).length / list.length;
        expect(lift(countsOf(list), size / list.length)).toBeCloseTo(average / size / share, 9);
      },
    ),
  );
});

test('lift takes a part of a lead where the share does not come out even', () => {
  // Of seven leads, a fifth is 1.4: the best one, won, and 0.4 of the next, lost.
  const counts = countsOf([9, 8, 7, 6, 5, 4, 3].map((score) => [score, score === 9]));
  expect(lift(counts, 0.2)).toBeCloseTo(1 / 1.4 / (1 / 7), 12);
});

test('lift is 1 when every lead has the same score', () => {
  expect(
    lift(
      countsOf([
        [5, true],
        [5, false],
        [5, false],
      ]),
      0.2,
    ),
  ).toBeCloseTo(1, 12);
});

test('precision and recall are counted at and above each threshold', () => {
  fc.assert(
    fc.property(
      leads(40),
      fc.uniqueArray(fc.integer({ min: -4, max: 14 }), { maxLength: 8 }),
      (list, froms) => {
        const ascending = froms.toSorted((one, other) => one - other);
        const allWon = list.filter(([, won]) => won).length;
        const expected = ascending.map((from) => {
          const above = list.filter(([score]) => score >= from);
          const won = above.filter(([, isWon]) => isWon).length;
          const precision = above.length === 0 ? null : won / above.length;
          return { from, precision, recall: allWon === 0 ? null : won / allWon };
        });
        expect(thresholdQuality(countsOf(list), froms)).toEqual(expected);
      },
    ),
  );
});

test('leads whose outcome is not known change nothing', () => {
  const known = countsOf([
    [3, true],
    [1, false],
  ]);
  const withUnknown = new Map([...known, [2, { won: 0, lost: 0 }]]);
  expect([auc(withUnknown), lift(withUnknown, 0.2)]).toEqual([auc(known), lift(known, 0.2)]);
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((item, index) =>
    permutations(list.toSpliced(index, 1)).map((others) => [item, ...others]),
  );
}
