import { readCsv } from '@baton/workspace/csv';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineIn, partsOf } from './parts-of.ts';

test('the parts of a table are the table, row by row, and every line leads back to its own', () => {
  const cell = fc.oneof(fc.constantFrom('', 'a\nb', '"', '=1+1', 'x,y', ' '), fc.string({ maxLength: 8 }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      (cells, size) => {
        let line = 2;
        const rows = cells.map(([one, two]) => {
          const row = { line, cells: ['x', one, two] };
          line += 1 + `${one}${two}`.split('\n').length - 1;
          return row;
        });
        const parts = partsOf(['k', 'one', 'two'], rows, size);
        expect(parts.flatMap((part) => part.rows)).toEqual(rows);
        for (const part of parts) {
          const read = readCsv(part.csv);
          if (!('rows' in read)) throw new Error('A part has an open quote.');
          expect(read.rows).toHaveLength(part.rows.length + 1);
          for (const [at, row] of read.rows.slice(1).entries())
            expect(lineIn(part, row.line)).toBe(part.rows[at]?.line);
        }
      },
    ),
  );
});
