// What must be true of every condition and any facts, whatever they are.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCondition } from './compile-condition.ts';
import { operatorsFor } from './check-rule.ts';
import type { Condition, Facts, Group, Operator, Rule, ValueKind, ValueType } from './condition.ts';
import { isGroup } from './condition.ts';
import { conditionFields } from './condition-fields.ts';
import { explainCondition } from './explain-condition.ts';
import type { Explanation } from './explain-condition.ts';
import { parseCondition } from './parse-condition.ts';

const types: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['lead.title', { kind: 'text' }],
  ['lead.team', { kind: 'number' }],
  ['lead.renewal', { kind: 'date' }],
  ['lead.budget', { kind: 'boolean' }],
  ['lead.industry', { kind: 'choice', options: ['a', 'B', 'c'] }],
  ['lead.size', { kind: 'choice', options: ['s', 'm', 'l'], ordered: true }],
  ['lead.tools', { kind: 'choices', options: ['a', 'b', 'c'] }],
  ['lead.tags', { kind: 'choices' }],
]);
const vocabulary = (path: string): ValueType | undefined => types.get(path);

const word = fc.constantFrom(
  'a',
  ' A ',
  'B',
  'b',
  'c',
  'é',
  'e\u0301',
  '10',
  '9',
  '10.0',
  'sales manager',
  'm',
);
const number = fc.constantFrom(-1, 0, 9, 9.5, 10, 11);
const day = fc.constantFrom('2025-12-31', '2026-01-01', ' 2026-01-01', '2026-02-28');

const wanted: Readonly<Record<ValueKind, (type: ValueType) => fc.Arbitrary<unknown>>> = {
  text: () => fc.oneof(word, number),
  number: () => fc.oneof(number, fc.constantFrom('10', ' 9.5 ')),
  date: () => day,
  boolean: () => fc.boolean(),
  choice: (type) => fc.constantFrom(...(type.options ?? [])),
  choices: (type) => fc.constantFrom(...(type.options ?? ['a', 'b', 'x'])),
};

const textual: ReadonlySet<Operator> = new Set([
  'beginsWith',
  'doesNotBeginWith',
  'endsWith',
  'doesNotEndWith',
]);

function valueFor(operator: Operator, type: ValueType): fc.Arbitrary<unknown> {
  const one =
    textual.has(operator) || (operator.endsWith('ontain') && type.kind !== 'choices') ? word : undefined;
  const item = one ?? wanted[type.kind](type);
  if (operator === 'between' || operator === 'notBetween')
    return fc.array(item, { minLength: 2, maxLength: 2 });
  const isSet = type.kind === 'choices' && (operator === '=' || operator === '!=');
  return isSet || operator === 'in' || operator === 'notIn'
    ? fc.array(item, { minLength: 1, maxLength: 4 })
    : item;
}

const rule: fc.Arbitrary<Rule> = fc
  .constantFrom(...types)
  .chain(([field, type]) =>
    fc
      .constantFrom(...operatorsFor(type))
      .chain((operator) =>
        operator === 'null' || operator === 'notNull'
          ? fc.constant<Rule>({ field, operator })
          : valueFor(operator, type).map((value): Rule => ({ field, operator, value })),
      ),
  );

const group: fc.Arbitrary<Group> = fc.letrec<{ group: Group }>((tie) => ({
  group: fc.record(
    {
      combinator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, rule, tie('group')), {
        maxLength: 4,
      }),
    },
    { requiredKeys: ['combinator', 'rules'] },
  ),
})).group;

const value = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(word, number, day, fc.boolean(), fc.constantFrom('s', 'm', 'l')) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom('a', 'b', 'c', 'x', ' '), { maxLength: 4 }) },
  { weight: 2, arbitrary: fc.constantFrom(null, undefined, '', '  ', Number.NaN) },
  { weight: 1, arbitrary: fc.anything() },
);
const lead = fc.record(
  Object.fromEntries([...types.keys()].map((path) => [path.slice('lead.'.length), value])),
  { requiredKeys: [] },
);
const facts: fc.Arbitrary<Facts> = lead.map((values) => ({ lead: values }));

const holds = (condition: Condition, given: Facts): boolean => compileCondition(condition, vocabulary)(given);
const inverted = (part: Rule | Group): Group => ({ combinator: 'and', not: true, rules: [part] });

test('a condition made by the rules is accepted as it stands', () => {
  fc.assert(
    fc.property(group, (condition) => {
      const parsed = parseCondition(condition, vocabulary);
      expect(parsed.ok).toBe(true);
      expect(parsed.ok && conditionFields(parsed.value)).toEqual(conditionFields(condition));
    }),
  );
});

test('parsing what was parsed changes nothing, through JSON too', () => {
  fc.assert(
    fc.property(group, (condition) => {
      const once = parseCondition(condition, vocabulary);
      const twice = parseCondition(once.ok ? JSON.parse(JSON.stringify(once.value)) : undefined, vocabulary);
      expect(twice).toEqual(once);
    }),
  );
});

