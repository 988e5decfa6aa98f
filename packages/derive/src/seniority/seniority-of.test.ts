import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from './languages.ts';
import { seniorities } from './levels.ts';
import type { TitleWords } from './levels.ts';
import { createPhraseBook } from './phrase-book.ts';
import { seniorityOf } from './seniority-of.ts';

const levels = Object.fromEntries(
  ['Intern', 'Junior clerk', 'Senior clerk', 'Manager', 'Director', 'VP', 'CEO', 'Clerk'].map((title) => [
    title,
    seniorityOf(title),
  ]),
);
const rank = (level: string | null | undefined) => seniorities.findIndex((one) => one === level);
const title = fc.constantFrom(...Object.keys(levels));

describe('a title', () => {
  test('of any characters gives a level or none, and always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const level = seniorityOf(text);
        expect([...seniorities, null]).toContain(level);
        expect(seniorityOf(text)).toBe(level);
      }),
    );
  });

  test('means the same in any case, and with blanks or full stops around it', () => {
    fc.assert(
      fc.property(title, fc.constantFrom('', ' ', '  ', '.', ' - ', '\u00a0'), (one, around) => {
        expect(seniorityOf(`${around}${one.toUpperCase()}${around}`)).toBe(levels[one]);
      }),
    );
  });

  test('is read up to its 200th character', () => {
    expect(seniorityOf(`${'x'.repeat(196)} CEO`)).toBe('c_level');
    expect(seniorityOf(`${'x'.repeat(199)} CEO`)).toBeNull();
  });

  test('that names what objects carry anyway tells nothing', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(seniorityOf(name)).toBeNull();
    }
  });

  test('in two parts has the more senior of them from director up, else intern, then junior', () => {
    fc.assert(
      fc.property(
        title,
        title,
        fc.constantFrom(', ', ' / ', ' | ', ' & ', ' and '),
        (one, other, between) => {
          const [low = -1, high = -1] = [rank(levels[one]), rank(levels[other])].sort((a, b) => a - b);
          const lowers = low === rank('intern') || low === rank('junior');
          const expected = high < rank('director') && lowers ? low : high;
          expect(seniorityOf(`${one}${between}${other}`)).toBe(seniorities[expected] ?? null);
        },
      ),
    );
  });

  test('of somebody who assists tells none of whom they assist', () => {
    fc.assert(
      fc.property(fc.constantFrom('Manager', 'Director', 'VP', 'CEO', 'President & CEO'), (whom) => {
        expect(seniorityOf(`Assistant to the ${whom}`)).toBeNull();
        expect(seniorityOf(`Executive assistant, ${whom}`)).toBeNull();
      }),
    );
  });
});

describe('the tables', () => {
  test('agree on what is a level and what is not', () => {
    expect(() => createPhraseBook(languages)).not.toThrow();
    const one: TitleWords = { levels: { vp: 'boss' } };
    expect(() => createPhraseBook([one, { levels: {}, aides: 'boss' }])).toThrow('boss');
  });

  test('that disagree on the level of a phrase give the lower one, in either order', () => {
    const high: TitleWords = { levels: { vp: 'boss' } };
    const low: TitleWords = { levels: { manager: 'boss' } };
    expect(createPhraseBook([high, low]).meanings.get('boss')).toBe('manager');
    expect(createPhraseBook([low, high]).meanings.get('boss')).toBe('manager');
  });

  test('hold no phrase twice in one language', () => {
    for (const { levels: table } of languages) {
      const phrases = Object.values(table).flatMap((list) => list.split(',').map((phrase) => phrase.trim()));
      expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
    }
  });

  test('give each of their phrases that level or, where another language says so, a lower one', () => {
    for (const { levels: table } of languages) {
      for (const [level, list] of Object.entries(table)) {
        for (const phrase of list.split(',').map((one) => one.trim())) {
          if (phrase.includes('*')) continue;
          const said = seniorityOf(phrase.startsWith('=') ? phrase.slice(1) : `Qx ${phrase} qx`);
          expect(said, phrase).not.toBeNull();
          expect(rank(said), phrase).toBeLessThanOrEqual(rank(level));
        }
      }
    }
  });
});
