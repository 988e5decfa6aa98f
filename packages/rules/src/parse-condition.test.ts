import { expect, test } from 'vitest';
import type { ValueType } from './condition.ts';
import { operators } from './condition.ts';
import { isDay, operatorsFor } from './check-rule.ts';
import { conditionIssueCodes, maxDepth, maxParts, parseCondition } from './parse-condition.ts';

const types: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['answer.role', { kind: 'text' }],
  ['lead.team_size', { kind: 'number' }],
]);
const vocabulary = (path: string): ValueType | undefined => types.get(path);
const role = { field: 'answer.role', operator: '=', value: 'manager' };

function issuesOf(input: unknown): readonly { code: string; path: readonly (string | number)[] }[] {
  const parsed = parseCondition(input, vocabulary, ['forms', 0]);
  return parsed.ok ? [] : parsed.issues;
}

test('nothing is no condition', () => {
  expect(parseCondition(null, vocabulary)).toEqual({ ok: true, value: null });
  expect(parseCondition(undefined, vocabulary)).toEqual({ ok: true, value: null });
});

test('only what decides is kept', () => {
  const input = {
    id: 'root',
    combinator: 'and',
    not: false,
    disabled: true,
    rules: [
      { ...role, id: 'r1', valueSource: 'value', path: [0] },
      {
        id: 'g1',
        combinator: 'or',
        not: true,
        rules: [{ field: 'lead.team_size', operator: 'null', value: '' }],
      },
    ],
  };
  expect(parseCondition(input, vocabulary)).toEqual({
    ok: true,
    value: {
      combinator: 'and',
      rules: [role, { combinator: 'or', not: true, rules: [{ field: 'lead.team_size', operator: 'null' }] }],
    },
  });
});

test('what was parsed does not change with its input', () => {
  const value = [1, 2];
  const input = { combinator: 'and', rules: [{ field: 'lead.team_size', operator: 'in', value }] };
  const parsed = parseCondition(input, vocabulary);
  value.push(3);
  input.rules.length = 0;
  expect(parsed).toEqual({
    ok: true,
    value: { combinator: 'and', rules: [{ field: 'lead.team_size', operator: 'in', value: [1, 2] }] },
  });
});

test('an issue stands at the place of the condition in its document', () => {
  expect(issuesOf({ combinator: 'and', rules: [role, { ...role, value: ' ' }] })).toEqual([
    { code: 'value_missing', path: ['forms', 0, 'rules', 1, 'value'] },
  ]);
});

test('an issue names what it found', () => {
  expect(
    issuesOf({ combinator: 'nor', rules: [{ field: 'lead.nothing', operator: 'like', value: 1 }] }),
  ).toEqual([
    { code: 'unknown_combinator', path: ['forms', 0, 'combinator'], params: { combinator: 'nor' } },
    { code: 'unknown_field', path: ['forms', 0, 'rules', 0, 'field'], params: { field: 'lead.nothing' } },
    { code: 'unknown_operator', path: ['forms', 0, 'rules', 0, 'operator'], params: { operator: 'like' } },
  ]);
});

test('a name that was found is not repeated at any length', () => {
  const [issue] = issuesOf({ combinator: 'x'.repeat(10_000), rules: [] });
  expect(JSON.stringify(issue).length).toBeLessThan(400);
});

test('groups may stand sixteen deep and no deeper', () => {
  const nested = (depth: number): unknown => ({
    combinator: 'and',
    rules: depth === 1 ? [role] : [nested(depth - 1)],
  });
  expect(issuesOf(nested(maxDepth))).toEqual([]);
  expect(issuesOf(nested(maxDepth + 1)).map(({ code }) => code)).toEqual(['too_deep']);
  expect(issuesOf(nested(5000)).map(({ code }) => code)).toEqual(['too_deep']);
});

test('a thousand rules and groups are read, and no more', () => {
  const many = (count: number): unknown => ({
    combinator: 'or',
    rules: Array.from({ length: count }, () => role),
  });
  expect(issuesOf(many(maxParts))).toEqual([]);
  expect(issuesOf(many(maxParts + 1))).toEqual([
    { code: 'too_many_rules', path: ['forms', 0], params: { max: maxParts } },
  ]);
  const wide = { combinator: 'and', rules: Array.from({ length: 40 }, () => many(40)) };
  expect(issuesOf(wide).map(({ code }) => code)).toEqual(['too_many_rules']);
});

test('reading ends at the limit, however much is wrong after it', () => {
  const wrong = { combinator: 'or', rules: Array.from({ length: 5000 }, () => 1) };
  expect(issuesOf(wrong).length).toBe(maxParts + 1);
});

test('leap days are days in the years that have them', () => {
  const found = ['2024-02-29', '2000-02-29', '1900-02-29', '2023-02-29', '2024-02-30'].filter(isDay);
  expect(found).toEqual(['2024-02-29', '2000-02-29']);
});

test('every code that is reported is in the list of codes', () => {
  const codes = new Set<string>(conditionIssueCodes);
  const inputs = [
    1,
    { rules: ['and'] },
    { combinator: 'and', not: 1, rules: {} },
    { combinator: 'and', muted: true, rules: [1, { ...role, operator: 'between', value: [] }] },
  ];
  for (const { code } of inputs.flatMap(issuesOf)) expect(codes.has(code), code).toBe(true);
});

test('a key that would pollute is no condition and no rule', () => {
  const input: unknown = JSON.parse(
    '{"combinator":"and","rules":[{"__proto__":{"field":"answer.role","operator":"null"}}]}',
  );
  expect(issuesOf(input).map(({ code }) => code)).toEqual(['unknown_field', 'unknown_operator']);
});

test('an editor is offered the operators that a kind of value may use', () => {
  expect(operatorsFor({ kind: 'text' })).toEqual(operators);
  expect(operatorsFor({ kind: 'number' })).toEqual(operators);
  expect(operatorsFor({ kind: 'date' })).toEqual(operators);
  expect(operatorsFor({ kind: 'boolean' })).toEqual(['=', '!=', 'in', 'notIn', 'null', 'notNull']);
  expect(operatorsFor({ kind: 'choices' })).toEqual([
    '=',
    '!=',
    'contains',
    'doesNotContain',
    'in',
    'notIn',
    'null',
    'notNull',
  ]);
  expect(operatorsFor({ kind: 'choice', options: ['a'], ordered: true })).toEqual(operators);
  expect(operatorsFor({ kind: 'choice', options: ['a'] })).not.toContain('<');
  expect(operatorsFor({ kind: 'choice', options: ['a'] })).toContain('beginsWith');
});
