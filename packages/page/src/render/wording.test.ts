import { expect, test } from 'vitest';
import { wordIssue } from './issue-words.ts';
import { textsFor } from './texts/index.ts';
import { fill, inflect } from './wording.ts';

const issue = (code: string, language: string, params?: Record<string, string | number>) =>
  wordIssue(textsFor(language), { code, ...(params && { params }) }, language);

test('gaps are filled from the params, others stay', () => {
  expect(fill('{a} of {b} {a}', { a: 1, b: '$&' })).toBe('1 of $& 1');
  expect(fill('{a} {b}', { b: 0 })).toBe('{a} 0');
});

test('an issue without words of its own still says something', () => {
  expect(issue('of the future', 'en')).toBe('Please check this answer.');
  expect(issue('constructor', 'en')).toBe('Please check this answer.');
});

test('what counts is said in the plural that the language has for the number', () => {
  const polish = { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' };
  expect([1, 2, 5, 22].map((count) => inflect(polish, count, 'pl'))).toEqual([
    'znak',
    'znaki',
    'znaków',
    'znaki',
  ]);
  expect(inflect({ other: 'all' }, 1, 'en')).toBe('all');
  expect(issue('too_short', 'en', { min: 1 })).toBe('Please write at least 1 character.');
  expect(issue('too_short', 'en', { min: 2 })).toBe('Please write at least 2 characters.');
});

test('limits are written as the language writes numbers and days', () => {
  expect(issue('too_long', 'de', { max: 10_000 })).toBe('Bitte schreiben Sie höchstens 10.000 Zeichen.');
  expect(issue('too_large', 'de', { max: 0.0005 })).toBe('Bitte geben Sie höchstens 0,0005 an.');
  expect(issue('too_early', 'de', { min: '2026-03-01' })).toBe(
    'Bitte geben Sie einen Tag ab dem 1. März 2026 an.',
  );
});
