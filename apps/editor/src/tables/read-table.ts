// A file of somebody's as a table: the names of its columns, its rows, and what keeps it from being read. Pure.
import { readCsv, type CsvRow } from '@baton/workspace/csv';

export type Table = {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  /** A sentence. */
  readonly trouble: string | undefined;
};

export function readTable(text: string): Table {
  const read = readCsv(text);
  if ('openQuote' in read) {
    return { header: [], rows: [], trouble: `A quote that begins on line ${read.openQuote} never ends.` };
  }
  const [header, ...rows] = read.rows;
  const names = (header?.cells ?? []).map((name) => name.trim());
  const trouble = rows.length === 0 ? 'There is no row below the first line.' : undefined;
  return { header: names, rows, trouble };
}

/** The columns that can be named, each once. */
export function columnNames({ header }: Pick<Table, 'header'>): readonly string[] {
  return [...new Set(header)].filter((name) => name !== '');
}

export function rowsInWords(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}
