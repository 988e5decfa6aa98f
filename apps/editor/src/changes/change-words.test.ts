import { expect, test } from 'vitest';
import { auditActions } from '../../../worker/src/desk/audit-actions.ts';
import { authorInWords, changeInWords } from './change-words.ts';

const actions = Object.values(auditActions).flat();

test('everything that is recorded is said, even where it tells nothing more', () => {
  for (const action of actions) {
    const said = changeInWords({ action, subject: 'x', before: null, after: null });
    expect(said, action).toMatch(/^[a-z](?!.* {2}).*\w$/);
    expect(said, action).not.toMatch(/undefined|null|\[object/);
  }
});

test('what a change tells is in its words', () => {
  const say = (action: string, subject: string, after: unknown, before: unknown = null): string =>
    changeInWords({ action, subject, before, after });
  expect(say('form.published', 'demo', { version: 4 })).toBe('published the form demo as version 4');
  expect(say('agreement.signed', '3', { party: 'sales' })).toBe(
    'signed version 3 of the agreement for sales',
  );
  expect(say('person.joined', 'bob@x.example', { role: 'sales' })).toBe('joined as sales');
  expect(say('lead.unmerged', 'lead_1', null, { lead: 'a@x.example' })).toBe(
    'took two leads apart again: a@x.example',
  );
  expect(say('workspace.changed', 'name', 'Rampline')).toBe('named the workspace Rampline');
  expect(say('leads.exported', 'leads', { format: 'csv' })).toBe('exported all leads as CSV');
});

test('what an earlier Baton recorded under other words still stands there', () => {
  expect(changeInWords({ action: 'thing.done', subject: 'x', before: null, after: null })).toBe(
    'thing.done x',
  );
});

test('authors are named as people know them', () => {
  const names = new Map([['ada@x.example', 'Ada']]);
  expect(authorInWords('person:ada@x.example', names)).toBe('Ada');
  expect(authorInWords('person:bob@x.example', names)).toBe('bob@x.example');
  expect(authorInWords('key:key_1', names)).toBe('The key key_1');
  expect(authorInWords('owner', names)).toBe('The owner key');
  expect(authorInWords('baton', names)).toBe('Baton');
});
