import { answerIssueCodes } from '@baton/form';
import { expect, test } from 'vitest';
import type { Plural } from '../wording.ts';
import { isTextKey, textLanguages, textsFor } from './index.ts';

const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const formsOf = (text: string | Plural): Readonly<Record<string, string>> =>
  typeof text === 'string' ? { other: text } : text;

/** The plural categories that a language has for whole numbers as large as a form's limits are. */
function categories(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 10_001 }, (_, count) => rules.select(count)))];
}

test.each(textLanguages)('every text is there with the same gaps: %s', (language) => {
  const english = Object.entries(textsFor('en'));
  const texts: Readonly<Record<string, string | Plural>> = textsFor(language);
  expect(Object.keys(texts)).toEqual(english.map(([key]) => key));
  for (const [key, text] of english) {
    const wanted = gaps(formsOf(text)['other'] ?? '');
    for (const [category, form] of Object.entries(formsOf(texts[key] ?? ''))) {
      // "One answer" and a dual say their number without a digit.
      const isNamed = category === 'one' || category === 'two';
      expect(isNamed && gaps(form).length === 0 ? wanted : gaps(form), `${key} ${category}`).toEqual(wanted);
    }
  }
});

test.each(textLanguages)(
  'what counts has one wording, or one for each plural of the language: %s',
  (language) => {
    const wanted = [...categories(language), 'other'];
    for (const [key, text] of Object.entries<string | Plural>(textsFor(language))) {
      const forms = Object.keys(text);
      if (typeof text !== 'string' && forms.length > 1)
        expect(forms, key).toEqual(expect.arrayContaining(wanted));
    }
  },
);

test.each(textLanguages)('no text begins or ends with a blank, or has two in a row: %s', (language) => {
  const forms = Object.values<string | Plural>(textsFor(language)).flatMap((text) =>
    Object.values(formsOf(text)),
  );
  expect(forms.filter((form) => form !== form.trim() || /\s\s/.test(form) || form === '')).toEqual([]);
});

test('every issue that an answer can have has words', () => {
  expect(answerIssueCodes.filter((code) => !isTextKey(code))).toEqual([]);
});

test('fourteen languages have words', () => {
  expect([...textLanguages].toSorted().join(' ')).toBe('ar de en es fr he it ja nl pl pt sv tr zh');
});

test('a language is found by its own tag, by its parent, else English speaks', () => {
  expect(textsFor('DE-at').next).toBe('Weiter');
  expect(textsFor('tlh').next).toBe('Continue');
  expect(textsFor('').next).toBe('Continue');
  expect(textsFor('constructor').next).toBe('Continue');
});
