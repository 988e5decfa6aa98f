// A CSV file as a header and rows, in batches as they are read. A broken row is told by its line and the rest goes
// on; a file that is no table at all is refused with the line that shows it.
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { headLength, inspectHead, type Layout } from './inspect-head.ts';
import { readPieces } from './read-pieces.ts';
import { splitRecords, type Row } from './split-records.ts';

export type Table = {
  readonly header: readonly string[];
  readonly layout: Layout;
  /** Every row below the header, blank ones left out. To be read once. */
  readonly batches: AsyncGenerator<readonly Row[]>;
  readonly close: () => Promise<void>;
};

export type OpenedTable =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly line: number; readonly reason: string };

/** Opens a file and reads its header. Throws what the file system throws. Who opens, closes. */
export async function openTable(path: string): Promise<OpenedTable> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(headLength);
    const { bytesRead } = await file.read(head, 0, headLength, 0);
    const inspected = inspectHead(head.subarray(0, bytesRead));
    if (!inspected.ok) return await refuse(file, 1, inspected.reason);
    const { layout } = inspected;
    const batches = readBatches(file, layout);
    const [first, ...others] = await firstBatch(batches);
    if (first === undefined) return await refuse(file, 1, 'The file holds nothing but blank lines.');
    if ('reason' in first) return await refuse(file, first.line, `In the header: ${first.reason}`);
    const header = first.cells.map((name) => name.trim());
    const below = rowsBelow(header.length, others, batches);
    return { ok: true, table: { header, layout, batches: below, close: () => file.close() } };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function refuse(file: FileHandle, line: number, reason: string): Promise<OpenedTable> {
  await file.close();
  return { ok: false, line, reason };
}

async function firstBatch(batches: AsyncGenerator<readonly Row[]>): Promise<readonly Row[]> {
  for (;;) {
    const { value, done } = await batches.next();
    if (done === true) return [];
    if (value.length > 0) return value;
  }
}

async function* rowsBelow(
  width: number,
  first: readonly Row[],
  others: AsyncGenerator<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  yield first.map((row) => withWidth(row, width));
  for await (const rows of others) yield rows.map((row) => withWidth(row, width));
}

function withWidth(row: Row, width: number): Row {
  if ('reason' in row || row.cells.length === width) return row;
  const { length } = row.cells;
  return {
    line: row.line,
    reason: `${length} ${length === 1 ? 'column' : 'columns'}, the header has ${width}.`,
  };
}

async function* readBatches(file: FileHandle, layout: Layout): AsyncGenerator<readonly Row[]> {
  let unfinished: { readonly text: string; readonly line: number } | null = null;
  const broken = new Map<number, string>();
  for await (const { text, firstLine, brokenLines, isLast } of readPieces(file, layout)) {
    for (const [line, reason] of brokenLines) broken.set(line, reason);
    const whole: string = unfinished === null ? text : unfinished.text + layout.lineEnd + text;
    const line: number = unfinished === null ? firstLine : unfinished.line;
    const split = splitRecords(whole, line, layout, isLast);
    unfinished = split.unfinished;
    const rows =
      broken.size === 0 ? split.rows : withoutBroken(split.rows, broken, unfinished?.line ?? Infinity);
    yield rows.filter((row) => !isBlank(row));
  }
}

/** Puts the reason of a broken line in the place of the row that it belongs to, and forgets it. */
function withoutBroken(rows: readonly Row[], broken: Map<number, string>, end: number): Row[] {
  const checked = rows.map((row, index): Row => {
    const next = rows[index + 1]?.line ?? end;
    for (const [line, reason] of broken) if (line >= row.line && line < next) return { line, reason };
    return row;
  });
  for (const line of broken.keys()) if (line < end) broken.delete(line);
  return checked;
}

function isBlank(row: Row): boolean {
  return 'cells' in row && row.cells.length <= 1 && (row.cells[0] ?? '').trim() === '';
}
