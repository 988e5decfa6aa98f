// What a file that should be CSV really is, told from its first bytes: how it is laid out, or why it cannot be
// read. Guesses nothing about values, and refuses spreadsheets, archives and encodings other than UTF-8 by name.

/** How the file is laid out. */
export type Layout = {
  readonly delimiter: string;
  readonly lineEnd: '\n' | '\r';
  /** It begins with a byte-order mark. */
  readonly marked: boolean;
  /** Where the header begins, in bytes, and the number of that line. */
  readonly start: number;
  readonly firstLine: number;
};

export type Inspected =
  | { readonly ok: true; readonly layout: Layout }
  | { readonly ok: false; readonly reason: string };

/** How many bytes are enough to tell. */
export const headLength = 65_536;

const asUtf8 = 'Save it as UTF-8 (in Excel: “CSV UTF-8”).';

const signatures: readonly (readonly [bytes: readonly number[], reason: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is a spreadsheet (.xlsx) or another zip archive, not CSV. Open it and save it as “CSV UTF-8”.',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an old Excel workbook (.xls), not CSV. Open it and save it as “CSV UTF-8”.',
  ],
  [[0x1f, 0x8b], 'This is compressed (gzip). Unpack it first.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF, not CSV.'],
  [[0xff, 0xfe], `This is UTF-16, not UTF-8. ${asUtf8}`],
  [[0xfe, 0xff], `This is UTF-16, not UTF-8. ${asUtf8}`],
];

const delimiters = [',', ';', '\t', '|'];

/** @param head the first `headLength` bytes, or all of a shorter file. */
export function inspectHead(head: Buffer): Inspected {
  if (head.length === 0) return refuse('The file is empty.');
  const known = signatures.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (known !== undefined) return refuse(known[1]);
  if (isSpreadWide(head)) return refuse(`This is UTF-16, not UTF-8. ${asUtf8}`);
  if (zerosIn(head) > head.length / 20) return refuse('This is a binary file, not CSV.');

  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const start = marked ? 3 : 0;
  // Only what is ASCII is looked at, and that reads the same whatever the rest is.
  const text = head.toString('latin1', start);
  if (text.trim() === '') return refuse('The file holds nothing but blank lines.');
  if (/^\s*<(?:!doctype|html|head|meta|table|\?xml)/i.test(text)) {
    return refuse('This is a web page or XML, not CSV. Open it in a spreadsheet and save it as “CSV UTF-8”.');
  }
  if (/^\s*(?:\{\s*"|\[\s*[[{])/.test(text)) return refuse('This is JSON, not CSV.');

  const lineEnd = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const hint = /^sep=(.)\r?\n/i.exec(text);
  if (hint !== null) {
    const [line, delimiter = ','] = hint;
    return accept({ delimiter, lineEnd, marked, start: start + line.length, firstLine: 2 });
  }
  return accept({ delimiter: mostFrequent(text), lineEnd, marked, start, firstLine: 1 });
}

function accept(layout: Layout): Inspected {
  return { ok: true, layout };
}

function refuse(reason: string): Inspected {
  return { ok: false, reason };
}

function zerosIn(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
}

/** Whether every other byte is zero, as in Western text of two bytes a character. */
function isSpreadWide(head: Buffer): boolean {
  const sample = head.subarray(0, Math.min(head.length - (head.length % 2), 64));
  const odd = zerosIn(sample.filter((_, at) => at % 2 === 1));
  const most = (sample.length / 2) * 0.8;
  return sample.length > 0 && (odd >= most || zerosIn(sample) - odd >= most);
}

/** The delimiter that stands most often in the first line that is not blank, outside quotes. */
function mostFrequent(text: string): string {
  const bare = text.replace(/^\s+/, '').replace(/"(?:[^"]|"")*"/g, '');
  const [line = ''] = bare.split(/[\r\n]/, 1);
  let best = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const count = line.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
