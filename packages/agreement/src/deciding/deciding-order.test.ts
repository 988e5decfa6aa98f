import type { Condition } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue, exampleAgreement, when } from '../example-agreement.ts';
import { compileAgreement } from '../judge.ts';
import type { AnswerCounts } from './answer-classes.ts';
import { compileDeciding } from './deciding-order.ts';
import { entropyOf } from './spread.ts';

const is = (field: string, value: unknown, operator: '=' | '>=' = '='): Condition =>
  when({ field: `lead.${field}`, operator, value });
const rule = (id: string, points: number, condition: Condition) => ({
  id,
  says: id,
  points,
  when: condition,
});

function agreement(rules: readonly object[], changes: object = {}) {
  return exampleAgreement({
    score: { fit: { max: 100, rules } },
    disqualify: [],
    tiers: [
      { id: 'mql', from: 50, followUp: 'PT4H' },
      { id: 'low', from: 0 },
    ],
    rejections: [],
    ...changes,
  });
}

const counts = (of: Record<string, readonly (readonly [value: unknown, count: number])[]>): AnswerCounts =>
  new Map(Object.entries(of).map(([id, list]) => [id, list.map(([value, count]) => ({ value, count }))]));
const none = counts({});

function gains(
  terms: ReturnType<typeof agreement>,
  open: readonly string[],
  known: Readonly<Record<string, unknown>> = {},
  told = none,
) {
  return compileDeciding(terms, catalogue, told).gains(known, open);
}

test('the question that alone decides takes all the uncertainty away, one without points none', () => {
  const terms = agreement([rule('demo', 60, is('wants_demo', true)), rule('rich', 1, is('budget', 9, '>='))]);
  const found = gains(terms, ['budget', 'wants_demo', 'country']);
  expect(found.get('wants_demo')).toBeCloseTo(1);
  expect(found.get('budget')).toBe(0);
  expect(found.get('country')).toBe(0);
});

test('what is known already decides which question still matters', () => {
  const terms = agreement([
    rule('demo', 30, is('wants_demo', true)),
    rule('big', 30, is('company_size', '51-200', '>=')),
    rule('de', 10, is('country', 'DE')),
  ]);
  expect(gains(terms, ['company_size', 'country'], { wants_demo: false }).get('company_size')).toBe(0);
  const open = gains(terms, ['company_size', 'country'], { wants_demo: true });
  expect(open.get('company_size')).toBeCloseTo(entropyOf([0.6, 0.4]));
  expect(open.get('country')).toBe(0);
});

test('answers are spread as leads gave them, and evenly where too few did', () => {
  const terms = agreement([rule('big', 60, is('company_size', '1001+'))]);
  const rare = counts({
    company_size: [
      ['1-10', 290],
      ['1001+', 10],
    ],
  });
  const few = counts({
    company_size: [
      ['1-10', 20],
      ['1001+', 1],
    ],
  });
  const bits = (told: AnswerCounts) => gains(terms, ['company_size'], {}, told).get('company_size');
  expect(bits(rare)).toBeCloseTo(entropyOf([290 / 300, 10 / 300]));
  expect(bits(few)).toBeCloseTo(entropyOf([0.8, 0.2]));
});

test('a disqualifier, and a rule over two questions, count for what they decide', () => {
  const terms = agreement([rule('always', 60, null)], {
    disqualify: [{ id: 'd', says: 'D', when: is('wants_demo', false) }],
  });
  expect(gains(terms, ['wants_demo', 'budget']).get('wants_demo')).toBeCloseTo(1);
  const both: Condition = {
    combinator: 'and',
    rules: [
      { field: 'lead.wants_demo', operator: '=', value: true },
      { field: 'lead.company_size', operator: '>=', value: '51-200' },
    ],
  };
  const joined = gains(agreement([rule('both', 60, both)]), ['wants_demo', 'company_size']);
  expect(joined.get('wants_demo')).toBeCloseTo(entropyOf([0.3, 0.7]) - 0.5 * entropyOf([0.6, 0.4]));
});

const sizes = ['1-10', '11-50', '51-200', '201-1000', '1001+'];
const conditions = fc.constantFrom<Condition>(
  is('wants_demo', true),
  is('wants_demo', false),
  is('company_size', '51-200', '>='),
  is('company_size', '1-10'),
  is('country', 'DE'),
  {
    combinator: 'or',
    rules: [
      { field: 'lead.country', operator: '=', value: 'FR' },
      { field: 'lead.company_size', operator: '=', value: '1001+' },
    ],
  },
);
const weights = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 5, maxLength: 5 });

test('the gains are those that counting every answer with the real judge gives', () => {
  const rules = fc.array(fc.record({ points: fc.constantFrom(-20, 10, 25, 40, 60), when: conditions }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(rules, weights, weights, weights, (list, one, two, three) => {
      const terms = agreement(list.map(({ points, when }, index) => rule(`r${index}`, points, when)));
      const spreads = {
        wants_demo: [
          [true, one[0] ?? 1],
          [false, 30 + (one[1] ?? 1)],
        ],
        company_size: sizes.map((size, index) => [size, 10 + (two[index] ?? 1)]),
        country: ['DE', 'FR', 'JP'].map((land, index) => [land, 20 + (three[index] ?? 1)]),
      } satisfies Record<string, [unknown, number][] | unknown[][]>;
      const judge = compileAgreement(terms, catalogue);
      const told = new Map(
        Object.entries(spreads).map(([id, values]) => [
          id,
          values.map(([value, count]) => ({ value, count: Number(count) })),
        ]),
      );
      const found = compileDeciding(terms, catalogue, told).gains({}, [...told.keys()]);
      const worlds = [...told].reduce<{ lead: Record<string, unknown>; share: number }[]>(
        (before, [id, values]) => {
          const total = values.reduce((sum, { count }) => sum + count, 0);
          return before.flatMap(({ lead, share }) =>
            values.map(({ value, count }) => ({
              lead: { ...lead, [id]: value },
              share: (share * count) / total,
            })),
          );
        },
        [{ lead: {}, share: 1 }],
      );
      const judged = worlds.map(({ lead, share }) => {
        const { qualified, tier } = judge.judge({ attributes: lead, occurrences: [], visit: {} }, 0);
        return { lead, share, decision: qualified ? tier : '' };
      });
      const entropy = (some: typeof judged): number => {
        const whole = some.reduce((sum, { share }) => sum + share, 0);
        const by = new Map<string, number>();
        for (const { decision, share } of some) by.set(decision, (by.get(decision) ?? 0) + share / whole);
        return entropyOf(by.values());
      };
      for (const [id, values] of told) {
        const left = values.reduce((sum, { value }) => {
          const those = judged.filter(({ lead }) => lead[id] === value);
          return sum + those.reduce((all, { share }) => all + share, 0) * entropy(those);
        }, 0);
        expect(found.get(id)).toBeCloseTo(entropy(judged) - left, 6);
      }
    }),
    { numRuns: 60 },
  );
});
