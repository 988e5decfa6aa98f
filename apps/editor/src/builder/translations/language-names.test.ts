import { expect, test } from 'vitest';
import { findLanguages, nameLanguage } from './language-names.ts';

const tags = (typed: string, taken: readonly string[] = []) =>
  findLanguages(typed, new Set(taken)).map(({ tag }) => tag);

test('a language is found by its name, by what its speakers call it, and by its tag', () => {
  expect(tags('german')[0]).toBe('de');
  expect(tags('Español')[0]).toBe('es');
  expect(tags('francais')[0]).toBe('fr');
  expect(tags('he')[0]).toBe('he');
  expect(tags('العربية')).toEqual(['ar']);
});

test('one that nobody listed is had by its tag, and what is no tag is not', () => {
  expect(tags('lb-LU')).toEqual(['lb-LU']);
  expect(tags('no such language')).toEqual([]);
});

test('what the form speaks already is not offered again', () => {
  expect(tags('german', ['de'])).not.toContain('de');
  expect(tags('lb', ['lb'])).not.toContain('lb');
});

test('every name that is offered is one', () => {
  for (const { tag, name } of findLanguages('', new Set())) expect(name).not.toBe(tag);
  expect(nameLanguage('de')).toEqual({ tag: 'de', name: 'German', own: 'Deutsch' });
});
