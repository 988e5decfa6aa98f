import { expect, test } from 'vitest';
import type { Attribute, Catalogue } from './attribute.ts';
import type { ValueType } from './condition.ts';
import { visitTypes, vocabularyOf } from './vocabulary.ts';

const size: Attribute = {
  id: 'company_size',
  label: 'Company size',
  type: 'choice',
  about: 'company',
  ordered: true,
  options: [{ id: '1-10', label: '1–10' }],
};
const catalogue: Catalogue = new Map([[size.id, size]]);

test('a part that was not asked for is unknown', () => {
  const nothing = vocabularyOf({});
  for (const path of [
    'answer.email',
    'lead.company_size',
    'behaviour.pricing',
    'score.total',
    'visit.device',
  ]) {
    expect(nothing(path), path).toBeUndefined();
  }
});

test('answers are known by their fields, those declared later included', () => {
  const answers = new Map<string, ValueType>([['email', { kind: 'text' }]]);
  const types = vocabularyOf({ answer: answers });
  expect(types('answer.email')).toEqual({ kind: 'text' });
  expect(types('answer.team')).toBeUndefined();
  answers.set('team', { kind: 'number' });
  expect(types('answer.team')).toEqual({ kind: 'number' });
  expect(types('email')).toBeUndefined();
  expect(types('lead.email')).toBeUndefined();
});

test('of a lead the catalogue and the derived attributes are known', () => {
  const types = vocabularyOf({ lead: catalogue });
  expect(types('lead.company_size')).toEqual({ kind: 'choice', options: ['1-10'], ordered: true });
  expect(types('lead.company_domain')).toEqual({ kind: 'text' });
  expect(types('lead.email_kind')?.options).toEqual(['business', 'free', 'disposable', 'role']);
  expect(types('lead.seniority')?.ordered).toBe(true);
  expect(types('lead.unknown')).toBeUndefined();
  expect(types('lead.')).toBeUndefined();
});

test('a catalogue cannot redefine what is derived', () => {
  const own: Attribute = { id: 'seniority', label: 'Seniority', type: 'text', about: 'person' };
  expect(vocabularyOf({ lead: new Map([[own.id, own]]) })('lead.seniority')?.kind).toBe('choice');
});

test('behaviours and scores are numbers', () => {
  const types = vocabularyOf({ behaviour: ['pricing'], score: true });
  for (const path of ['behaviour.pricing', 'score.fit', 'score.engagement', 'score.intent', 'score.total']) {
    expect(types(path), path).toEqual({ kind: 'number' });
  }
  expect(types('behaviour.blog')).toBeUndefined();
  expect(types('score.points')).toBeUndefined();
});

test('the browser knows every fact of the visit but the country', () => {
  const everywhere = vocabularyOf({ visit: 'all' });
  const browser = vocabularyOf({ visit: 'browser' });
  for (const [id, type] of Object.entries(visitTypes)) {
    expect(everywhere(`visit.${id}`), id).toEqual(type);
    expect(browser(`visit.${id}`), id).toEqual(id === 'country' ? undefined : type);
  }
  expect(everywhere('visit.returning')).toEqual({ kind: 'boolean' });
});

test('what every object carries is no path', () => {
  const types = vocabularyOf({
    answer: new Map(),
    lead: catalogue,
    behaviour: [],
    score: true,
    visit: 'all',
  });
  for (const namespace of ['answer', 'lead', 'behaviour', 'score', 'visit']) {
    for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(types(`${namespace}.${id}`), `${namespace}.${id}`).toBeUndefined();
    }
  }
});
