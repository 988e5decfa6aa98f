// Text as records. The parser is Papa Parse; here stands what it leaves open: which line a record begins on, and how
// to go on after one that is broken. A record whose quotes do not match costs its first line, never the rest.
import Papa from 'papaparse';

/** A record's cells, or why it has none; `line` is where it begins. */
export type Row =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly reason: string };

export type Split = {
  readonly rows: Row[];
  /** Where a quoted cell begins that the text does not end: it may go on in what follows. */
  readonly unfinished: { readonly text: string; readonly line: number } | null;
};

export type Separators = { readonly delimiter: string; readonly lineEnd: '\n' | '\r' };

/** A quoted cell that is not closed within this many characters never is. */
const longestRecord = 1_048_576;

/**
 * Splits whole lines into records.
 * @param isLast nothing follows, so what is unfinished is broken.
 */
export function splitRecords(text: string, line: number, separators: Separators, isLast: boolean): Split {
  const { data, errors } = Papa.parse<string[]>(text, configOf(separators));
  const { lineEnd } = separators;
  const rows: Row[] = [];
  if (errors.length === 0) {
    appendRows(rows, data, line, lineEnd, data.length !== countOf(text, lineEnd) + 1);
    return { rows, unfinished: null };
  }
  const last = data.length - 1;
  if (!isLast && errors.every(({ code, row }) => code === 'MissingQuotes' && row === last)) {
    const next = appendRows(rows, data.slice(0, last), line, lineEnd, true);
    const rest = text.slice(afterLines(text, 0, next - line, lineEnd));
    if (rest.length < longestRecord) return { rows, unfinished: { text: rest, line: next } };
  }
  return splitAroundFaults(text, line, separators, isLast);
}

/** What is read at first: little, since a broken record makes the parser search all it is given. */
const leastWindow = 2048;

function splitAroundFaults(text: string, firstLine: number, separators: Separators, isLast: boolean): Split {
  const { lineEnd } = separators;
  const rows: Row[] = [];
  let from = 0;
  let line = firstLine;
  let size = leastWindow;
  while (from < text.length) {
    const end = lineEndAfter(text, from + size, lineEnd);
    const { sound, fault } = readUntilFault(text.slice(from, end), separators);
    const faultLine = appendRows(rows, sound, line, lineEnd, true);
    if (fault === null) {
      from = end + 1;
      line = faultLine;
      size = leastWindow;
      continue;
    }
    from = afterLines(text, from, faultLine - line, lineEnd);
    line = faultLine;
    const isOpen = fault === 'open';
    if (isOpen && end < text.length) size = Math.max(size, end - from) * 8;
    else if (isOpen && !isLast && text.length - from < longestRecord) {
      return { rows, unfinished: { text: text.slice(from), line } };
    } else {
      rows.push({ line, reason: faults[fault] });
      from = afterLines(text, from, 1, lineEnd);
      line += 1;
      size = leastWindow;
    }
  }
  return { rows, unfinished: null };
}

const faults = {
  open: 'A quote is opened and never closed.',
  broken: 'Text follows a closing quote. A quote inside a quoted cell is written twice.',
} as const;

function configOf({ delimiter, lineEnd }: Separators): Papa.ParseConfig<string[]> & { worker: false } {
  return { delimiter, newline: lineEnd, quoteChar: '"', worker: false };
}

/** Reads record by record up to the first broken one. */
function readUntilFault(text: string, separators: Separators) {
  const sound: string[][] = [];
  const found: { fault: keyof typeof faults | null } = { fault: null };
  Papa.parse<string[]>(text, {
    ...configOf(separators),
    step({ data, errors }, parser) {
      if (errors.length === 0) sound.push(data);
      else {
        found.fault = errors.some(({ code }) => code === 'InvalidQuotes') ? 'broken' : 'open';
        parser.abort();
      }
    },
  });
  return { sound, fault: found.fault };
}

/**
 * @param spans some record may take more than one line.
 * @returns the number of the line after the last record's.
 */
function appendRows(
  rows: Row[],
  records: readonly string[][],
  line: number,
  lineEnd: string,
  spans: boolean,
): number {
  let next = line;
  for (const cells of records) {
    const begin = next;
    next += 1;
    if (spans) for (const cell of cells) next += countOf(cell, lineEnd);
    // What is left of a line end of two characters.
    const last = cells[cells.length - 1];
    if (last?.endsWith('\r') === true) cells[cells.length - 1] = last.slice(0, -1);
    rows.push({ line: begin, cells });
  }
  return next;
}

function countOf(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) count += 1;
  return count;
}

/** Where the line ends that this place is in. */
function lineEndAfter(text: string, place: number, lineEnd: string): number {
  const at = place >= text.length ? -1 : text.indexOf(lineEnd, place);
  return at === -1 ? text.length : at;
}

/** Where the text goes on after so many lines. */
function afterLines(text: string, from: number, count: number, lineEnd: string): number {
  let place = from;
  for (let passed = 0; passed < count; passed += 1) place = lineEndAfter(text, place, lineEnd) + 1;
  return place;
}