test('an inverted and is the or of the inverted, and the other way round', () => {
  fc.assert(
    fc.property(group, facts, (condition, given) => {
      const other = condition.combinator === 'and' ? 'or' : 'and';
      const dual: Group = { combinator: other, rules: condition.rules.map(inverted) };
      expect(holds({ ...dual, not: condition.not === true }, given)).toBe(!holds(condition, given));
    }),
  );
});

test('the order of the rules in a group changes nothing', () => {
  const shuffled = group.chain((condition) =>
    fc
      .shuffledSubarray([...condition.rules], { minLength: condition.rules.length })
      .map((rules) => ({ condition, other: { ...condition, rules } })),
  );
  fc.assert(
    fc.property(shuffled, facts, ({ condition, other }, given) => {
      expect(holds(other, given)).toBe(holds(condition, given));
    }),
  );
});

test('a negative operator is the complement of its positive one, and of nothing both fail', () => {
  const negatives: ReadonlyMap<Operator, Operator> = new Map<Operator, Operator>([
    ['=', '!='],
    ['contains', 'doesNotContain'],
    ['beginsWith', 'doesNotBeginWith'],
    ['endsWith', 'doesNotEndWith'],
    ['in', 'notIn'],
    ['between', 'notBetween'],
    ['null', 'notNull'],
  ]);
  fc.assert(
    fc.property(rule, facts, (positive, given) => {
      const operator = negatives.get(positive.operator);
      fc.pre(operator !== undefined);
      const alone = (part: Rule): Group => ({ combinator: 'and', rules: [part] });
      const pair = [holds(alone(positive), given), holds(alone({ ...positive, operator }), given)];
      const missing = holds(alone({ field: positive.field, operator: 'null' }), given);
      if (missing && positive.operator !== 'null') expect(pair).toEqual([false, false]);
      else expect(pair[0]).toBe(!pair[1]);
    }),
    { numRuns: 1000 },
  );
});

test('explaining says what deciding says', () => {
  fc.assert(
    fc.property(group, facts, (condition, given) => {
      expect(explainCondition(condition, vocabulary, given).holds).toBe(holds(condition, given));
    }),
    { numRuns: 1000 },
  );
});

test('with all that did not decide turned round, the result stays', () => {
  const replay = (part: Explanation): boolean => {
    if (!('parts' in part)) return part.decided === part.holds;
    const all = part.combinator === 'and';
    return (all ? part.parts.every(replay) : part.parts.some(replay)) !== part.not;
  };
  fc.assert(
    fc.property(group, facts, (condition, given) => {
      const explained = explainCondition(condition, vocabulary, given);
      expect(replay(explained)).toBe(explained.holds);
    }),
    { numRuns: 1000 },
  );
});

test('the parts that decided are all, or of an and that fails those that fail, of an or that holds those that hold', () => {
  fc.assert(
    fc.property(group, facts, (condition, given) => {
      const explained = explainCondition({ ...condition, not: false }, vocabulary, given);
      const unanimous = explained.holds === (explained.combinator === 'and');
      for (const part of explained.parts)
        expect(part.decided).toBe(unanimous || part.holds === explained.holds);
    }),
  );
});

test('no facts make it throw, and it always says true or false', () => {
  fc.assert(
    fc.property(
      group,
      fc.anything(),
      fc.dictionary(fc.constantFrom('title', 'team', 'tools'), fc.anything()),
      (condition, any, values) => {
        const decide = compileCondition(condition, vocabulary);
        expect(typeof decide(Object.fromEntries([['lead', any]]))).toBe('boolean');
        expect(typeof decide({ lead: values })).toBe('boolean');
        expect(explainCondition(condition, vocabulary, { lead: values }).holds).toBe(
          decide({ lead: values }),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test('what was decided before leaves no trace', () => {
  fc.assert(
    fc.property(group, fc.array(facts, { minLength: 2, maxLength: 6 }), (condition, sequence) => {
      const decide = compileCondition(condition, vocabulary);
      for (const given of [...sequence, ...sequence]) expect(decide(given)).toBe(holds(condition, given));
    }),
  );
});

test('a list that changes in place is read anew', () => {
  const decide = compileCondition(
    { combinator: 'and', rules: [{ field: 'lead.tools', operator: '=', value: ['a', 'b'] }] },
    vocabulary,
  );
  const tools = ['a'];
  expect(decide({ lead: { tools } })).toBe(false);
  tools.push('b');
  expect(decide({ lead: { tools } })).toBe(true);
  tools[0] = 'c';
  expect(decide({ lead: { tools } })).toBe(false);
});

test('every operator and both forms of a part come up in these laws', () => {
  const seen = new Set<Operator>();
  let nested = false;
  const visit = (part: Rule | Group): void => {
    if (!isGroup(part)) seen.add(part.operator);
    else for (const inner of part.rules) visit(inner);
    nested ||= isGroup(part) && part.rules.some(isGroup);
  };
  for (const condition of fc.sample(group, { numRuns: 500, seed: 1 })) visit(condition);
  expect(seen.size).toBe(18);
  expect(nested).toBe(true);
});
