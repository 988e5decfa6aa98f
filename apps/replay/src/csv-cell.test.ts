import * as fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvCell } from './csv-cell.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['@sum', "'@sum"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['+49 30 1234', "'+49 30 1234"],
])('%j may not run in a spreadsheet', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test.each(['-5', '+3', '-5.25', '-.5', '-1e3', '-12,5', '5', 'a-b', '', 'a@b.example'])(
  '%j stays what it is',
  (text) => {
    expect(csvCell(text).replaceAll('"', '')).toBe(text);
  },
);

test('a cell stays one cell, whatever it holds and whatever delimiter a reader guesses', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', '\r', ' ', 'é') });
  fc.assert(
    fc.property(text, fc.constantFrom(',', ';', '\t', '|'), (cell, delimiter) => {
      const { data } = Papa.parse<string[]>(`x${delimiter}${csvCell(cell)}${delimiter}y`, {
        delimiter,
        newline: '\r\n',
      });
      const expected = /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
      expect(data).toEqual([['x', expected, 'y']]);
    }),
  );
});
