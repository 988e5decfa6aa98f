import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './json-fault.ts';

test.each([
  ['{\n  "a": 1,\n}', 3, 1, 'a key in double quotes'],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, ', or }'],
  ['{"a" 1}', 1, 6, ':'],
  ['{a: 1}', 1, 2, 'a key in double quotes or }'],
  ['[1, 2', 1, 6, ', or ]'],
  ['[1, ]', 1, 5, 'a value'],
  ["{'a': 1}", 1, 2, 'a key in double quotes or }'],
  ['{"a": "x\n"}', 1, 9, '"'],
  ['{"a": "\\x"}', 1, 8, 'a valid escape'],
  ['{"a": 01}', 1, 7, 'a value'],
  ['{"a": NaN}', 1, 7, 'a value'],
  ['{} x', 1, 4, 'the end of the file'],
  ['', 1, 1, 'a value'],
  ['// hello\n{}', 1, 1, 'a value'],
  ['{\r\n"a": tru\r\n}', 2, 6, 'a value'],
])('%j is broken at line %i, column %i: expected %s', (text, line, column, expected) => {
  expect(findJsonFault(text)).toEqual({ line, column, expected });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('every JSON text is free of faults', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
      expect(findJsonFault(JSON.stringify(JSON.parse(text), null, indent))).toBeNull();
    }),
  );
});

test('it finds a fault exactly where JSON.parse does', () => {
  const broken = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', '[', ':', '1', '-', 'e', '\\', '\n', '.', ' ', 't'),
    )
    .map(
      ([text, at, piece]) =>
        text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
    );
  fc.assert(
    fc.property(broken, (text) => {
      expect(findJsonFault(text) === null).toBe(isJson(text));
    }),
    { numRuns: 2_000 },
  );
});

test('deep nesting is no fault', () => {
  expect(findJsonFault('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull();
});
