import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { likelihoodRatio, unlikely } from './likelihood-ratio.ts';
import { readWords, withoutContacts } from './read-words.ts';
import { stopWordsOf } from './stop-words.ts';
import { createTexts } from './texts-maker.ts';
import type { GivenText } from './texts.ts';

describe('the words of a text', () => {
  test('are in small letters, sentence by sentence, without numbers', () => {
    expect(readWords('Do you have Single Sign-On? We are 200 people.\nGrüße')).toEqual([
      ['do', 'you', 'have', 'single', 'sign-on'],
      ['we', 'are', 'people'],
      ['grüße'],
    ]);
  });

  test.each([
    'Write to ada.l+x@engines.example, please',
    'ada@müller.example',
    'Call +49 (0)30 1234-567 or 030/1234567',
    'on 555 123 4567',
    'See https://x.example/me?mail=ada@engines.example now',
    'www.engines.example/ada',
  ])('%s: nothing in it leads to a person', (text) => {
    const plain = withoutContacts(text);
    expect(plain).not.toMatch(/@|\d{3}|engines|https?:/);
    expect(readWords(text).flat().join(' ')).not.toMatch(/engines|ada|\d{3}/);
  });

  test('are found where no spaces are', () => {
    expect(readWords('请问有没有私有化部署？').flat()).toContain('部署');
  });
});

function termsOf(texts: readonly string[], stopWords = stopWordsOf(['en'])): Map<string, number> {
  const maker = createTexts(stopWords);
  for (const [index, text] of texts.entries()) {
    const given: GivenText = { kind: 'answer', row: index, field: 'message', at: index, text };
    maker.add(index, [given, given]);
  }
  const { words, terms } = maker.done();
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(words[term] ?? '', (counts.get(words[term] ?? '') ?? 0) + 0.5);
  return counts;
}

describe('terms', () => {
  test('are one to three words of at least three people, which neither begin nor end with one that says nothing', () => {
    const terms = termsOf([
      'Does it have single sign on?',
      'We need Single sign on.',
      'What about single sign on and the cost of ownership?',
      'The cost of ownership matters',
      'Cost of ownership?',
      'A secret of two',
      'A secret of mine',
    ]);
    expect(Object.fromEntries(terms)).toEqual({
      single: 3,
      sign: 3,
      'single sign': 3,
      cost: 3,
      ownership: 3,
      'cost of ownership': 3,
    });
  });

  test('are of people, not of texts', () => {
    const maker = createTexts(new Set());
    const given: GivenText = { kind: 'note', row: 1, field: null, at: 1, text: 'pricing' };
    maker.add(1, [given, given, given]);
    maker.add(2, [given]);
    expect(maker.done().words).toEqual([]);
  });

  test('in many pieces are the same as in one', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta', 'of', 'the'];
    const texts = Array.from({ length: 2_500 }, (_, index) =>
      [1, 7, 13, 29].map((step) => words[(index * step) % words.length]).join(' '),
    );
    // Counted out: every run of a text once, for everybody who wrote it.
    const slow = new Map<string, Set<number>>();
    for (const [index, text] of texts.entries()) {
      const own = text.split(' ');
      for (let from = 0; from < own.length; from += 1)
        for (let to = from + 1; to <= Math.min(own.length, from + 3); to += 1) {
          if (['of', 'the'].includes(own[from] ?? '') || ['of', 'the'].includes(own[to - 1] ?? '')) continue;
          const term = own.slice(from, to).join(' ');
          slow.set(term, (slow.get(term) ?? new Set()).add(index));
        }
    }
    const expected = [...slow]
      .filter(([, people]) => people.size >= 3)
      .map(([term, people]) => [term, people.size]);
    expect(Object.fromEntries(termsOf(texts))).toEqual(Object.fromEntries(expected));
  });
});

test('the likelihood ratio is Dunning’s, signed, and nothing of the same shares', () => {
  // 10 of 100 against 2 of 200: 2 · Σ O ln(O/E), with E = 4, 96, 8, 192.
  const byHand =
    2 * (10 * Math.log(10 / 4) + 90 * Math.log(90 / 96) + 2 * Math.log(2 / 8) + 198 * Math.log(198 / 192));
  expect(likelihoodRatio(10, 100, 2, 200)).toBeCloseTo(byHand, 9);
  expect(likelihoodRatio(2, 200, 10, 100)).toBeCloseTo(-byHand, 9);
  expect(likelihoodRatio(10, 100, 20, 200)).toBeCloseTo(0, 9);
  expect(likelihoodRatio(3, 10, 0, 0)).toBe(0);
  expect(byHand).toBeGreaterThan(unlikely - 1);
});

test('an excerpt is around the term, and leads to nobody', () => {
  const text = `${'Before that we had much to say. '.repeat(9)}Is there  SSO for ada@engines.example? ${'And after. '.repeat(20)}`;
  const excerpt = excerptOf(text, 'sso');
  expect(excerpt).toContain('Is there SSO for …?');
  expect(excerpt).toMatch(/^… .* …$/);
  expect(excerpt.length).toBeLessThan(220);
  expect(excerptOf('SSO?', 'sso')).toBe('SSO?');
});

test('every language of forms has its words', () => {
  for (const language of [
    'en',
    'de-AT',
    'fr',
    'es',
    'it',
    'nl',
    'pt-BR',
    'pl',
    'sv',
    'tr',
    'ar',
    'he',
    'ja',
    'zh',
  ])
    expect(stopWordsOf([language]).size, language).toBeGreaterThan(40);
  expect(stopWordsOf(['xx']).size).toBe(0);
});
