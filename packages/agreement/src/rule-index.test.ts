import { compileCondition, type Facts } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionArbitrary, leadArbitrary } from './agreement-arbitraries.ts';
import { catalogue, when } from './example-agreement.ts';
import { compileRuleSet } from './rule-index.ts';
import { vocabulariesFor } from './vocabularies.ts';

const { evidence } = vocabulariesFor(catalogue, ['read', 'priced', 'came', 'left']);
const countsArbitrary = fc.record({
  read: fc.nat({ max: 4 }),
  priced: fc.nat({ max: 4 }),
  came: fc.constant(0),
  left: fc.nat({ max: 1000 }),
});

test('the index finds exactly the conditions that hold when asked one by one, in order', () => {
  const conditions = fc.array(conditionArbitrary, { maxLength: 70 });
  const leads = fc.array(fc.tuple(leadArbitrary, countsArbitrary), { minLength: 1, maxLength: 8 });
  let held = 0;
  fc.assert(
    fc.property(conditions, leads, (conditions, leads) => {
      const set = compileRuleSet(conditions, evidence);
      const decides = conditions.map((condition) => compileCondition(condition, evidence));
      for (const [{ attributes, visit }, behaviour] of leads) {
        const facts: Facts = { lead: attributes, visit, behaviour };
        const expected = decides.flatMap((decide, position) => (decide(facts) ? position : []));
        expect([...set.positions.subarray(0, set.find(facts))]).toEqual(expected);
        held += expected.length;
      }
    }),
    { numRuns: 500 },
  );
  expect(held).toBeGreaterThan(1000);
});

test('asking about other leads in between changes nothing', () => {
  const set = compileRuleSet([when({ field: 'lead.country', operator: '=', value: 'DE' })], evidence);
  const german: Facts = { lead: { country: 'de' } };
  expect(set.find(german)).toBe(1);
  // More values than an index keeps.
  for (let index = 0; index < 5000; index += 1) expect(set.find({ lead: { country: `x${index}` } })).toBe(0);
  expect(set.find(german)).toBe(1);
  expect(set.find({})).toBe(0);
});

test('numbers between, on and beyond those that conditions name are told apart', () => {
  const over = (operator: '<' | '<=' | '>' | '>=' | '=', value: number) =>
    when({ field: 'lead.budget', operator, value });
  const set = compileRuleSet(
    [over('<', 10), over('<=', 10), over('=', 10), over('>', 10), over('>=', 20)],
    evidence,
  );
  const found = (budget: unknown) => [...set.positions.subarray(0, set.find({ lead: { budget } }))];
  expect(found(9.99)).toEqual([0, 1]);
  expect(found(10)).toEqual([1, 2]);
  expect(found('10')).toEqual([1, 2]);
  expect(found(15)).toEqual([3]);
  expect(found(20)).toEqual([3, 4]);
  expect(found(-Infinity)).toEqual([0, 1]);
  expect(found(Number.NaN)).toEqual([]);
});
