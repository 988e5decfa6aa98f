import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextTry, patience } from './retry-schedule.ts';

const caps = [5, 30, 120, 600, 1800, 7200, 18_000].map((seconds) => seconds * 1000);

test('waits stay under their caps, and the last try is not before 72 hours after the first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }),
      fc.constantFrom(0, 5, 10_000),
      (chances, hangs) => {
        let begun = 1_000_000;
        for (let tried = 1; ; tried += 1) {
          const ended = begun + hangs;
          const next = nextTry(tried, 1_000_000, begun, ended, chances[tried % 60] ?? 0.5);
          if (next.kind === 'exhausted') {
            expect(begun - 1_000_000).toBeGreaterThanOrEqual(patience);
            return;
          }
          expect(next.at - ended).toBeLessThanOrEqual(caps[tried - 1] ?? 12 * 3_600_000);
          // A run of zero chances must end as well.
          begun = Math.max(next.at, begun + 1000);
          if (tried > 400_000) throw new Error('It never ends.');
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('each wait may be as long as its cap, and the caps are those that are documented', () => {
  for (const [index, cap] of [...caps, 43_200_000, 43_200_000].entries()) {
    expect(nextTry(index + 1, 0, 0, 0, 1)).toEqual({ kind: 'at', at: cap });
    expect(nextTry(index + 1, 0, 0, 0, 0)).toEqual({ kind: 'at', at: 0 });
  }
});

test('a try that began before 72 hours and hung beyond them is not the last', () => {
  expect(nextTry(9, 0, patience - 2_000, patience + 8_000, 0.5).kind).toBe('at');
  expect(nextTry(9, 0, patience, patience + 10_000, 0.5).kind).toBe('exhausted');
});

test('what the other side asked for is granted, a day at most', () => {
  expect(nextTry(1, 0, 0, 0, 0, 60_000)).toEqual({ kind: 'at', at: 60_000 });
  expect(nextTry(1, 0, 0, 0, 0, 10 * 86_400_000)).toEqual({ kind: 'at', at: 86_400_000 });
});
