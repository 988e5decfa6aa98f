import { expect, test } from 'vitest';
import type { Rule, ValueType } from './condition.ts';
import { matchCondition } from './match.ts';
import { readyCondition } from './ready-condition.ts';

const size: ValueType = { kind: 'choice', options: ['s', 'm', 'l'], ordered: true };
const types: Readonly<Record<string, ValueType>> = {
  'answer.size': size,
  'answer.tools': { kind: 'choices', options: ['crm', 'fax'] },
  'answer.note': { kind: 'text' },
};
const ready = (rule: Rule) => readyCondition({ combinator: 'and', rules: [rule] }, (path) => types[path]);

test('an order among options becomes the list of those that stand so', () => {
  const rule = (operator: Rule['operator'], value: unknown) =>
    ready({ field: 'answer.size', operator, value });
  expect(rule('>=', 'm')).toEqual({ field: 'answer.size', operator: '=', keys: ['m', 'l'] });
  expect(rule('<', 's')).toEqual({ field: 'answer.size', operator: '=', keys: [] });
  expect(rule('notBetween', ['s', 'm'])).toEqual({
    field: 'answer.size',
    operator: '=',
    keys: ['s', 'm'],
    not: true,
  });
});

test('what a rule asks for is read once: trimmed, in one form, each key once', () => {
  expect(ready({ field: 'answer.note', operator: 'in', value: [' Ja', 'ja ', 1] })).toEqual({
    field: 'answer.note',
    operator: 'alike',
    keys: ['ja', 1],
    text: true,
  });
  expect(ready({ field: 'answer.tools', operator: '!=', value: ['crm', 'crm'] })).toEqual({
    field: 'answer.tools',
    operator: 'same',
    keys: ['crm'],
    not: true,
  });
});

test('a field that nobody knows is read nowhere', () => {
  const group = readyCondition(
    { combinator: 'or', rules: [{ field: 'answer.gone', operator: '!=', value: 'x' }] },
    () => undefined,
  );
  const paths: string[] = [];
  const holds = matchCondition(group, (path) => {
    paths.push(path);
    return () => undefined;
  });
  expect(holds({})).toBe(false);
  expect(paths).toEqual(['']);
});
