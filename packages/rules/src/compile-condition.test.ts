import { expect, test } from 'vitest';
import { compileCondition } from './compile-condition.ts';
import type { Operator, Rule, ValueType } from './condition.ts';
import { operators } from './condition.ts';

const one = (rule: Rule, type: ValueType | undefined): ReturnType<typeof compileCondition> =>
  compileCondition({ combinator: 'and', rules: [rule] }, () => type);

test('a field that is no longer known reads as missing', () => {
  const held = operators.filter((operator) =>
    one({ field: 'lead.gone', operator, value: 'x' }, undefined)({ lead: { gone: 'x' } }),
  );
  expect(held).toEqual(['null']);
});

test('an option that was taken away matches nothing, and stands in no order', () => {
  const type: ValueType = { kind: 'choice', options: ['s', 'l'], ordered: true };
  const decide = (operator: Operator, value: unknown): boolean =>
    one({ field: 'lead.size', operator, value }, type)({ lead: { size: 'l' } });
  expect(decide('=', 'm')).toBe(false);
  expect(decide('!=', 'm')).toBe(true);
  expect(decide('>', 'm')).toBe(false);
  expect(decide('<', 'm')).toBe(false);
  expect(decide('between', ['s', 'm'])).toBe(false);
  expect(decide('in', ['m', 'l'])).toBe(true);
  expect(decide('in', ['m'])).toBe(false);
});

test('a set with an option that was taken away is never the same set', () => {
  const type: ValueType = { kind: 'choices', options: ['crm', 'mail'] };
  const decide = (operator: Operator): boolean =>
    one({ field: 'lead.tools', operator, value: ['crm', 'fax'] }, type)({ lead: { tools: ['crm', 'fax'] } });
  expect(decide('=')).toBe(false);
  expect(decide('!=')).toBe(true);
  expect(decide('in')).toBe(true);
});

test('no id finds what every object carries', () => {
  for (const id of Object.getOwnPropertyNames(Object.prototype)) {
    const missing = one({ field: `lead.${id}`, operator: 'null' }, { kind: 'text' });
    expect(missing({ lead: {} }), id).toBe(true);
    expect(missing({}), id).toBe(true);
  }
});

test('facts without a prototype are read as any others', () => {
  const lead: Record<string, unknown> = Object.create(null);
  lead['title'] = 'CEO';
  expect(one({ field: 'lead.title', operator: '=', value: 'ceo' }, { kind: 'text' })({ lead })).toBe(true);
});

test('an id may hold dots: the namespace ends at the first', () => {
  expect(one({ field: 'lead.a.b', operator: 'notNull' }, { kind: 'text' })({ lead: { 'a.b': 'x' } })).toBe(
    true,
  );
});

test('one type may be asked for once only: the condition keeps what it needs', () => {
  let asked = 0;
  const decide = compileCondition(
    { combinator: 'and', rules: [{ field: 'lead.a', operator: '=', value: 1 }] },
    () => {
      asked += 1;
      return { kind: 'number' };
    },
  );
  expect([1, 2, 1].map((a) => decide({ lead: { a } }))).toEqual([true, false, true]);
  expect(asked).toBe(1);
});
