import { expect, test } from 'vitest';
import { costInWords, costOf, editConsent, editProtection } from './edit-consent.ts';
import type { FormDraft } from './form-draft.ts';

const draft: FormDraft = { format: 1, id: 'f', name: 'F', steps: [] };

test('a consent that says nothing any more is gone from the document', () => {
  const asked = editConsent(draft, { text: 'We call you back.', required: true });
  expect(asked.consent).toEqual({ text: 'We call you back.', required: true });
  expect(editConsent(asked, { text: '', required: false })).toEqual(draft);
});

test('what is typed anew and stays the same is no change', () => {
  const asked = editConsent(draft, { text: 'We call you back.' });
  expect(editConsent(asked, { text: 'We call you back.' })).toBe(asked);
  const guarded = editProtection(draft, { minSeconds: 3 });
  expect(editProtection(guarded, { minSeconds: 3 })).toBe(guarded);
  expect(editProtection(guarded, { minSeconds: undefined })).toEqual(draft);
});

test('what others wrote beside it stays', () => {
  const guarded: FormDraft = { ...draft, protection: { minSeconds: 3, later: 'kept' } };
  expect(editProtection(guarded, { minSeconds: undefined }).protection).toEqual({ later: 'kept' });
});

test('the cost of the work is read in each of its spellings', () => {
  expect(
    [undefined, false, true, {}, { cost: 1000 }].map((proofOfWork) =>
      costOf(proofOfWork === undefined ? {} : { proofOfWork }),
    ),
  ).toEqual([undefined, undefined, 50_000, 50_000, 1000]);
});

test('more work is said to take longer', () => {
  const words = [50_000, 300_000, 1_000_000, 5_000_000].map(costInWords);
  expect(new Set(words).size).toBe(4);
  expect(words[2]).toContain('5 seconds');
  expect(words[3]).toContain('leave');
});
