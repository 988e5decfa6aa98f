import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitRecords, type Row } from './split-records.ts';

const comma = { delimiter: ',', lineEnd: '\n' } as const;

const split = (text: string, isLast = true) => splitRecords(text, 1, comma, isLast);

function toldOf(rows: readonly Row[]): unknown[] {
  return rows.map((row) => ('reason' in row ? [row.line, row.reason] : [row.line, ...row.cells]));
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test('whatever cells hold comes back, with the line that each record begins on', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', ' ', 'ü', '=') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  fc.assert(
    fc.property(table, (records) => {
      const text = records.map((cells) => cells.map(quote).join(',')).join('\n');
      let line = 1;
      const expected = records.map((cells) => {
        const begin = line;
        line += 1 + (cells.join('').match(/\n/g)?.length ?? 0);
        return [begin, ...cells];
      });
      const { rows, unfinished } = split(text);
      expect(unfinished).toBeNull();
      expect(toldOf(rows)).toEqual(expected);
    }),
  );
});

test('a line end of two characters is not part of the last cell', () => {
  expect(toldOf(split('a,b\r\n"c","d"\r\ne,').rows)).toEqual([
    [1, 'a', 'b'],
    [2, 'c', 'd'],
    [3, 'e', ''],
  ]);
});

test('a quote inside a cell that is not quoted is a quote', () => {
  expect(toldOf(split('6" pipe,b\nc,d').rows)).toEqual([
    [1, '6" pipe', 'b'],
    [2, 'c', 'd'],
  ]);
});

test('text after a closing quote costs its line and no other', () => {
  expect(toldOf(split('a,b\n1,"x" y\n2,"z"\n3,w').rows)).toEqual([
    [1, 'a', 'b'],
    [2, expect.stringMatching(/closing quote/)],
    [3, '2', 'z'],
    [4, '3', 'w'],
  ]);
});

test('a quote that is never closed costs its line and no other', () => {
  expect(toldOf(split('a,b\n1,"x\n2,z\n\n3,"w\n4,v').rows)).toEqual([
    [1, 'a', 'b'],
    [2, expect.stringMatching(/closing quote|never closed/)],
    [3, '2', 'z'],
    [4, ''],
    [5, expect.stringMatching(/never closed/)],
    [6, '4', 'v'],
  ]);
});

test('a quoted cell may go on in what follows', () => {
  expect(split('a,b\n1,"x', false)).toEqual({
    rows: [{ line: 1, cells: ['a', 'b'] }],
    unfinished: { line: 2, text: '1,"x' },
  });
});

test('a quoted cell that goes on for a megabyte is broken', () => {
  const { rows, unfinished } = split(`1,"x\n${'2,3\n'.repeat(300_000)}`, false);
  expect(unfinished).toBeNull();
  expect(rows[0]).toMatchObject({ line: 1, reason: expect.stringMatching(/never closed/) });
  expect(rows[300_000]).toEqual({ line: 300_001, cells: ['2', '3'] });
});
