import { expect, test } from 'vitest';
import { funnelOf, worstOf } from './funnel.ts';

const version = {
  version: 2,
  views: 1000,
  starts: 400,
  completions: 100,
  qualified: 30,
  quarantined: 4,
  steps: [
    { id: 's1', title: 'About you', reached: 1000 },
    { id: 's2', title: '', reached: 180 },
    { id: 's3', title: 'Your needs', reached: 150 },
  ],
};

test('each stage says how many it lost of the one before', () => {
  expect(funnelOf(version).map(({ name, count, lost }) => [name, count, lost])).toEqual([
    ['Seen', 1000, 0],
    ['Begun', 400, 600],
    ['Came to step 2', 180, 220],
    ['Came to “Your needs”', 150, 30],
    ['Sent', 100, 50],
    ['Qualified', 30, 70],
  ]);
});

test('the worst place is one that the form itself can mend', () => {
  expect(worstOf(funnelOf(version))?.name).toBe('Came to step 2');
  expect(worstOf(funnelOf({ ...version, starts: 100, steps: [] }))).toBeNull();
});

test('counters that run over lose nobody', () => {
  expect(funnelOf({ ...version, completions: 500 }).find(({ id }) => id === 'completions')?.lost).toBe(0);
});
