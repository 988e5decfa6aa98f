import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { acceptedLanguages, chooseLanguage, direction } from './language.ts';

test('the first wish that can be met holds', () => {
  expect(chooseLanguage(['en', 'de'], ['fr', 'de', 'en'])).toBe('de');
  expect(chooseLanguage(['en', 'de'], [null, undefined, '', '*', 'C', 'de'])).toBe('de');
  expect(chooseLanguage(['en', 'de'], ['fr'])).toBeUndefined();
  expect(chooseLanguage([], ['en'])).toBeUndefined();
});

test.each([
  [['en', 'de'], 'de-AT', 'de'],
  [['en', 'de-AT', 'de'], 'de-at', 'de-AT'],
  [['de', 'en'], 'en_GB', 'en'],
  [['pt-PT', 'pt-BR'], 'pt', 'pt-BR'],
  [['pt-BR', 'pt'], 'pt-PT', 'pt'],
  [['pt-BR'], 'pt-PT', 'pt-BR'],
  [['en-US', 'en'], 'en-GB', 'en'],
  [['en', 'en-US'], 'en-US', 'en-US'],
  [['zh', 'zh-Hant'], 'zh-TW', 'zh-Hant'],
  [['zh', 'zh-Hant'], 'zh-HK', 'zh-Hant'],
  [['zh-Hant', 'zh'], 'zh-SG', 'zh'],
  [['en', 'zh'], 'zh-TW', 'zh'],
  [['he'], 'iw', 'he'],
])('of %j, %s is met by %s', (spoken, wish, met) => {
  expect(chooseLanguage(spoken, [wish])).toBe(met);
});

test('a browser says what it wants by weight, and what it does not want', () => {
  expect(acceptedLanguages('da, en-GB;q=0.8, en;q=0.7, fr ; q=0.9')).toEqual(['da', 'fr', 'en-GB', 'en']);
  expect(acceptedLanguages('de;q=0, *;q=0.5, en;q=0.1, x y, fr;q=much')).toEqual(['en']);
  expect(acceptedLanguages(null)).toEqual([]);
});

test('nothing that a browser may say breaks the choice', () => {
  assert(
    property(string(), string(), (header, tag) => {
      const met = chooseLanguage(['en', tag], acceptedLanguages(header));
      expect(met === undefined || met === 'en' || met === tag).toBe(true);
      expect(['ltr', 'rtl']).toContain(direction(tag));
    }),
  );
});

test('the way of writing follows the script', () => {
  expect(['ar', 'he-IL', 'fa', 'ur', 'az-Arab', 'ckb', 'dv', 'yi'].map(direction)).toEqual(
    Array.from({ length: 8 }, () => 'rtl'),
  );
  expect(['en', 'tr', 'az', 'ar-Latn', 'ja', ''].map(direction)).toEqual(
    Array.from({ length: 6 }, () => 'ltr'),
  );
});
