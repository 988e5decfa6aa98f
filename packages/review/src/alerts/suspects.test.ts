import { expect, test } from 'vitest';
import { suspectsOf, type Part } from './suspects.ts';

const whole = { before: { of: 4_000, hits: 1_200 }, now: { of: 500, hits: 75 }, dispersion: 1 };

test('what fell by itself is the suspect, and what stayed as it was is not', () => {
  const parts: readonly Part[] = [
    { kind: 'device', word: 'phone', before: { of: 2_000, hits: 600 }, now: { of: 250, hits: 2 } },
    { kind: 'device', word: 'desktop', before: { of: 2_000, hits: 600 }, now: { of: 250, hits: 73 } },
  ];
  const [first, second] = suspectsOf(whole, parts);
  expect(first).toMatchObject({ word: 'phone', isSuspect: true, missing: 73 });
  expect(second).toMatchObject({ word: 'desktop', isSuspect: false });
});

test('where it fell everywhere alike nobody is suspected', () => {
  const parts = ['google', 'direct'].map((word): Part => ({
    kind: 'source',
    word,
    before: { of: 2_000, hits: 600 },
    now: { of: 250, hits: 38 },
  }));
  expect(suspectsOf(whole, parts).filter(({ isSuspect }) => isSuspect)).toEqual([]);
});

test('a version that was not there before is measured by how all were', () => {
  const parts: readonly Part[] = [
    { kind: 'version', word: '4', before: { of: 0, hits: 0 }, now: { of: 480, hits: 70 } },
    { kind: 'version', word: '3', before: { of: 4_000, hits: 1_200 }, now: { of: 20, hits: 5 } },
  ];
  expect(suspectsOf(whole, parts)[0]).toMatchObject({ word: '4', isSuspect: true, missing: 74 });
});

test('of steps, the one that is left more often than before is', () => {
  const parts: readonly Part[] = [
    { kind: 'step', word: 's1', before: { of: 4_000, hits: 2_000 }, now: { of: 500, hits: 250 } },
    { kind: 'step', word: 's2', before: { of: 2_000, hits: 1_200 }, now: { of: 250, hits: 75 } },
  ];
  const found = suspectsOf(whole, parts);
  expect(found.filter(({ isSuspect }) => isSuspect).map(({ word }) => word)).toEqual(['s2']);
});
