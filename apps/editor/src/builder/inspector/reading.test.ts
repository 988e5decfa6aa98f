import { expect, test } from 'vitest';
import * as z from 'zod';
import { notCrossed } from './groups/limits.ts';
import { firstSchema, shownFirst } from './groups/first-value.ts';
import { box, day, number, oneOf, text, words } from './reading.ts';

const wrong = (schema: z.ZodType, typed: unknown) => schema.safeParse(typed).error?.issues[0]?.message;

test('blank words are no words, and nothing that must be there', () => {
  expect(text(10).parse(' ')).toBeUndefined();
  expect(text(10).parse(' a ')).toBe(' a ');
  expect(wrong(text(3), 'abcd')).toBe('At most 3 characters.');
  expect(wrong(words(10, 'Say something.'), ' ')).toBe('Say something.');
});

test('a number is read with a point or a comma, and within its range', () => {
  expect(number().parse('1,5')).toBe(1.5);
  expect(number().parse(' -2 ')).toBe(-2);
  expect(number().parse('')).toBeUndefined();
  for (const odd of ['1e5', '0x1', 'ten', '1.2.3', '.'])
    expect(wrong(number(), odd)).toBe('This is not a number.');
  expect(wrong(number({ whole: true }), '1.5')).toBe('A whole number, please.');
  expect(wrong(number({ least: 2 }), '1')).toBe('At least 2.');
  expect(wrong(number({ most: 1000 }), '1001')).toBe('At most 1,000.');
});

test('what is off or the default is not written down', () => {
  expect(box().parse(false)).toBeUndefined();
  expect(box().parse(true)).toBe(true);
  expect(oneOf(['warn']).parse('')).toBeUndefined();
  expect(oneOf(['warn']).parse('warn')).toBe('warn');
  expect(day().parse('')).toBeUndefined();
});

test('limits that cross are told at both, and equal ones are limits', () => {
  const schema = z.object({ min: number(), max: number() }).superRefine(notCrossed('min', 'max'));
  expect(schema.safeParse({ min: '3', max: '2' }).error?.issues.map(({ path }) => path)).toEqual([
    ['min'],
    ['max'],
  ]);
  expect(schema.safeParse({ min: '2', max: '2' }).success).toBe(true);
  expect(schema.safeParse({ max: '2' }).success).toBe(true);
});

test('first values come back as they were, whatever they are', () => {
  const field = { id: 'f', label: 'F' } as const;
  for (const [kind, first] of [
    ['text', 'Berlin'],
    ['text', { from: 'url', name: 'plan' }],
    ['text', { from: 'country' }],
    ['url', { from: 'email_domain' }],
    ['number', 0],
    ['choices', ['a', 'b']],
  ] as const) {
    const shown = shownFirst({ ...field, kind, default: first });
    expect(firstSchema(kind).parse(shown)).toEqual({ default: first });
  }
  expect(firstSchema('text').parse(shownFirst({ ...field, kind: 'text' }))).toEqual({ default: undefined });
});

test('a source without its name is nothing yet, and words are no number', () => {
  expect(firstSchema('text').parse({ from: 'url', value: '', name: ' ' })).toEqual({ default: undefined });
  expect(wrong(firstSchema('number'), { from: 'fixed', value: 'ten', name: '' })).toBe(
    'This is not a number.',
  );
});
