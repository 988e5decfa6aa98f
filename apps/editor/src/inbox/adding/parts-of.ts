// A long table in parts that the worker takes at once. Each row of a part is one line, so that what is told by its line
// is found in the file again. Pure.
import { writeCsv, type CsvRow } from '@baton/workspace/csv';

/** Rows of a part: so many that each shows some progress. */
const rowsAtOnce = 1000;

export type Part = { readonly csv: string; readonly rows: readonly CsvRow[] };

export function partsOf(
  header: readonly string[],
  rows: readonly CsvRow[],
  size = rowsAtOnce,
): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < rows.length; at += size) {
    const own = rows.slice(at, at + size);
    const lines = own.map(({ cells }) => header.map((_, place) => oneLine(cells[place] ?? '')));
    parts.push({ csv: writeCsv([header.map(oneLine), ...lines]), rows: own });
  }
  return parts;
}

/** The line of the file that a line of the part was. */
export function lineIn({ rows }: Part, line: number): number {
  return rows[line - 2]?.line ?? line;
}

function oneLine(cell: string): string {
  return cell.replaceAll(/[\r\n]+/g, ' ');
}
