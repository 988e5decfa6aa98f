import { expect, test } from 'vitest';
import { balanceInWords, firstDay, missingOf, type Balance } from './balance.ts';

const states: Balance['states'] = {
  handed_off: 3,
  in_hand: 0,
  nurture: 2,
  disqualified: 1,
  quarantined: 0,
  duplicate: 0,
  unagreed: 0,
  failed: 0,
};

test('what was accepted is in a state, or erased', () => {
  const day = { accepted: 7, erased: 1, states, unknown: 0, balanced: true };
  expect(missingOf(day)).toBe(0);
  expect(balanceInWords(day)).toBe('Adds up');
});

test('what does not add up says by how much and which way', () => {
  const off = { erased: 0, states, unknown: 0, balanced: false };
  expect(balanceInWords({ ...off, accepted: 8 })).toBe('2 missing');
  expect(balanceInWords({ ...off, accepted: 5 })).toBe('1 too many');
  expect(balanceInWords({ ...off, accepted: 7, unknown: 1 })).toBe('1 in no state');
  expect(balanceInWords({ ...off, accepted: 6 })).toBe('Does not add up');
});

test('thirty days begin twenty-nine before today', () => {
  expect(firstDay(Date.parse('2026-03-30T23:00:00Z'), 30)).toBe('2026-03-01');
});
