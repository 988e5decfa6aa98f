import { compileCondition, type Condition, type Facts } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionArbitrary, leadArbitrary } from './agreement-arbitraries.ts';
import { dimensionIds } from './behaviours.ts';
import { catalogue, when } from './example-agreement.ts';
import { createRuleIndex } from './rule-index.ts';
import { vocabulariesFor } from './vocabularies.ts';

const { evidence } = vocabulariesFor(catalogue, ['read', 'priced', 'came', 'left']);

const ruleArbitrary = fc.record({
  when: conditionArbitrary,
  points: fc.integer({ min: -9, max: 9 }),
  dimension: fc.constantFrom(...dimensionIds),
});
const countsArbitrary = fc.record({
  read: fc.nat({ max: 4 }),
  priced: fc.nat({ max: 4 }),
  came: fc.constant(0),
  left: fc.nat({ max: 1000 }),
});

/** The positions that hold under one condition each. */
function finder(...conditions: Condition[]): (facts: Facts) => number[] {
  const rules = conditions.map((when) => ({ when, points: 1, dimension: 'fit' as const }));
  const index = createRuleIndex(rules, evidence);
  return (facts) => [...index.positions.subarray(0, index.find(facts))];
}

test('the index finds exactly the rules that hold when asked one by one, in order, and their sums', () => {
  const leads = fc.array(fc.tuple(leadArbitrary, countsArbitrary), { minLength: 1, maxLength: 8 });
  let held = 0;
  fc.assert(
    fc.property(fc.array(ruleArbitrary, { maxLength: 70 }), leads, (rules, leads) => {
      const index = createRuleIndex(rules, evidence);
      const decides = rules.map((rule) => compileCondition(rule.when, evidence));
      for (const [{ attributes, visit }, behaviour] of leads) {
        const facts: Facts = { lead: attributes, visit, behaviour };
        const expected = rules.filter((_, position) => decides[position]?.(facts) === true);
        const found = [...index.positions.subarray(0, index.find(facts))];
        expect(found.map((position) => rules[position])).toEqual(expected);
        expect(found).toEqual([...found].sort((one, other) => one - other));
        const sums = { fit: 0, engagement: 0, intent: 0 };
        for (const { points, dimension } of expected) sums[dimension] += points;
        expect(index.sum(facts)).toEqual(sums);
        held += expected.length;
      }
    }),
    { numRuns: 500 },
  );
  expect(held).toBeGreaterThan(1000);
});

test('many rules over the same two fields are told apart', () => {
  const rule = (index: number) =>
    [
      { field: 'lead.budget', operator: '>=', value: index },
      { field: 'lead.country', operator: '=', value: index % 2 === 0 ? 'DE' : 'FR' },
    ] as const;
  const every = Array.from({ length: 40 }, (_, index) => when(...rule(index)));
  const some = Array.from({ length: 40 }, (_, index) => ({
    ...when(...rule(index)),
    combinator: 'or' as const,
  }));
  const find = finder(...every, ...some);
  const upTo = (last: number) => Array.from({ length: last + 1 }, (_, index) => index);
  const even = (index: number) => index % 2 === 0;
  expect(find({ lead: { budget: 35, country: 'DE' } })).toEqual([
    ...upTo(35).filter(even),
    ...upTo(39)
      .filter((index) => index <= 35 || even(index))
      .map((index) => 40 + index),
  ]);
  expect(find({ lead: { budget: 35 } })).toEqual(upTo(35).map((index) => 40 + index));
  expect(find({})).toEqual([]);
});

test('asking about other leads in between changes nothing', () => {
  const find = finder(when({ field: 'lead.country', operator: '=', value: 'DE' }));
  const german: Facts = { lead: { country: 'de' } };
  expect(find(german)).toEqual([0]);
  // More values than an index keeps.
  for (let index = 0; index < 5000; index += 1) expect(find({ lead: { country: `x${index}` } })).toEqual([]);
  expect(find(german)).toEqual([0]);
  expect(find({})).toEqual([]);
});

test('a list that changed since it was last asked about is read anew', () => {
  const find = finder(when({ field: 'lead.uses', operator: 'contains', value: 'crm' }));
  const uses = ['mail'];
  expect(find({ lead: { uses } })).toEqual([]);
  uses.push('crm');
  expect(find({ lead: { uses } })).toEqual([0]);
});

test('numbers between, on and beyond those that conditions name are told apart', () => {
  const over = (operator: '<' | '<=' | '>' | '>=' | '=', value: number) =>
    when({ field: 'lead.budget', operator, value });
  const find = finder(over('<', 10), over('<=', 10), over('=', 10), over('>', 10), over('>=', 20));
  const found = (budget: unknown) => find({ lead: { budget } });
  expect(found(9.99)).toEqual([0, 1]);
  expect(found(10)).toEqual([1, 2]);
  expect(found('10')).toEqual([1, 2]);
  expect(found(15)).toEqual([3]);
  expect(found(20)).toEqual([3, 4]);
  expect(found(-Infinity)).toEqual([0, 1]);
  expect(found(Number.NaN)).toEqual([]);
});

test('a rule over several fields holds with the last of them, however often it is asked', () => {
  const both = when(
    { field: 'lead.country', operator: '=', value: 'DE' },
    { field: 'lead.wants_demo', operator: '=', value: true },
  );
  const find = finder(both, { ...both, combinator: 'or' }, { ...both, not: true });
  for (let round = 0; round < 3; round += 1) {
    expect(find({ lead: { country: 'DE', wants_demo: true } })).toEqual([0, 1]);
    expect(find({ lead: { country: 'DE', wants_demo: false } })).toEqual([1, 2]);
    expect(find({ lead: { wants_demo: false } })).toEqual([2]);
  }
});

test('a lead holds what is its own, not what every object carries', () => {
  const there = when({ field: 'lead.constructor', operator: 'notNull' });
  const index = createRuleIndex([{ when: there, points: 7, dimension: 'fit' }], () => ({ kind: 'text' }));
  expect(index.sum({ lead: {} }).fit).toBe(0);
  expect(index.sum({ lead: { constructor: 'Eiffel' } }).fit).toBe(7);
});

test('the order in which leads hold their values, and what else they hold, changes nothing', () => {
  const { sum } = createRuleIndex(
    ['country', 'wants_demo', 'budget'].map((id, place) => ({
      when: when({ field: `lead.${id}`, operator: 'notNull' }),
      points: 10 ** place,
      dimension: 'intent',
    })),
    evidence,
  );
  const leads: readonly (readonly [Facts['lead'], number])[] = [
    [{ country: 'DE', wants_demo: true, budget: 4 }, 111],
    [{ budget: 4, country: 'DE' }, 101],
    [{ other: 1, wants_demo: true, another: 2 }, 10],
    [{ country: 'DE', other: 1, budget: 4 }, 101],
    [undefined, 0],
    [{ country: 'DE', wants_demo: true, budget: null }, 11],
  ];
  for (const [lead = {}, points] of [...leads, ...leads.toReversed()]) {
    expect(sum({ lead }).intent).toBe(points);
  }
});
