import { expect, test } from 'vitest';
import { inspectHead } from './inspect-head.ts';

const inspect = (text: string, encoding: BufferEncoding = 'utf8') => inspectHead(Buffer.from(text, encoding));

function reasonOf(head: Buffer): string {
  const inspected = inspectHead(head);
  return inspected.ok ? '' : inspected.reason;
}

function layoutOf(text: string) {
  const inspected = inspect(text);
  if (!inspected.ok) throw new Error(inspected.reason);
  return inspected.layout;
}

test.each([
  ['email,size\na@b.example,3\n', ','],
  ['email;size\na@b.example;3\n', ';'],
  ['email\tsize\n', '\t'],
  ['email|size\n', '|'],
  ['email\n', ','],
  ['"a, b, c";"d"\n', ';'],
  ['"he said ""a,b,c"""\tx\n', '\t'],
  ['\n\nemail;size\n', ';'],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(layoutOf(text).delimiter).toBe(delimiter);
});

test('a first line that names the delimiter is believed and passed over', () => {
  expect(layoutOf('sep=;\r\na,b,c;d\r\n')).toMatchObject({ delimiter: ';', start: 7, firstLine: 2 });
});

test('a byte-order mark is not part of the header', () => {
  expect(layoutOf('\uFEFFemail,size\n')).toMatchObject({ marked: true, start: 3, firstLine: 1 });
});

test('lines may end as on the first Macintosh', () => {
  expect(layoutOf('email,size\ra,b\r').lineEnd).toBe('\r');
  expect(layoutOf('email,size\r\na,b\r\n').lineEnd).toBe('\n');
});

test.each<[string, Buffer, RegExp]>([
  ['nothing', Buffer.alloc(0), /empty/],
  ['blank lines', Buffer.from(' \r\n\n'), /blank/],
  ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /\.xlsx/],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.xls/],
  ['an archive', Buffer.from([0x1f, 0x8b, 8]), /gzip/],
  ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
  ['UTF-16 with a mark', Buffer.from('\uFEFFemail,size', 'utf16le'), /UTF-16.*UTF-8/],
  ['UTF-16 the other way round', Buffer.from('\uFEFFemail,size', 'utf16le').swap16(), /UTF-16/],
  ['UTF-16 without a mark', Buffer.from('email,size\na,b\n', 'utf16le'), /UTF-16/],
  ['machine code', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]), /binary/],
  ['a web page', Buffer.from('\n<!DOCTYPE html><table>'), /web page/],
  ['JSON', Buffer.from('[ {"email": 1}'), /JSON/],
])('%s is refused by name', (_, head, reason) => {
  expect(reasonOf(head)).toMatch(reason);
});

test('a stray zero among text makes no binary file of it', () => {
  expect(layoutOf(`email,size\n${'a@b.example,3\n'.repeat(20)}\0,4\n`)).toMatchObject({ delimiter: ',' });
});
