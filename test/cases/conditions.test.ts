// What conditions decide and what they refuse, as data: the same truth in Node, in workerd and in a browser.
import { compileCondition, explainCondition, operators, parseCondition } from '@baton/rules';
import type { Facts, Operator, ValueKind, ValueType, Vocabulary } from '@baton/rules';
import { describe, expect, test } from 'vitest';
import operatorCases from './conditions-operators.json' with { type: 'json' };
import refusedCases from './conditions-refused.json' with { type: 'json' };
import groupCases from './conditions.json' with { type: 'json' };

type Table = Readonly<Record<string, unknown>>;

describe('an operator', () => {
  for (const row of tables(operatorCases)) {
    const type = typeFrom(row['type']);
    const operator = operatorFrom(row['operator']);
    const against = 'value' in row ? ` ${JSON.stringify(row['value'])}` : '';
    const rule = { field: 'lead.it', operator, ...('value' in row ? { value: row['value'] } : {}) };
    test(`${nameOf(type)} ${operator}${against}`, () => {
      const decide = decider({ combinator: 'and', rules: [rule] }, () => type);
      for (const it of list(row['holds'])) expect(decide({ lead: { it } }), JSON.stringify(it)).toBe(true);
      for (const it of list(row['fails'])) expect(decide({ lead: { it } }), JSON.stringify(it)).toBe(false);
      expect(decide({ lead: {} }), 'absent').toBe(operator === 'null');
      expect(decide({}), 'all absent').toBe(operator === 'null');
      expect(decide({ lead: { it: undefined } }), 'undefined').toBe(operator === 'null');
      expect(decide({ lead: { it: Number.NaN } }), 'NaN').toBe(operator === 'null');
    });
  }

  test('stands in the table for every kind of value that may use it', () => {
    const found = new Set(tables(operatorCases).map((row) => operatorFrom(row['operator'])));
    expect([...found].sort()).toEqual([...operators].sort());
  });
});

describe('a condition', () => {
  for (const row of tables(groupCases)) {
    test(String(row['name']), () => {
      const facts: Facts = Object.fromEntries(
        Object.entries(table(row['facts'])).map(([namespace, values]) => [namespace, table(values)]),
      );
      expect(decider(row['condition'], vocabularyFrom(row['types']))(facts)).toBe(row['holds']);
    });
  }
});

describe('a refused condition', () => {
  for (const row of tables(refusedCases)) {
    test(String(row['name']), () => {
      const parsed = parseCondition(row['condition'], vocabularyFrom(row['types']), ['at', 0]);
      const issues = parsed.ok ? [] : parsed.issues.map(({ code, path }) => ({ code, path }));
      const expected = tables(row['issues']).map(({ code, path }) => ({
        code,
        path: ['at', 0, ...list(path)],
      }));
      expect(issues).toEqual(expected);
    });
  }
});

/** Parses, compiles and explains; explanation and decision must say the same. */
function decider(input: unknown, vocabulary: Vocabulary): (facts: Facts) => boolean {
  const parsed = parseCondition(input, vocabulary);
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.issues)}`);
  const condition = parsed.value;
  const decide = compileCondition(condition, vocabulary);
  return (facts) => {
    const holds = decide(facts);
    expect(decide(facts), 'decided again').toBe(holds);
    expect(explainCondition(condition, vocabulary, facts).holds, 'explained').toBe(holds);
    return holds;
  };
}

function vocabularyFrom(types: unknown): Vocabulary {
  const known = new Map(Object.entries(table(types)).map(([path, type]) => [path, typeFrom(type)]));
  return (path) => known.get(path);
}

function typeFrom(input: unknown): ValueType {
  const { kind, options, ordered } = table(input);
  return {
    kind: kindFrom(kind),
    ...(options === undefined ? {} : { options: list(options).map(String) }),
    ...(ordered === true ? { ordered } : {}),
  };
}

function kindFrom(name: unknown): ValueKind {
  const kinds: readonly ValueKind[] = ['text', 'number', 'date', 'boolean', 'choice', 'choices'];
  const kind = kinds.find((known) => known === name);
  if (!kind) throw new Error(`no kind: ${String(name)}`);
  return kind;
}

function operatorFrom(name: unknown): Operator {
  const operator = operators.find((known) => known === name);
  if (!operator) throw new Error(`no operator: ${String(name)}`);
  return operator;
}

function nameOf({ kind, options, ordered }: ValueType): string {
  const open = kind.startsWith('choice') && !options ? 'open ' : '';
  return `${ordered ? 'ordered ' : open}${kind}`;
}

function tables(input: unknown): readonly Table[] {
  return list(input).map(table);
}

function list(input: unknown): readonly unknown[] {
  if (!Array.isArray(input)) throw new Error(`no list: ${JSON.stringify(input)}`);
  return input;
}

function table(input: unknown): Table {
  if (typeof input !== 'object' || input === null) throw new Error(`no table: ${JSON.stringify(input)}`);
  return Object.fromEntries(Object.entries(input));
}
