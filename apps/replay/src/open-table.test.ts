import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTable } from './open-table.ts';
import { inFolder } from './run-replay.ts';
import type { Row } from './split-records.ts';

/** Reads a file whole. */
async function readRows(
  content: string | Buffer,
): Promise<{ header: readonly string[]; rows: readonly Row[] }> {
  return inFolder({ 'leads.csv': content }, async (folder) => {
    const opened = await openTable(join(folder, 'leads.csv'));
    if (!opened.ok) throw new Error(opened.reason);
    const rows: Row[] = [];
    try {
      for await (const batch of opened.table.batches) for (const row of batch) rows.push(row);
    } finally {
      await opened.table.close();
    }
    return { header: opened.table.header, rows };
  });
}

// Four bytes a character and lines of a prime length, so that pieces begin and end everywhere.
const wide = (index: number) => '𝄞'.repeat(index % 7) + String(index);

test('a file of many pieces is read like a small one', async () => {
  const count = 60_000;
  const lines = Array.from({ length: count }, (_, index) =>
    index % 100 === 0 ? `"${wide(index)}\n${wide(index)}","q""${index}"` : `${wide(index)},${index}`,
  );
  const { header, rows } = await readRows(`name,"the\nnumber"\r\n${lines.join('\n')}`);
  expect(header).toEqual(['name', 'the\nnumber']);
  expect(rows).toHaveLength(count);
  let line = 3;
  for (const [index, row] of rows.entries()) {
    const cells =
      index % 100 === 0 ? [`${wide(index)}\n${wide(index)}`, `q"${index}`] : [wide(index), String(index)];
    // Compared here, for 60,000 expectations take their time.
    if (row.line !== line || !('cells' in row) || row.cells.join('\0') !== cells.join('\0')) {
      expect(row).toEqual({ line, cells });
    }
    line += index % 100 === 0 ? 2 : 1;
  }
});

test('a cell of several pieces is one cell', async () => {
  const long = 'line\n'.repeat(100_000);
  const { rows } = await readRows(`a,b\n1,"${long}"\n2,x\n`);
  expect(rows).toEqual([
    { line: 2, cells: ['1', long] },
    { line: 100_003, cells: ['2', 'x'] },
  ]);
});

test('a quote that is never closed costs its line, however much follows', async () => {
  const { rows } = await readRows(`a,b\n1,"x\n${'2,y\n'.repeat(700_000)}`);
  expect(rows[0]).toMatchObject({ line: 2, reason: expect.stringContaining('never closed') });
  expect(rows).toHaveLength(700_001);
  expect(rows.at(-1)).toEqual({ line: 700_002, cells: ['2', 'y'] });
});

test('a line without end is passed over', async () => {
  const { rows } = await readRows(`a,b\n1,x\n${'y'.repeat(3_000_000)}\n2,z\n`);
  expect(rows).toEqual([
    { line: 2, cells: ['1', 'x'] },
    { line: 3, reason: expect.stringContaining('Longer than 1 MB') },
    { line: 4, cells: ['2', 'z'] },
  ]);
});

test('a character cut short by the end of the file is told', async () => {
  const { rows } = await readRows(
    Buffer.concat([Buffer.from('a,b\n1,x\n2,'), Buffer.from('ü').subarray(0, 1)]),
  );
  expect(rows).toEqual([
    { line: 2, cells: ['1', 'x'] },
    { line: 3, reason: expect.stringMatching(/byte 0xC3 at character 3/) },
  ]);
});

test('a replacement character that really stands there is text', async () => {
  const { rows } = await readRows('a,b\n\uFFFD,x\n');
  expect(rows).toEqual([{ line: 2, cells: ['\uFFFD', 'x'] }]);
});

test('broken quotes all over a large file cost their own lines', async () => {
  const { rows } = await readRows(`a,b\n${'1,"x" y\n2,z\n'.repeat(50_000)}`);
  expect(rows).toHaveLength(100_000);
  expect(rows.filter((row) => 'reason' in row)).toHaveLength(50_000);
});
