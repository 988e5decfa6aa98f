// Values that nobody thought of, and values by a JSON Schema with such ones among them.
import { isRecord } from '@baton/schema';
import * as fc from 'fast-check';
import type { Json } from './baton.ts';

/** Anything that JSON can say, and what has broken things before. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -0,
    -1,
    1e308,
    1e20,
    -1e20,
    2 ** 53,
    0.1,
    '1e400',
    'NaN',
    '\0',
    '\ud800',
    '\u202e',
    '🏳️‍🌈',
    "'; DROP TABLE leads; --",
    '<script>alert(1)</script>',
    '=1+1',
    '{{lead.email}}',
    'x'.repeat(5_000),
    [],
    {},
    [[]],
    { length: 1 },
    { toString: 'x' },
    { valueOf: 1 },
    { toJSON: 'x' },
    true,
    false,
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** What belongs there, and now and then something else. */
export function mostly(sane: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: sane }, { weight: 1, arbitrary: odd });
}

/**
 * Values that a schema takes, with odd members among them. It knows as much of JSON Schema as bodies and queries use.
 * @param definitions what `#/components/schemas/` holds
 */
export function valueOf(schema: unknown, definitions: Json): fc.Arbitrary<unknown> {
  if (!isRecord(schema)) return odd;
  const { $ref, anyOf, enum: listed, const: only } = schema;
  if (typeof $ref === 'string') return valueOf(definitions[$ref.split('/').at(-1) ?? ''], definitions);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((one) => valueOf(one, definitions)));
  if (Array.isArray(listed)) return mostly(fc.constantFrom<unknown>(...listed));
  if (only !== undefined) return mostly(fc.constant(only));
  switch (schema['type']) {
    case 'object':
      return mostly(objectOf(schema, definitions));
    case 'array':
      return mostly(fc.array(valueOf(schema['items'], definitions), { maxLength: 3 }));
    case 'string':
      return mostly(textOf(schema));
    case 'integer':
      return mostly(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer()));
    case 'number':
      return mostly(fc.double());
    case 'boolean':
      return mostly(fc.boolean());
    case 'null':
      return fc.constant(null);
    default:
      return odd;
  }
}

function objectOf(schema: Json, definitions: Json): fc.Arbitrary<unknown> {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const known = Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [name, valueOf(member, definitions)]),
  );
  return fc
    .tuple(
      fc.record(known, { requiredKeys: Object.keys(known).filter((name) => required.includes(name)) }),
      fc.dictionary(fc.string({ maxLength: 12 }), odd, { maxKeys: 2 }),
    )
    .map(([declared, others]) => ({ ...others, ...declared }));
}

function textOf({ format, pattern }: Json): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  return fc.string({ maxLength: 40 });
}
