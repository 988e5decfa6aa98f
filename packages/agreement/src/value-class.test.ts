import { compileCondition, type Group, type ValueType } from '@baton/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleArbitrary } from './agreement-arbitraries.ts';
import { when } from './example-agreement.ts';
import { ofNone, valueClasses } from './value-class.ts';

const field = 'lead.x';
const text: ValueType = { kind: 'text' };
const number: ValueType = { kind: 'number' };
const date: ValueType = { kind: 'date' };
const uses: ValueType = { kind: 'choices', options: ['crm', 'mail', 'ads'] };

// Much of a kind, so that many are of one class: other spellings, other types, what is nearly a value.
const textArbitrary = fc
  .array(fc.constantFrom('DE', 'fr', 'student', 'VP', ' ', 'sales', 'é', 'e\u0301', 'example', '.com', '4'), {
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''));
const values: readonly (readonly [ValueType, fc.Arbitrary<unknown>])[] = [
  [text, fc.oneof({ weight: 6, arbitrary: textArbitrary }, fc.constantFrom(4, 12, null, true, []))],
  [
    number,
    fc.oneof(
      fc.integer({ min: -4, max: 12 }),
      fc.double({ min: -4, max: 12 }),
      fc.constantFrom('4', ' 4.0 ', '', 'four', Number.NaN, Infinity, -0, null, true),
    ),
  ],
  [
    date,
    fc.oneof(
      fc
        .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 0, max: 13 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`),
      fc.constantFrom('2026-06-30', ' 2026-06-30 ', '2026-6-30', '2026-06-3x', '2026/06/30', '', 20260630),
    ),
  ],
  [uses, fc.oneof(fc.array(fc.constantFrom('crm', 'mail', 'ads', 'gone', ''), { maxLength: 4 }))],
  [uses, fc.constantFrom('crm', 'gone', '', null, 4)],
];

function conditionsOn(type: ValueType): fc.Arbitrary<readonly Group[]> {
  const group = fc
    .array(ruleArbitrary(field, type), { minLength: 1, maxLength: 3 })
    .map((rules) => when(...rules));
  return fc.array(group, { minLength: 1, maxLength: 4 });
}

test('no condition tells values of one class apart', () => {
  let shared = 0;
  const cases = fc.constantFrom(...values).chain(([type, value]) =>
    fc.record({
      type: fc.constant(type),
      conditions: conditionsOn(type),
      found: fc.array(value, { minLength: 2, maxLength: 12 }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ type, conditions, found }) => {
      const classes = valueClasses(type, conditions);
      if (classes === null) return;
      const decides = conditions.map((condition) => compileCondition(condition, () => type));
      const decided = new Map<number, readonly boolean[]>();
      for (const x of found) {
        const key = classes.of(x);
        if (key === ofNone) continue;
        expect(Number.isInteger(key)).toBe(true);
        const held = decides.map((decide) => decide({ lead: { x } }));
        if (decided.has(key)) shared += 1;
        expect(held).toEqual(decided.get(key) ?? held);
        decided.set(key, held);
      }
    }),
    { numRuns: 2000 },
  );
  expect(shared).toBeGreaterThan(2000);
});

test('texts that nobody names are of one class when they hold the same parts', () => {
  const classes = valueClasses(text, [
    when({ field, operator: 'contains', value: 'VP' }, { field, operator: 'endsWith', value: 'sales' }),
    when({ field, operator: '=', value: 'CEO' }),
  ]);
  expect(classes?.of('vp of ops')).toBe(classes?.of('Deputy VP'));
  expect(classes?.of('Chief of sales')).not.toBe(classes?.of('VP sales'));
  expect(classes?.of(' ceo ')).toBe(classes?.of('CEO'));
  expect(classes?.of('ceo')).not.toBe(classes?.of('coo'));
});

test('a number stands between the numbers that conditions name, or is one of them', () => {
  const classes = valueClasses(number, [when({ field, operator: 'between', value: [10, 20] })]);
  const found = [9.9, 10, 15, '19.9', 20, 1e9].map((value) => classes?.of(value));
  expect(found).toEqual([0, 1, 2, 2, 3, 4]);
});

test('where values have no order, and parts or options are too many, there are no classes', () => {
  expect(valueClasses(number, [when({ field, operator: 'contains', value: '1' })])).toBeNull();
  expect(valueClasses(text, [when({ field, operator: '<', value: 'm' })])).toBeNull();
  expect(valueClasses(text, [when({ field, operator: 'in', value: ['50', 50] })])).toBeNull();
  const part = (_: unknown, index: number) => when({ field, operator: 'contains', value: `part ${index}` });
  expect(valueClasses(text, Array.from({ length: 53 }, part))).toBeNull();
  expect(valueClasses(text, Array.from({ length: 52 }, part))).not.toBeNull();
  const options = Array.from({ length: 31 }, (_, index) => `option ${index}`);
  expect(valueClasses({ kind: 'choices', options }, [])).toBeNull();
});
