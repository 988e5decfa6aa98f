import { expect, test } from 'vitest';
import { compileOutcomes, defaultOutcome, outcomeVocabulary, pickOutcome } from './outcome.ts';
import type { Outcome } from './types.ts';

const show = { kind: 'message' as const };
const paid = {
  combinator: 'and' as const,
  rules: [{ field: 'visit.utm_medium', operator: '=' as const, value: 'cpc' }],
};
const outcomes: readonly Outcome[] = [
  { id: 'booked', when: { tier: 'hot' }, show },
  { id: 'paid', when: paid, show },
  { id: 'thanks', show },
];
const pick = (list: readonly Outcome[], tier: string | null, visit = {}) =>
  pickOutcome(compileOutcomes({ steps: [], outcomes: list }, outcomeVocabulary(new Map(), [])), {
    tierAtOrAbove: (wanted) => tier === wanted,
    facts: { visit },
  }).id;

test('the first outcome that holds is shown', () => {
  expect(pick(outcomes, 'hot', { utm_medium: 'CPC' })).toBe('booked');
  expect(pick(outcomes, 'mql', { utm_medium: 'CPC' })).toBe('paid');
  expect(pick(outcomes, null)).toBe('thanks');
});

test('an outcome whose condition is null always holds', () => {
  expect(pick([{ id: 'always', when: null, show }], null)).toBe('always');
});

test('where none holds the host says its own thanks', () => {
  expect(pick([{ id: 'booked', when: { tier: 'hot' }, show }], null)).toBe(defaultOutcome.id);
  expect(pick([], 'hot')).toBe('sent');
});

test('without an agreement a condition on a behaviour is still read', () => {
  const vocabulary = outcomeVocabulary(new Map(), null);
  expect(vocabulary('behaviour.any')).toEqual({ kind: 'number' });
  expect(vocabulary('answer.any')).toBeUndefined();
});
