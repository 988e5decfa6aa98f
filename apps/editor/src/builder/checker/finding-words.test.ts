import { answerIssueCodes } from '@baton/form';
import { findingCodes } from '@baton/form/checker';
import { formIssueCodes, formWarningCodes } from '@baton/form/document';
import { expect, test } from 'vitest';
import { findingInWords, isKnownCode } from './finding-words.ts';

const codes = [...formIssueCodes, ...formWarningCodes, ...findingCodes];

test('every code that a form can be told of has words', () => {
  expect(codes.filter((code) => !isKnownCode(code))).toEqual([]);
});

test('every sentence is whole, with what fills it and without', () => {
  for (const code of codes) {
    for (const params of [undefined, { count: 1, min: 2, max: 3, field: 'answer.size', other: 'Role' }]) {
      const said = findingInWords({ code, path: ['steps'], params });
      expect(said, code).toMatch(/^[“A-Z\d].*\.$/);
      expect(said, code).not.toMatch(/undefined|null|\[object/);
    }
  }
});

test('a first value that cannot be says why, whatever the field would answer', () => {
  for (const code of answerIssueCodes) {
    expect(findingInWords({ code: 'bad_default', path: [], params: { code } }), code).toMatch(
      /answer: .+\.$/,
    );
  }
});

test('what nobody knows yet is told by its code and its place', () => {
  expect(findingInWords({ code: 'brand_new', path: ['steps', 0, 'title'] })).toBe(
    'Baton says “brand_new” at steps.0.title.',
  );
  expect(findingInWords({ code: 'constructor', path: [] })).toBe('Baton says “constructor”.');
});

test('numbers agree with what they count', () => {
  const said = (count: number) =>
    findingInWords({ code: 'translations_missing', path: [], params: { count } });
  expect([said(1), said(2)]).toEqual(['1 text is not translated yet.', '2 texts are not translated yet.']);
});
