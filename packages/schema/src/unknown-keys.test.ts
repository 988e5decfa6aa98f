import * as z from 'zod';
import { expect, test } from 'vitest';
import { unknownKeys } from './unknown-keys.ts';

const keys = (schema: unknown, value: unknown): string[] =>
  unknownKeys(schema, value, ['at']).map(({ path }) => path.join('.'));

test('unknown keys are found at any depth, through lists, defaults and what may be absent', () => {
  const part = z.looseObject({ id: z.string() });
  const schema = z.looseObject({
    list: z.array(part).default([]),
    one: part.optional(),
    exact: part.exactOptional(),
    none: part.nullable(),
  });
  const value = {
    list: [{ id: 'a', x: 1 }, { id: 'b' }],
    one: { id: 'c', y: 1 },
    exact: { id: 'd', z: 1 },
    none: null,
    more: {},
  };
  expect(keys(schema, value)).toEqual(['at.list.0.x', 'at.one.y', 'at.exact.z', 'at.more']);
});

test('of several shapes the one that fits knows the keys', () => {
  const schema = z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('mail'), to: z.string() }),
    z.looseObject({ kind: z.literal('web'), url: z.string() }),
  ]);
  expect(keys(schema, { kind: 'mail', to: 'x', url: 'y' })).toEqual(['at.url']);
  expect(keys(schema, { kind: 'fax', to: 'x' })).toEqual([]);
});

test('what has no keys has none that are unknown', () => {
  expect(keys(z.record(z.string(), z.unknown()), { a: 1 })).toEqual([]);
  expect(keys(z.looseObject({}), [1])).toEqual([]);
  expect(keys(z.looseObject({}), null)).toEqual([]);
  expect(keys(z.looseObject({}), JSON.parse('{"__proto__":1}'))).toEqual(['at.__proto__']);
});
