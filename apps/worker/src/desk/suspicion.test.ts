import { expect, test } from 'vitest';
import { suspicion, type Evidence, type Proof } from './suspicion.ts';

const now = 1_800_000_000_000;

const nobody: Evidence = {
  trapped: false,
  elapsed: null,
  before: 0,
  isAddressKnown: true,
  proof: { kind: 'missing' },
  turnstile: 'missing',
  unavailableBefore: 0,
};

const done = (more: Partial<Extract<Proof, { kind: 'done' }>> = {}): Proof => ({
  kind: 'done',
  challenge: 'c',
  expires: now + 1,
  isUsed: false,
  ...more,
});

test('where nothing is declared only the trap counts', () => {
  const hasty = { ...nobody, elapsed: 0, before: 1e6, isAddressKnown: false };
  expect(suspicion({}, hasty, now)).toEqual({ reasons: [], unchecked: [] });
  expect(suspicion({}, { ...hasty, trapped: true }, now)).toEqual({ reasons: ['trap'], unchecked: [] });
});

test('a form sent sooner than its time is suspect, and one whose time nobody told is not', () => {
  const reasons = (elapsed: number | null) =>
    suspicion({ minSeconds: 3 }, { ...nobody, elapsed }, now).reasons;
  expect(reasons(2999)).toEqual(['too_quick']);
  expect(reasons(3000)).toEqual([]);
  expect(reasons(null)).toEqual([]);
});

test('as many as the limit pass from one block, and ten times as many from addresses that are not known', () => {
  const reasons = (before: number, isAddressKnown: boolean) =>
    suspicion({ maxPerHour: 5 }, { ...nobody, before, isAddressKnown }, now).reasons;
  expect(reasons(4, true)).toEqual([]);
  expect(reasons(5, true)).toEqual(['too_many']);
  expect(reasons(49, false)).toEqual([]);
  expect(reasons(50, false)).toEqual(['too_many']);
});

test.each<[string, Proof, string[], string[]]>([
  ['missing', { kind: 'missing' }, ['proof_missing'], []],
  ['wrong', { kind: 'wrong' }, ['proof_wrong'], []],
  ['good', done(), [], []],
  ['expired', done({ expires: now }), ['proof_expired'], []],
  ['used before', done({ isUsed: true }), ['proof_used'], []],
  ['not to be had', { kind: 'unavailable' }, [], ['proof']],
])('a proof of work that is %s', (_, proof, reasons, unchecked) => {
  for (const proofOfWork of [true, { cost: 1000 }]) {
    expect(suspicion({ proofOfWork }, { ...nobody, proof }, now)).toEqual({ reasons, unchecked });
  }
  expect(suspicion({ proofOfWork: false }, { ...nobody, proof }, now).reasons).toEqual([]);
});

test.each([
  ['passed', [], []],
  ['failed', ['turnstile_failed'], []],
  ['missing', ['turnstile_missing'], []],
  ['unavailable', [], ['turnstile']],
  ['unchecked', [], ['turnstile']],
] as const)('a word of Turnstile that is %s', (turnstile, reasons, unchecked) => {
  const protection = { turnstile: { siteKey: 'k' } };
  expect(suspicion(protection, { ...nobody, turnstile }, now)).toEqual({ reasons, unchecked });
});

test('that a check could not be had is believed of a few an hour, and of all where the worker knows it', () => {
  const protection = { proofOfWork: true, turnstile: { siteKey: 'k' } };
  const many = { ...nobody, unavailableBefore: 10, proof: { kind: 'unavailable' } as const };
  expect(suspicion(protection, { ...many, turnstile: 'unavailable' }, now).reasons).toEqual([
    'proof_missing',
    'turnstile_missing',
  ]);
  expect(suspicion(protection, { ...many, turnstile: 'unchecked' }, now)).toEqual({
    reasons: ['proof_missing'],
    unchecked: ['turnstile'],
  });
});

test('every reason is told', () => {
  const protection = { minSeconds: 3, maxPerHour: 1, proofOfWork: true, turnstile: { siteKey: 'k' } };
  const evidence = { ...nobody, trapped: true, elapsed: 0, before: 1 };
  expect(suspicion(protection, evidence, now).reasons).toEqual([
    'trap',
    'too_quick',
    'too_many',
    'proof_missing',
    'turnstile_missing',
  ]);
});
