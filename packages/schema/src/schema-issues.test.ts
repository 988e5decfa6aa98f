import * as z from 'zod';
import { expect, test } from 'vitest';
import { schemaIssues } from './schema-issues.ts';

function found(schema: z.ZodType, input: unknown): unknown[] {
  const result = schema.safeParse(input, { reportInput: true });
  return result.success ? [] : schemaIssues(result.error);
}

test('what is missing is told apart from what is of another type', () => {
  const schema = z.object({ name: z.string(), size: z.enum(['s', 'm']), age: z.int() });
  expect(found(schema, {})).toEqual([
    { code: 'required', path: ['name'] },
    { code: 'required', path: ['size'] },
    { code: 'required', path: ['age'] },
  ]);
  expect(found(schema, { name: 1, size: 'xl', age: 1.5 })).toEqual([
    { code: 'wrong_type', path: ['name'], params: { expected: 'string' } },
    { code: 'not_in_list', path: ['size'], params: { allowed: 's, m' } },
    { code: 'not_whole', path: ['age'] },
  ]);
  expect(found(schema, null)).toEqual([{ code: 'wrong_type', path: [], params: { expected: 'object' } }]);
});

test('a size is told by what has it', () => {
  const schema = z.object({
    text: z.string().min(2).max(3),
    list: z.array(z.any()).min(1).max(1),
    n: z.number().min(1).max(2),
  });
  expect(found(schema, { text: 'a', list: [], n: 0 })).toEqual([
    { code: 'too_short', path: ['text'], params: { min: 2 } },
    { code: 'too_few', path: ['list'], params: { min: 1 } },
    { code: 'too_small', path: ['n'], params: { min: 1 } },
  ]);
  expect(found(schema, { text: 'abcd', list: [1, 2], n: 3 })).toEqual([
    { code: 'too_long', path: ['text'], params: { max: 3 } },
    { code: 'too_many', path: ['list'], params: { max: 1 } },
    { code: 'too_large', path: ['n'], params: { max: 2 } },
  ]);
});

test('a bare word in place of a message is the code', () => {
  expect(found(z.string().regex(/^a/, 'bad_id'), 'b')).toEqual([{ code: 'bad_id', path: [] }]);
  expect(found(z.string().min(1, 'required'), '')).toEqual([{ code: 'required', path: [] }]);
  expect(
    found(
      z.string().refine(() => false, 'odd'),
      'b',
    ),
  ).toEqual([{ code: 'odd', path: [] }]);
  expect(found(z.union([z.literal('owner'), z.object({})], 'not_a_recipient'), 'boss')).toEqual([
    { code: 'not_a_recipient', path: [] },
  ]);
});

test('a refinement says its code and what fills the sentence', () => {
  const odd = z.number().refine((n) => n % 2 === 1, { params: { code: 'not_odd', by: 2, why: ['x'] } });
  expect(found(odd, 4)).toEqual([{ code: 'not_odd', path: [], params: { by: 2 } }]);
  expect(
    found(
      z.number().refine(() => false),
      4,
    ),
  ).toEqual([{ code: 'invalid', path: [] }]);
});

test('formats are called as the answers to a form are', () => {
  expect(found(z.email(), 'x')).toEqual([{ code: 'not_email', path: [] }]);
  expect(found(z.iso.date(), 'x')).toEqual([{ code: 'not_date', path: [] }]);
  expect(found(z.ipv4(), 'x')).toEqual([{ code: 'bad_format', path: [], params: { format: 'ipv4' } }]);
});

test('what is told apart by its kind has an unknown one, other choices are invalid', () => {
  const kinds = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('a') }),
    z.object({ kind: z.literal('b') }),
  ]);
  expect(found(kinds, { kind: 'c' })).toEqual([{ code: 'unknown_kind', path: ['kind'] }]);
  expect(found(z.union([z.string(), z.number()]), true)).toEqual([{ code: 'invalid', path: [] }]);
  expect(found(z.strictObject({}), { x: 1 })).toEqual([{ code: 'invalid', path: [] }]);
});

test('paths begin where the document stands', () => {
  const result = z.object({ a: z.array(z.string()) }).safeParse({ a: ['x', 1] }, { reportInput: true });
  if (result.success) throw new Error('It has a fault.');
  expect(schemaIssues(result.error, ['forms', 2])).toMatchObject([{ path: ['forms', 2, 'a', 1] }]);
});

test('what may be a yes or an object is told as the object that it was meant to be', () => {
  const schema = z.object({ work: z.union([z.boolean(), z.object({ cost: z.int().min(10) })]) });
  expect(found(schema, { work: { cost: 1 } })).toEqual([
    { code: 'too_small', path: ['work', 'cost'], params: { min: 10 } },
  ]);
  expect(found(schema, { work: 'yes' })).toEqual([{ code: 'invalid', path: ['work'] }]);
});
