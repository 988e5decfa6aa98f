import { expect, test } from 'vitest';
import { fill, wordIssue } from './wording.ts';

test('gaps are filled from the params, others stay', () => {
  expect(fill('{a} of {b} {a}', { a: 1, b: '$&' })).toBe('1 of $& 1');
  expect(fill('{a} {b}', { b: 0 })).toBe('{a} 0');
});

test('an issue without words of its own still says something', () => {
  expect(wordIssue({ invalid: 'Check this' }, { code: 'new', path: [] })).toBe('Check this');
  expect(wordIssue({}, { code: 'new', path: [] })).toBe('new');
});
