import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, oneLine, severalLines } from './shown-text.ts';

const anything = fc.string({ unit: 'binary', maxLength: 200 });

test('one line is one line, of the length it may have', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 2, max: 100 }), (text, length) => {
      const line = oneLine(text, length);
      expect(line.length).toBeLessThanOrEqual(length);
      expect(line).not.toMatch(/[\r\n\u2028\u2029\0\u202e]/);
      expect(new TextDecoder().decode(new TextEncoder().encode(line))).toBe(line);
    }),
  );
});

test('several lines keep their breaks, and no more than one empty line between them', () => {
  expect(severalLines('One.\r\nTwo.\n\n\n\nThree.\t\tFour.')).toBe('One.\nTwo.\n\nThree. Four.');
  fc.assert(
    fc.property(anything, (text) => {
      expect(severalLines(text)).not.toMatch(/\n{3}|\r/);
    }),
  );
});

test('what is cut says so, and is never cut through a character', () => {
  expect(cut('abcdef', 4)).toBe('abc…');
  expect(cut('ab😀ef', 4)).toBe('ab…');
  expect(cut('abcd', 4)).toBe('abcd');
});

test('characters that turn the direction of a text are dropped', () => {
  expect(oneLine('invoice\u202egpj.exe')).toBe('invoicegpj.exe');
  expect(oneLine('مرحبا Ada')).toBe('مرحبا Ada');
});
