import { answerIssueCodes } from '@baton/form';
import { expect, test } from 'vitest';
import { isTextKey, textLanguages, textsFor } from './index.ts';

const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(textLanguages)('every text is there with the same gaps: %s', (language) => {
  const english = Object.entries(textsFor('en'));
  const texts: Readonly<Record<string, string>> = textsFor(language);
  expect(Object.keys(texts)).toEqual(english.map(([key]) => key));
  for (const [key, text] of english) expect(gaps(texts[key] ?? '')).toEqual(gaps(text));
});

test('every issue that an answer can have has words', () => {
  expect(answerIssueCodes.filter((code) => !isTextKey(code))).toEqual([]);
});

test('a language is found by its own tag, by its parent, else English speaks', () => {
  expect(textsFor('DE-at').next).toBe('Weiter');
  expect(textsFor('tlh').next).toBe('Continue');
  expect(textsFor('').next).toBe('Continue');
  expect(textsFor('constructor').next).toBe('Continue');
});
