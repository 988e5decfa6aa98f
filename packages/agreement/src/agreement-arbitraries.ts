// Random agreements and leads over the example's catalogue, for this package's own property tests. Every
// agreement is one that parseAgreement accepts; leads hold anything.
import { attributeValueType, derivedAttributes, operatorsFor, visitTypes } from '@baton/rules';
import type { Condition, Group, Rule, ValueKind, ValueType } from '@baton/rules';
import * as fc from 'fast-check';
import { catalogue } from './example-agreement.ts';
import type { LeadFacts, Occurrence } from './lead.ts';

export const now = Date.UTC(2026, 10, 23, 12);
const day = 86_400_000;

const behaviourIds = ['read', 'priced', 'came', 'left'];

const fields: readonly (readonly [string, ValueType])[] = [
  ...[...catalogue.values(), ...derivedAttributes].map(
    (attribute) => [`lead.${attribute.id}`, attributeValueType(attribute)] as const,
  ),
  ...behaviourIds.map((id) => [`behaviour.${id}`, { kind: 'number' }] as const),
  ['visit.country', visitTypes['country'] ?? { kind: 'text' }],
  ['visit.utm_source', { kind: 'text' }],
  ['visit.returning', { kind: 'boolean' }],
];

const wanted: Readonly<Record<ValueKind, (options: readonly string[]) => fc.Arbitrary<unknown>>> = {
  number: () => fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(2.5, '4', 1000)),
  boolean: () => fc.boolean(),
  date: () => fc.constantFrom('2026-01-01', '2026-06-30', '2027-01-01'),
  text: () => fc.constantFrom('DE', 'fr', 'Student', 'VP Sales', 'example.com', '4', 12),
  choice: (options) => fc.constantFrom(...options),
  choices: (options) => fc.constantFrom(...options),
};

export function ruleArbitrary(field: string, type: ValueType): fc.Arbitrary<Rule> {
  const one = wanted[type.kind](type.options ?? []);
  return fc.constantFrom(...operatorsFor(type)).chain((operator): fc.Arbitrary<Rule> => {
    if (operator === 'null' || operator === 'notNull') return fc.constant({ field, operator });
    const isPair = operator === 'between' || operator === 'notBetween';
    const isList = operator === 'in' || operator === 'notIn';
    const several = isPair ? fc.tuple(one, one) : fc.array(one, { minLength: 1, maxLength: 3 });
    return (isPair || isList ? several : one).map((value) => ({ field, operator, value }));
  });
}

const anyRule = fc.constantFrom(...fields).chain(([field, type]) => ruleArbitrary(field, type));

const groupArbitrary: fc.Arbitrary<Group> = fc.letrec<{ group: Group; part: Rule | Group }>((tie) => ({
  group: fc
    .record({
      combinator: fc.constantFrom('and', 'or'),
      not: fc.boolean(),
      rules: fc.array(tie('part'), { maxLength: 3 }),
    })
    .map(({ combinator, not, rules }) => (not ? { combinator, not, rules } : { combinator, rules })),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: anyRule, weight: 4 },
    tie('group'),
  ),
})).group;

/** Mostly of the plain kinds that people write, some of any shape, some none. */
export const conditionArbitrary: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 3,
    arbitrary: anyRule.map((rule): Condition => ({ combinator: 'and', rules: [rule] })),
  },
  { weight: 3, arbitrary: groupArbitrary },
  { weight: 1, arbitrary: fc.constant(null) },
);

const points = fc.integer({ min: -40, max: 40 });

const scoreRules = fc.array(fc.record({ says: fc.constant('S'), points, when: conditionArbitrary }), {
  maxLength: 14,
});

function behaviourArbitrary(id: string) {
  return fc.record(
    {
      id: fc.constant(id),
      says: fc.constant('B'),
      match: fc.constantFrom({ path: '/p*' }, { path: '/p/x' }, { event: 'e' }, { path: '*' }),
      points,
      atMost: fc.integer({ min: 1, max: 60 }),
    },
    { requiredKeys: ['id', 'says', 'match', 'points'] },
  );
}

function dimensionArbitrary(ids: readonly string[]) {
  return fc
    .record(
      {
        max: fc.integer({ min: 0, max: 100 }),
        halfLifeDays: fc.double({ min: 0.1, max: 60, noNaN: true }),
        rules: scoreRules,
        behaviours: fc.tuple(...ids.map(behaviourArbitrary)),
      },
      { requiredKeys: ['max', 'rules', 'behaviours'] },
    )
    .map((dimension) => {
      const rules = dimension.rules.map((rule, index) => Object.assign({ id: `r${index}` }, rule));
      return Object.assign({}, dimension, { rules });
    });
}

/** Parts of an agreement document, to lay over the example. */
export const changesArbitrary = fc.record({
  score: fc.record({
    fit: dimensionArbitrary(['left']),
    engagement: dimensionArbitrary(['read', 'came']),
    intent: dimensionArbitrary(['priced']),
  }),
  disqualify: fc
    .array(conditionArbitrary, { maxLength: 3 })
    .map((conditions) => conditions.map((when, index) => ({ id: `d${index}`, says: 'D', when }))),
  handoff: fc.record({
    tier: fc.constant('mql'),
    requires: conditionArbitrary,
    hysteresis: fc.nat({ max: 20 }),
  }),
  rejections: fc.constant([]),
});

export type Changes = typeof changesArbitrary extends fc.Arbitrary<infer T> ? T : never;

const heldArbitrary = fc.oneof(
  fc.constantFrom(undefined, null, '', ' ', 'DE', 'fr ', 'FR', 'a student', 'VP Sales', '4', 'example.com'),
  fc.constantFrom(
    '1-10',
    '51-200',
    '1001+',
    'vp',
    'free',
    'business',
    '2026-06-30',
    '2026-13-01',
    'x'.repeat(500),
  ),
  fc.constantFrom(['crm'], ['crm', 'ads'], ['crm', 'crm', 'gone'], [], [''], {}, Number.NaN, Infinity),
  fc.integer({ min: -4, max: 10 }),
  fc.double({ min: -4, max: 10 }),
  fc.boolean(),
);

const occurrenceArbitrary: fc.Arbitrary<Occurrence> = fc
  .tuple(
    fc.constantFrom({ path: '/p' }, { path: '/p/x' }, { path: '/q' }, { event: 'e' }, { event: 'f' }),
    fc.integer({ min: -day, max: 90 * day }),
  )
  .map(([what, age]) => Object.assign({ at: now - age }, what));

function heldBy(prefix: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const ids = fields.flatMap(([field]) => (field.startsWith(prefix) ? field.slice(prefix.length) : []));
  const values = Object.fromEntries(ids.map((id) => [id, heldArbitrary]));
  return fc.record(values, { requiredKeys: [] });
}

export const leadArbitrary: fc.Arbitrary<LeadFacts> = fc.record({
  attributes: heldBy('lead.'),
  visit: heldBy('visit.'),
  occurrences: fc.array(occurrenceArbitrary, { maxLength: 12 }),
});
