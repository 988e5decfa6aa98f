import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormDraft } from './form-draft.ts';
import { readSheet, writeSheet } from './translation-sheet.ts';
import { linesOf, setSaying, wordsIn } from './translations.ts';

const draft: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Request a demo',
  steps: [
    {
      id: 's1',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', label: 'Work e-mail' },
        { id: 'note', kind: 'textarea', label: 'Anything else?' },
      ],
    },
  ],
};
const lines = linesOf(draft, new Map());
const languages = { own: 'en', other: 'de' };

test('a table that was only opened and saved changes nothing', () => {
  const german = setSaying(draft, 'de', ['name'], 'Vorführung\nanfragen');
  const words = wordsIn(german, 'de');
  const text = writeSheet(lines, words, languages).replaceAll('\n', '\r\n').replaceAll('\r\r', '\r');
  expect(readSheet(text, lines, words, 'de')).toEqual({
    kind: 'read',
    changes: [],
    unknown: [],
    twice: [],
    empty: 3,
    same: 1,
  });
});

test('whatever a translator writes arrives as it was written', () => {
  const texts = fc.array(
    fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\r')),
    { minLength: lines.length, maxLength: lines.length },
  );
  fc.assert(
    fc.property(texts, (said) => {
      const filled = lines.reduce(
        (form, { path }, index) => setSaying(form, 'de', path, said[index] ?? ''),
        draft,
      );
      const table = writeSheet(lines, wordsIn(filled, 'de'), languages);
      const read = readSheet(table, lines, {}, 'de');
      if (read.kind === 'refused') throw new Error(read.why.code);
      expect(read.changes.map(({ after }) => after)).toEqual(said);
      expect(read.changes.every(({ isStale, before }) => !isStale && before === '')).toBe(true);
    }),
  );
});

test('rows of another form and rows that come twice are told by their lines', () => {
  const table = [
    'key,where,what,original:en,translation:de',
    'name,The form,Name,Request a demo,Vorführung',
    '"gone","Two\nlines",Question,Old,Alt',
    'name,The form,Name,Request a demo,Anders',
    'fields/email/label,About you,Question,E-mail,E-Mail',
    ',,,,',
  ].join('\r\n');
  const read = readSheet(table, lines, {}, 'de');
  if (read.kind === 'refused') throw new Error(read.why.code);
  expect(read.unknown).toEqual([{ line: 3, key: 'gone' }]);
  expect(read.twice).toEqual([{ line: 5, key: 'name' }]);
  expect(read.changes.map(({ key, after, isStale }) => [key, after, isStale])).toEqual([
    ['name', 'Vorführung', false],
    ['fields/email/label', 'E-Mail', true],
  ]);
});

test('what is no such table, of another language or cut off, is refused', () => {
  const why = (text: string) => {
    const read = readSheet(text, lines, {}, 'de');
    return read.kind === 'refused' ? read.why : null;
  };
  expect(why('')).toEqual({ code: 'not_a_sheet' });
  expect(why('name,price\nx,1')).toEqual({ code: 'not_a_sheet' });
  expect(why(writeSheet(lines, {}, { own: 'en', other: 'fr' }))).toEqual({
    code: 'other_language',
    language: 'fr',
  });
  expect(why('key,translation:de\nname,"Vor')).toEqual({ code: 'open_quote', line: 2 });
});
