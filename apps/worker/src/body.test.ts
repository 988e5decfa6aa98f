import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSafeJson } from './body.ts';

const codeOf = (text: string): string | null => {
  const read = parseSafeJson(text);
  return read.ok ? null : read.refusal.kind === 'malformed' ? read.refusal.code : read.refusal.kind;
};

test('keys that could reach a prototype are refused at any depth, wherever they hide', () => {
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    expect(codeOf(`{"${key}":1}`)).toBe('forbidden_key');
    expect(codeOf(`{"a":[{"b":{"${key}":{}}}]}`)).toBe('forbidden_key');
    expect(codeOf(`{"a":"${key}"}`)).toBeNull();
  }
  expect(codeOf('{"\\u005f_proto__":1}')).toBe('forbidden_key');
});

test('nesting is bounded before anything is built, and brackets in texts do not count', () => {
  expect(codeOf('['.repeat(32) + ']'.repeat(32))).toBeNull();
  expect(codeOf('['.repeat(33) + ']'.repeat(33))).toBe('too_deep');
  expect(codeOf('['.repeat(1_000_000))).toBe('too_deep');
  expect(codeOf(JSON.stringify({ a: '['.repeat(100), b: '\\"[[[[' }))).toBeNull();
});

test('what is not JSON is said to be so', () => {
  for (const text of ['', '{', '{"a":}', 'undefined', '{"a":1}{']) expect(codeOf(text)).toBe('not_json');
});

test('whatever is plain JSON comes through as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      const read = parseSafeJson(text);
      if (!read.ok) expect(/__proto__|constructor|prototype/.test(text)).toBe(true);
      else expect(JSON.stringify(read.value)).toBe(text);
    }),
  );
});
