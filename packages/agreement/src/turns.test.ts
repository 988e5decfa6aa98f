import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person } from './people.ts';
import { takeTurn, type Turn } from './turns.ts';

function member(email: string, weight?: number): Person {
  return { email, name: email, party: 'sales', weight };
}

/** Who gets each of so many turns in a row, one millisecond apart. */
function rounds(available: readonly Person[], count: number, from: readonly Turn[] = []): string[] {
  const members = available.map(({ email }) => email);
  let turns = from;
  return Array.from({ length: count }, (_, index) => {
    const taken = takeTurn('t', members, available, turns, index);
    turns = taken?.turns ?? turns;
    return taken?.person.email ?? '-';
  });
}

test('equal weights take turns in the order of the list', () => {
  expect(rounds([member('a'), member('b'), member('c')], 6).join('')).toBe('abcabc');
});

test('a heavier weight has its turns spread, not in a row', () => {
  expect(rounds([member('a', 5), member('b', 1), member('c', 1)], 7).join('')).toBe('aabacaa');
});

test('of equals, whoever waited longest is next', () => {
  const turns: Turn[] = [
    { team: 't', person: 'a', weight: 0, lastAt: 50 },
    { team: 't', person: 'b', weight: 0, lastAt: 40 },
    { team: 't', person: 'c', weight: 0, lastAt: 60 },
  ];
  expect(rounds([member('a'), member('b'), member('c')], 1, turns)).toEqual(['b']);
  expect(rounds([member('a'), member('b'), member('d')], 1, turns)).toEqual(['d']);
});

test('a weight of nothing takes no turn', () => {
  expect(rounds([member('a', 0), member('b')], 2).join('')).toBe('bb');
  expect(rounds([member('a', 0)], 1).join('')).toBe('-');
});

test('whoever is absent neither loses nor saves up turns', () => {
  const [a, b, c] = [member('a'), member('b'), member('c')];
  const members = ['a', 'b', 'c'];
  let turns: readonly Turn[] = [];
  const sequence: string[] = [];
  for (let now = 0; now < 24; now += 1) {
    const taken = takeTurn('t', members, now < 12 ? [a, b] : [a, b, c], turns, now);
    turns = taken?.turns ?? turns;
    sequence.push(taken?.person.email ?? '-');
  }
  expect(sequence.join('')).toBe('ababababababcabcabcabcab');
});

test('rows of other teams stay, rows of people who left go', () => {
  const turns: Turn[] = [
    { team: 'other', person: 'a', weight: 3, lastAt: 1 },
    { team: 't', person: 'gone', weight: 1, lastAt: 1 },
  ];
  const taken = takeTurn('t', ['a'], [member('a')], turns, 9);
  expect(taken?.turns).toEqual([
    { team: 'other', person: 'a', weight: 3, lastAt: 1 },
    { team: 't', person: 'a', weight: 0, lastAt: 9 },
  ]);
});

test('after any number of turns everybody is within two of their share', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(weights, (weights) => {
      const team = weights.map((weight, index) => member(`m${index}`, weight));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      const counts = new Map(team.map(({ email }) => [email, 0]));
      rounds(team, 10_000).forEach((email, index) => {
        counts.set(email, (counts.get(email) ?? 0) + 1);
        const { weight = 0 } = team.find((person) => person.email === email) ?? {};
        expect(Math.abs((counts.get(email) ?? 0) - ((index + 1) * weight) / sum)).toBeLessThanOrEqual(2);
      });
      for (const { email, weight = 0 } of team) {
        expect(Math.abs((counts.get(email) ?? 0) - (10_000 * weight) / sum)).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 10 },
  );
});
