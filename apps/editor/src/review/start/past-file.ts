// A table of past leads as somebody chose it: read whole in the browser, whichever way its spreadsheet wrote it. Refuses by
// name what is no CSV, however it is called.
import { readCsv, type CsvRow } from '@baton/workspace/csv';
import { decodeText } from '../../draft/decode-text.ts';

export type PastFile = {
  readonly name: string;
  /** Tells the file from all others. */
  readonly digest: string;
  /** Each name once, and none empty. */
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  /** As it was chosen, to be kept until it is in. */
  readonly bytes: ArrayBuffer;
};

export type ReadFile =
  | { readonly ok: true; readonly file: PastFile }
  | { readonly ok: false; readonly says: string };

const saveAs = 'Open it in the spreadsheet, choose “Save as” and “CSV UTF-8”, and take that file.';

const signatures: readonly (readonly [bytes: readonly number[], says: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    `This is a spreadsheet (.xlsx) or another archive, whatever its name. ${saveAs}`,
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], `This is an old Excel workbook (.xls), whatever its name. ${saveAs}`],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Baton reads tables as CSV.'],
  [[0x1f, 0x8b], 'This is compressed (gzip). Unpack it first.'],
];

const mostRows = 1_000_000;

export async function readPastFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  const known = signatures.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return { ok: false, says: known[1] };
  const text = decodeText(bytes);
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text))
    return { ok: false, says: `This is a web page or XML. ${saveAs}` };
  if (text.includes('\0')) return { ok: false, says: `This is not a table as text. ${saveAs}` };
  const read = readCsv(text);
  if ('openQuote' in read)
    return {
      ok: false,
      says: `A quote that begins on line ${read.openQuote} never ends. Correct that line and take the file again.`,
    };
  const [header, ...rows] = read.rows;
  if (header === undefined) return { ok: false, says: 'The file is empty.' };
  if (rows.length === 0)
    return { ok: false, says: 'There is only one line. The first names the columns; leads stand below it.' };
  if (rows.length > mostRows)
    return { ok: false, says: 'More than a million rows: send them in several files.' };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    ok: true,
    file: {
      name: name.slice(0, 200),
      digest: hex,
      header: namesOf(header.cells, rows),
      rows,
      bytes: bytes.buffer,
    },
  };
}

/** As many names as the widest row has cells. */
function namesOf(cells: readonly string[], rows: readonly CsvRow[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), cells.length);
  const taken = new Set<string>();
  return Array.from({ length: Math.min(width, 500) }, (_, index) => {
    const said = (cells[index] ?? '').trim().slice(0, 200) || `Column ${index + 1}`;
    let name = said;
    for (let number = 2; taken.has(name); number += 1) name = `${said} (${number})`;
    taken.add(name);
    return name;
  });
}
