import { expect, test } from 'vitest';
import { clashInWords, sideInWords } from './clash-words.ts';
import { templateAgreement } from './template.ts';
import { namesOf } from './terms-context.ts';

const around = { catalogue: new Map(), people: new Map(), teams: new Map() };
const draft = templateAgreement({
  ...around,
  attributes: around.catalogue,
  fallback: 'vp@x.example',
  timeZone: 'UTC',
});
const names = namesOf(around);

test('what both changed is told by its section, and each side by the clause as it would read', () => {
  const clash = { path: ['tiers', 'mql', 'from'], mine: 60, theirs: 70 };
  expect(clashInWords(draft, clash, names)).toBe('Tiers and follow-up times');
  expect(sideInWords(draft, clash, 60, names)).toMatch(/^mql: 60 points or more/);
  expect(sideInWords(draft, clash, 70, names)).toMatch(/^mql: 70 points or more/);
});

test('a condition is told as a sentence, and what was taken away as that', () => {
  const when = { combinator: 'and', rules: [{ field: 'lead.seniority', operator: '=', value: 'vp' }] };
  const score = draft['score'];
  const [rule] = Object(score).fit.rules;
  const clash = { path: ['score', 'fit', 'rules', String(rule.id), 'when'], mine: when, theirs: undefined };
  expect(sideInWords(draft, clash, when, names)).toContain('when Seniority is Vice president');
  expect(sideInWords(draft, clash, undefined, names)).toBe('Taken away');
});

test('what no clause says is told as it stands', () => {
  const clash = { path: ['title'], mine: 'A', theirs: 'B' };
  expect(sideInWords(draft, clash, 'B', names)).toBe('B');
  expect(sideInWords(draft, { ...clash, path: ['odd'] }, { a: 1 }, names)).toBe('{"a":1}');
});
