import { expect, test } from 'vitest';
import type { FormDraft } from '../../draft/form-draft.ts';
import type { Judged } from '../form-saver.ts';
import { findingsAt, findingsOf, placeIn } from './findings.ts';
import { placeInWords } from './place-words.ts';

const document: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [
    { id: 's1', title: 'You', fields: [{ id: 'email', kind: 'email', label: 'Work e-mail' }] },
    { id: 's2', fields: [{ id: 'note', kind: 'statement', label: '' }] },
  ],
};

const judged: Judged = {
  revision: 1,
  document,
  base: null,
  scheduled: null,
  issues: [{ code: 'bad_default', path: ['steps', 0, 'fields', 0, 'default'] }],
  warnings: [
    { code: 'empty_step', path: ['steps', 1] },
    { code: 'unknown_key', path: ['steps', 0, 'fields', 0, 'x'] },
    { code: 'translations_missing', path: ['translations', 'de'], params: { count: 2 } },
  ],
};

test('a path leads to the field or step by its id', () => {
  expect(placeIn(['steps', 0, 'fields', 0, 'options', 2, 'id'], document)).toEqual({
    kind: 'field',
    id: 'email',
    inside: ['options', '2', 'id'],
  });
  expect(placeIn(['steps', 1, 'shownWhen', 'rules', 0], document)).toEqual({
    kind: 'step',
    id: 's2',
    inside: ['shownWhen', 'rules', '0'],
  });
});

test('a path to what is not there leads to the form', () => {
  for (const path of [['steps'], ['steps', 9], [], ['theme', 'accent']]) {
    expect(placeIn(path, document).kind).toBe('part');
  }
  expect(placeIn(['steps', 0, 'fields', 0], null).kind).toBe('part');
});

test('errors come first, and the same judgement gives the same list', () => {
  const findings = findingsOf(judged);
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'warning', 'warning']);
  expect(findingsOf(judged)).toBe(findings);
});

test('each part knows what was found of it', () => {
  const findings = findingsOf(judged);
  expect(findingsAt(findings, 'field', 'email')?.map(({ issue }) => issue.code)).toEqual([
    'bad_default',
    'unknown_key',
  ]);
  expect(findingsAt(findings, 'field', 'note')).toBeUndefined();
  expect(findingsAt(findings, 'step', 's2')).toHaveLength(1);
});

test('places are called as the form calls them', () => {
  const said = (path: readonly (string | number)[]) => placeInWords(placeIn(path, document), document);
  expect(said(['steps', 0, 'fields', 0, 'default'])).toBe('Work e-mail · First value');
  expect(said(['steps', 1, 'fields', 0])).toBe('Text to read');
  expect(said(['steps', 1])).toBe('Step 2');
  expect(said(['steps', 0, 'shownWhen'])).toBe('You · Shown when');
  expect(said(['translations', 'de', 'fields'])).toBe('Translations · German');
  expect(said(['outcomes', 1, 'when'])).toBe('Outcomes · 2');
  expect(said(['steps'])).toBe('The form');
});

test('what is gone meanwhile has no place any more', () => {
  const gone: FormDraft = { ...document, steps: [] };
  expect(placeInWords({ kind: 'field', id: 'email', inside: [] }, gone)).toBeNull();
  expect(placeInWords({ kind: 'step', id: 's1', inside: [] }, gone)).toBeNull();
});
