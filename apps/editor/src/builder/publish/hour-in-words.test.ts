import { expect, test } from 'vitest';
import { instantOf, localOf } from './hour-in-words.ts';

test('what the field holds and the instant are the same, in whatever zone this runs', () => {
  const at = new Date('2026-12-01T08:30:00Z');
  expect(instantOf(localOf(at))).toBe(at.toISOString());
});

test('an empty or broken field is no instant', () => {
  expect(instantOf('')).toBeNull();
  expect(instantOf('tomorrow')).toBeNull();
  expect(instantOf(null)).toBeNull();
});
