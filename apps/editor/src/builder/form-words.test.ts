import { textLanguages, textsFor } from '@baton/page/render';
import { expect, test } from 'vitest';
import { knownWords, loadWords, wordLanguages } from './form-words.ts';

test('every language that a form can speak is one that the canvas can', async () => {
  expect(wordLanguages).toEqual(textLanguages);
  for (const language of textLanguages) {
    expect(await loadWords(language)).toEqual({ language, spoken: language, texts: textsFor(language) });
  }
});

test('English is there at once, also for a language without words of its own', () => {
  for (const language of ['en', 'en-GB', 'cy', 'no language']) {
    expect(knownWords(language)).toEqual({ language, spoken: 'en', texts: textsFor('en') });
    expect(knownWords(language)).toBe(knownWords(language));
  }
});

test('a language is there once it was loaded, in the form’s own tag', async () => {
  expect(knownWords('de-CH')).toBeUndefined();
  const words = await loadWords('de-CH');
  expect(words).toMatchObject({ language: 'de-CH', spoken: 'de' });
  expect(knownWords('de-CH')).toBe(words);
});
