import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileBehaviours, occurrenceKey, roundHalfAway } from './behaviours.ts';
import { exampleAgreement } from './example-agreement.ts';
import type { Occurrence } from './lead.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23, 12);

type Behaviour = { match?: object; points?: number; atMost?: number };

/** One behaviour in intent, with a half-life of ten days unless told otherwise. */
function one(behaviour: Behaviour, halfLifeDays: number | null = 10) {
  const entry = { id: 'seen', says: 'Seen', match: { path: '/x' }, points: 8, ...behaviour };
  const decay = halfLifeDays === null ? {} : { halfLifeDays };
  const { score } = exampleAgreement({
    score: { intent: { max: 1000, behaviours: [entry], ...decay } },
    rejections: [],
  });
  const behaviours = compileBehaviours(score);
  return (ages: readonly number[], what: Partial<Occurrence> = { path: '/x' }) => {
    const tally = behaviours.tally(
      ages.map((age) => ({ ...what, at: now - age * day })),
      now,
    );
    return { points: tally.points[0], count: behaviours.countsById(tally)['seen'] };
  };
}

test('a behaviour is worth half after its half-life, and a quarter after two', () => {
  expect(one({})([0]).points).toBe(8);
  expect(one({})([10]).points).toBe(4);
  expect(one({})([20]).points).toBe(2);
  expect(one({})([10, 20, 0]).points).toBe(14);
});

test('without a half-life it keeps its worth', () => {
  const forever = one({ points: 3 }, null);
  expect(forever([1, 1000, 3000]).points).toBe(9);
});

test('ages are fractions of days', () => {
  expect(one({ points: 1000 })([2.5]).points).toBe(Math.round(1000 * 0.5 ** 0.25));
});

test('what is reported from the future happened now', () => {
  expect(one({})([-3]).points).toBe(8);
});

test('the sum is limited before it is rounded, on both sides of zero', () => {
  expect(one({ atMost: 10 })([0, 0]).points).toBe(10);
  expect(one({ points: -8, atMost: 10 })([0, 0]).points).toBe(-10);
  expect(one({ atMost: 10.5 })([0, 0]).points).toBe(11);
});

test('halves are rounded away from zero', () => {
  expect(one({ points: 5 })([10]).points).toBe(3);
  expect(one({ points: -5 })([10]).points).toBe(-3);
  expect(roundHalfAway(0.49999999999999994)).toBe(0);
  expect(Object.is(roundHalfAway(-0.3), 0)).toBe(true);
});

test('every occurrence counts, however little it is still worth', () => {
  expect(one({})([0, 5000, 9000]).count).toBe(3);
  expect(one({})([]).count).toBe(0);
});

test('an event is matched by its name, never by a path', () => {
  const webinar = one({ match: { event: '/x' } });
  expect(webinar([0], { path: '/x' }).count).toBe(0);
  expect(webinar([0], { event: '/x' }).count).toBe(1);
  expect(webinar([0], { event: '/X' }).count).toBe(0);
});

test('one occurrence can be several behaviours', () => {
  const { score } = exampleAgreement({
    score: {
      fit: { max: 9, behaviours: [{ id: 'a', says: 'A', match: { path: '/p*' }, points: 1 }] },
      intent: {
        max: 9,
        behaviours: [
          { id: 'b', says: 'B', match: { path: '/pricing' }, points: 2 },
          { id: 'c', says: 'C', match: { path: '*' }, points: 3 },
        ],
      },
    },
    rejections: [],
  });
  const behaviours = compileBehaviours(score);
  const tally = behaviours.tally([{ path: '/pricing', at: now }], now);
  expect([...tally.points]).toEqual([1, 2, 3]);
  expect(behaviours.countsById(tally)).toEqual({ a: 1, b: 1, c: 1 });
});

test('two reports have one key exactly when they are one occurrence', () => {
  expect(occurrenceKey({ path: '/x', at: 1 })).toBe(occurrenceKey({ path: '/x', at: 1 }));
  const keys = [
    { path: '/x', at: 1 },
    { path: '/x', at: 2 },
    { event: '/x', at: 1 },
    { path: '/x@1', at: 1 },
  ].map(occurrenceKey);
  expect(new Set(keys).size).toBe(4);
});

test('a behaviour is never worth more later, if nothing more happens', () => {
  const ages = fc.array(fc.double({ min: -2, max: 400, noNaN: true }), { maxLength: 20 });
  const worth = one({ points: 13, atMost: 60 });
  fc.assert(
    fc.property(ages, fc.double({ min: 0, max: 100, noNaN: true }), (ages, later) => {
      const [sooner = 0, after = 0] = [worth(ages).points, worth(ages.map((age) => age + later)).points];
      expect(after).toBeLessThanOrEqual(sooner);
    }),
  );
});
