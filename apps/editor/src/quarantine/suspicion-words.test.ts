import { expect, test } from 'vitest';
import { senderInWords, suspicionInWords } from './suspicion-words.ts';

test('a reason is a sentence, not a code', () => {
  expect(suspicionInWords('trap')).toBe('Filled in a field that people cannot see');
  expect(suspicionInWords('turnstile_failed')).not.toContain('_');
});

test('a company is everybody in it, an address is itself, and of a block nothing more is known', () => {
  expect(senderInWords({ kind: 'domain', value: 'engines.example' })).toBe('Everybody at engines.example');
  expect(senderInWords({ kind: 'email', value: 'ada@mail.example' })).toBe('ada@mail.example');
  expect(senderInWords({ kind: 'block', value: null })).toBe('A block of addresses');
});
