import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, readCanonicalJson } from './canonical-json.ts';

test('numbers are written as ECMAScript writes them', () => {
  const numbers = [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0, 1e21, 1e20];
  expect(canonicalJson(numbers)).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,100000000000000000000]',
  );
});

test('strings escape only what they must', () => {
  expect(canonicalJson('€$\u000f\nA\'B"\\\\"/\u007f')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f"');
});

test('keys stand in the order of their UTF-16 units', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
  expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
});

test('what is read back from the canonical text is the same value, with the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      const read: unknown = JSON.parse(text);
      // -0 is written 0.
      expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(read)).toBe(text);
    }),
  );
});

test('the order in which keys were written changes nothing', () => {
  const entries = fc.dictionary(fc.string(), fc.jsonValue()).map((record) => Object.entries(record));
  fc.assert(
    fc.property(entries, (list) => {
      const backwards = Object.fromEntries(list.toReversed());
      expect(canonicalJson(backwards)).toBe(canonicalJson(Object.fromEntries(list)));
    }),
  );
});

test.each([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['infinity', -Infinity],
  ['a lone surrogate', '\ud800'],
  ['a function', () => 1],
  ['a date', new Date(0)],
  ['a big integer', 1n],
])('%s is refused, with its place', (_, value) => {
  expect(readCanonicalJson({ a: [0, value] })).toEqual({
    ok: false,
    issues: [{ code: 'not_json', path: ['a', 1] }],
  });
  expect(() => canonicalJson({ a: value })).toThrow('/a');
});

test('a hole in a list and a key with a lone surrogate are refused', () => {
  const list: number[] = [];
  list[1] = 1;
  expect(readCanonicalJson(list).ok).toBe(false);
  expect(readCanonicalJson({ '\udc00': 1 }).ok).toBe(false);
});

test('nesting without end is refused instead of exhausting the stack', () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  const read = readCanonicalJson(deep);
  expect(!read.ok && read.issues[0]?.code).toBe('too_deep');
});
