// A language of a form as a table that translators fill in, and what such a table would change. Nothing is changed
// here; an empty cell says nothing, and what the form does not have is told by its line.
import type { Path } from '@baton/rules';
import { readCsv, writeCsv, type CsvRow } from '@baton/workspace/csv';
import { saidAt, type Line } from './translations.ts';

type Languages = { readonly own: string; readonly other: string };

export function writeSheet(lines: readonly Line[], words: unknown, { own, other }: Languages): string {
  return writeCsv([
    ['key', 'where', 'what', `original:${own}`, `translation:${other}`],
    ...lines.map(({ key, where, what, text, path }) => [key, where, what, text, saidAt(words, path)]),
  ]);
}

/** One text that the table says otherwise than the form. */
type SheetChange = {
  readonly line: number;
  readonly key: string;
  readonly path: Path;
  readonly what: string;
  readonly original: string;
  readonly before: string;
  readonly after: string;
  /** It was translated from other words than the form has now. */
  readonly isStale: boolean;
};

export type SheetReading =
  | {
      readonly kind: 'read';
      readonly changes: readonly SheetChange[];
      /** Rows of what the form does not have, and those that come twice: the first stands. */
      readonly unknown: readonly SheetRow[];
      readonly twice: readonly SheetRow[];
      /** Cells without a translation, and those that say what the form says already. */
      readonly empty: number;
      readonly same: number;
    }
  | { readonly kind: 'refused'; readonly why: SheetFault };

export type SheetRow = { readonly line: number; readonly key: string };

export type SheetFault =
  | { readonly code: 'open_quote'; readonly line: number }
  | { readonly code: 'not_a_sheet' }
  | { readonly code: 'other_language'; readonly language: string };

/** Reads what {@link writeSheet} wrote, in whatever order its columns and rows are now. */
export function readSheet(
  text: string,
  lines: readonly Line[],
  words: unknown,
  language: string,
): SheetReading {
  const table = readCsv(text);
  if ('openQuote' in table) return refused({ code: 'open_quote', line: table.openQuote });
  const [header, ...rows] = table.rows;
  const columns = header === undefined ? null : columnsOf(header);
  if (columns === null) return refused({ code: 'not_a_sheet' });
  if (columns.language.toLowerCase() !== language.toLowerCase())
    return refused({ code: 'other_language', language: columns.language });
  const known = new Map(lines.map((line) => [line.key, line]));
  const met = new Set<string>();
  const changes: SheetChange[] = [];
  const unknown: SheetRow[] = [];
  const twice: SheetRow[] = [];
  let [empty, same] = [0, 0];
  for (const { line, cells } of rows) {
    const key = (cells[columns.key] ?? '').trim();
    const after = cells[columns.translation] ?? '';
    const there = known.get(key);
    if (there === undefined) {
      if (cells.some((cell) => cell.trim() !== '')) unknown.push({ line, key });
      continue;
    }
    if (met.has(key)) {
      twice.push({ line, key });
      continue;
    }
    met.add(key);
    const before = saidAt(words, there.path);
    if (after.trim() === '') empty += 1;
    else if (isSameText(after, before)) same += 1;
    else {
      const original = columns.original < 0 ? there.text : (cells[columns.original] ?? '');
      const isStale = !isSameText(original, there.text);
      const { path, what, text: now } = there;
      changes.push({ line, key, path, what, original: now, before, after, isStale });
    }
  }
  return { kind: 'read', changes, unknown, twice, empty, same };
}

/** Spreadsheets write line ends of their own. */
function isSameText(one: string, other: string): boolean {
  return one.replaceAll(/\r\n?/g, '\n') === other.replaceAll(/\r\n?/g, '\n');
}

function refused(why: SheetFault): SheetReading {
  return { kind: 'refused', why };
}

type Columns = {
  readonly key: number;
  readonly original: number;
  readonly translation: number;
  readonly language: string;
};

function columnsOf({ cells }: CsvRow): Columns | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const key = names.indexOf('key');
  const translation = names.findIndex((name) => name.startsWith('translation:'));
  if (key < 0 || translation < 0) return null;
  const original = names.findIndex((name) => name.startsWith('original:'));
  return { key, original, translation, language: (names[translation] ?? '').slice('translation:'.length) };
}
