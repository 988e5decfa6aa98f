import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', "'", '=', '-', ' ', 'ä', '漢', 'a') }),
);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });

test('whatever stands in a table comes back as it was', () => {
  fc.assert(
    fc.property(table, (rows) => {
      // The first line tells the separator: as in every table here it holds names.
      const all = [['key', 'original', 'translation'], ...rows];
      const read = readCsv(writeCsv(all));
      expect('rows' in read && read.rows.map(({ cells }) => cells)).toEqual(all);
    }),
    { numRuns: 500 },
  );
});

test('rows are told by the lines of the file on which they begin', () => {
  const read = readCsv('a,b\r\n"two\r\nlines",1\r\n\r\n"x\ny",2\nlast,3');
  expect('rows' in read && read.rows.map(({ line, cells }) => [line, cells[1]])).toEqual([
    [1, 'b'],
    [2, '1'],
    [5, '2'],
    [7, '3'],
  ]);
});

test('semicolons and tabs are read where a spreadsheet wrote them', () => {
  const expected = {
    rows: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', 'x'] },
    ],
  };
  expect(readCsv('a;b\r\n1,5;x\r\n')).toEqual(expected);
  expect(readCsv('a\tb\n1,5\tx')).toEqual(expected);
});

test('what stands in a quoted heading parts no cells', () => {
  const cells = [
    ['Size (1-10, 11-50, "more")', 'E-mail'],
    ['11-50', 'ada@engines.example'],
  ];
  const text = '"Size (1-10, 11-50, ""more"")";E-mail\r\n11-50;ada@engines.example\r\n';
  const read = readCsv(text);
  expect('rows' in read && read.rows.map((row) => row.cells)).toEqual(cells);
});

test('a quoted heading of two lines, and one of inches, part no cells', () => {
  expect(readCsv('"a,\r\nb,c";d\r\n1;2')).toMatchObject({ rows: [{ cells: ['a,\r\nb,c', 'd'] }, {}] });
  expect(readCsv('5" pipe;6" pipe, long;x\n1;2;3')).toMatchObject({
    rows: [{ cells: ['5" pipe', '6" pipe, long', 'x'] }, {}],
  });
  expect(readCsv('"only, one"\na;b;c')).toMatchObject({ rows: [{ cells: ['only, one'] }, {}] });
});

test('blank lines before the header do not change what parts the cells', () => {
  expect(readCsv('\r\n \r\nSize;E-mail\r\n11-50;ada@engines.example\r\n')).toMatchObject({
    rows: [{}, { line: 3, cells: ['Size', 'E-mail'] }, { cells: ['11-50', 'ada@engines.example'] }],
  });
  expect(readCsv('\nkey\tvalue\tnote, or none\n')).toMatchObject({
    rows: [{ line: 2, cells: ['key', 'value', 'note, or none'] }],
  });
  expect(readCsv('\n\tb\tc, d\n')).toMatchObject({ rows: [{ line: 2, cells: ['', 'b', 'c, d'] }] });
});

test('a quote that never ends is told by its line', () => {
  expect(readCsv('a,b\n1,2\n3,"x\ny')).toEqual({ openQuote: 3 });
});

test('no cell is a formula to a spreadsheet', () => {
  const text = writeCsv([['=1+1', '-2', '@x', "'=1", '+49']]);
  expect(text).toBe("\uFEFF'=1+1,'-2,'@x,''=1,'+49\r\n");
});
