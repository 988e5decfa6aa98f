import { expect, test } from 'vitest';
import type { Group, ValueType } from './condition.ts';
import { conditionFields } from './condition-fields.ts';
import { explainCondition } from './explain-condition.ts';
import type { Explanation } from './explain-condition.ts';

const types: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['lead.title', { kind: 'text' }],
  ['lead.team', { kind: 'number' }],
  ['visit.returning', { kind: 'boolean' }],
]);
const vocabulary = (path: string): ValueType | undefined => types.get(path);

const manager = { field: 'lead.title', operator: '=', value: 'manager' } as const;
const big = { field: 'lead.team', operator: '>=', value: 50 } as const;
const back = { field: 'visit.returning', operator: '=', value: true } as const;

/** The fields of the rules that decided, in order. */
function deciding(part: Explanation): readonly string[] {
  if ('parts' in part) return part.parts.flatMap(deciding);
  return part.decided ? [part.field] : [];
}

function decidedBy(condition: Group, lead: Readonly<Record<string, unknown>>): readonly string[] {
  return deciding(explainCondition(condition, vocabulary, { lead, visit: { returning: true } }));
}

test('no condition is explained as an and of nothing', () => {
  expect(explainCondition(null, vocabulary, {})).toEqual({
    holds: true,
    decided: true,
    combinator: 'and',
    not: false,
    parts: [],
  });
});

test('each rule tells what it compared, what it read, and whether there was anything', () => {
  const condition: Group = {
    combinator: 'or',
    rules: [manager, big, { field: 'lead.title', operator: 'null' }],
  };
  expect(explainCondition(condition, vocabulary, { lead: { title: ' Manager', team: null } })).toEqual({
    holds: true,
    decided: true,
    combinator: 'or',
    not: false,
    parts: [
      { ...manager, holds: true, decided: true, read: ' Manager', missing: false },
      { ...big, holds: false, decided: false, read: null, missing: true },
      {
        field: 'lead.title',
        operator: 'null',
        holds: false,
        decided: false,
        read: ' Manager',
        missing: false,
      },
    ],
  });
});

test('what was not read is not told', () => {
  const explained = explainCondition({ combinator: 'and', rules: [manager] }, vocabulary, {});
  expect(explained.parts).toEqual([{ ...manager, holds: false, decided: true, missing: true }]);
});

test('a field nobody knows is missing, whatever the facts hold', () => {
  const rule = { field: 'lead.gone', operator: '=', value: 1 } as const;
  const explained = explainCondition({ combinator: 'and', rules: [rule] }, vocabulary, { lead: { gone: 1 } });
  expect(explained.parts).toEqual([{ ...rule, holds: false, decided: true, missing: true }]);
});

test('of an and that fails, those that fail decided', () => {
  const condition: Group = { combinator: 'and', rules: [manager, big, back] };
  expect(decidedBy(condition, { title: 'manager', team: 5 })).toEqual(['lead.team']);
  expect(decidedBy(condition, { title: 'intern', team: 5 })).toEqual(['lead.title', 'lead.team']);
  expect(decidedBy(condition, { title: 'manager', team: 50 })).toEqual([
    'lead.title',
    'lead.team',
    'visit.returning',
  ]);
});

test('of an or that holds, those that hold decided', () => {
  const condition: Group = { combinator: 'or', rules: [manager, big] };
  expect(decidedBy(condition, { title: 'manager', team: 5 })).toEqual(['lead.title']);
  expect(decidedBy(condition, { title: 'intern', team: 5 })).toEqual(['lead.title', 'lead.team']);
});

test('not turns the result and leaves who decided it', () => {
  const condition: Group = { combinator: 'and', not: true, rules: [manager, big] };
  const explained = explainCondition(condition, vocabulary, { lead: { title: 'manager', team: 5 } });
  expect(explained).toMatchObject({ holds: true, not: true, decided: true });
  expect(deciding(explained)).toEqual(['lead.team']);
});

test('under a group that did not decide, nothing did', () => {
  const condition: Group = {
    combinator: 'and',
    rules: [{ combinator: 'or', rules: [manager, { combinator: 'and', rules: [back] }] }, big],
  };
  expect(decidedBy(condition, { title: 'manager', team: 5 })).toEqual(['lead.team']);
});

test('the fields of a condition come once each, in the order they stand', () => {
  const condition: Group = {
    combinator: 'and',
    rules: [big, { combinator: 'or', rules: [manager, big, { combinator: 'and', rules: [back] }] }],
  };
  expect(conditionFields(condition)).toEqual(['lead.team', 'lead.title', 'visit.returning']);
  expect(conditionFields(null)).toEqual([]);
});
