// Tables as text (RFC 4180), as spreadsheets write and read them. What would be a formula in a spreadsheet is marked
// with an apostrophe and comes back without it. Reads commas, semicolons and tabs; refuses a quote that never ends.

export type CsvRow = {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** Spreadsheets take a file without it for one of the system's own encoding. */
export const byteOrderMark = '\uFEFF';

const formula = /^'*[=+\-@\t\r]/;

/** Numbers stay numbers, below nothing too; null is an empty cell. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return byteOrderMark + rows.map(csvLine).join('');
}

/** One line of a table that is written while it is read. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: string | number | null, _index: number, cells: readonly unknown[]): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const safe = formula.test(text) ? `'${text}` : text;
  const isQuoted = /[",;\t\r\n]|^\s|\s$/.test(safe) || (safe === '' && cells.length === 1);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows without the blank lines between them. */
export function readCsv(text: string): { readonly rows: readonly CsvRow[] } | { readonly openQuote: number } {
  const source = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const separator = separatorOf(source);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [line, startLine, at] = [1, 1, 0];
  while (at < source.length) {
    const cell = readCell(source, at, separator);
    if (cell === null) return { openQuote: line };
    cells.push(plain(cell.text));
    const end = source[cell.end];
    line += linesIn(source.slice(at, cell.end));
    at = cell.end + 1;
    if (end === separator) {
      if (at === source.length) cells.push('');
      else continue;
    }
    if (end === '\r' && source[at] === '\n') at += 1;
    if (cells.length > 1 || cells[0] !== '' || cell.isQuoted) rows.push({ line: startLine, cells });
    cells = [];
    line += 1;
    startLine = line;
  }
  if (cells.length > 0) rows.push({ line: startLine, cells });
  return { rows };
}

type Cell = { readonly text: string; readonly end: number; readonly isQuoted: boolean };

/** From `at` up to the separator or line's end behind it; null: its quote never ends. */
function readCell(source: string, at: number, separator: string): Cell | null {
  if (source[at] !== '"') {
    const end = endOf(source, at, separator);
    return { text: source.slice(at, end), end, isQuoted: false };
  }
  let close = source.indexOf('"', at + 1);
  while (close >= 0 && source[close + 1] === '"') close = source.indexOf('"', close + 2);
  if (close < 0) return null;
  const end = endOf(source, close + 1, separator);
  const text = source.slice(at + 1, close).replaceAll('""', '"') + source.slice(close + 1, end);
  return { text, end, isQuoted: true };
}

function endOf(source: string, at: number, separator: string): number {
  let end = at;
  while (end < source.length && !['\r', '\n', separator].includes(source.charAt(end))) end += 1;
  return end;
}

/** Whichever stands most often between the cells of the first line that is not blank. */
function separatorOf(source: string): string {
  const line = bareLine(source);
  const count = (sign: string): number => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The first line that is not blank, without what stands in quotes: a heading may hold whatever parts the cells. */
function bareLine(source: string): string {
  let [line, before, isQuoted] = ['', '\n', false];
  for (const sign of source) {
    // Only at the beginning of a cell is it a quote, and after another, which then stood for itself.
    if (sign === '"' && (isQuoted || /[,;\t\r\n"]/.test(before))) isQuoted = !isQuoted;
    if (!isQuoted && /[\r\n]/.test(sign)) {
      if (line.trim() !== '') return line;
      line = '';
    } else if (!isQuoted) line += sign;
    before = sign;
  }
  return line;
}

function plain(text: string): string {
  return formula.test(text) && text.startsWith("'") ? text.slice(1) : text;
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
