// A file as pieces of text that end where lines end, so that memory does not grow with the file. Lines that are not
// UTF-8, or endless, are told by number; refuses to guess what they were meant to be.
import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import type { Layout } from './inspect-head.ts';

export type Piece = {
  /** Whole lines, without the end of the last. */
  readonly text: string;
  readonly firstLine: number;
  /** Why a line is not text, by its number. */
  readonly brokenLines: ReadonlyMap<number, string>;
  /** Nothing follows. */
  readonly isLast: boolean;
};

/** A longer line, in bytes, is no line of a table. */
const longestLine = 1_048_576;

const readLength = 131_072;
const noneBroken: ReadonlyMap<number, string> = new Map();

/** Reads on from the layout's start. There is always a last piece, perhaps without text. */
export async function* readPieces(file: FileHandle, layout: Layout): AsyncGenerator<Piece> {
  const lineEnd = layout.lineEnd.charCodeAt(0);
  const buffer = Buffer.allocUnsafe(longestLine + readLength);
  let position = layout.start;
  let firstLine = layout.firstLine;
  // The buffer begins with this much of a line whose end has not been read yet.
  let held = 0;
  // That line is too long: it has been told, and the rest of it is passed over.
  let passing = false;
  for (;;) {
    const { bytesRead } = await file.read(buffer, held, readLength, position);
    position += bytesRead;
    let end = held + bytesRead;
    if (passing) {
      const at = buffer.subarray(0, end).indexOf(lineEnd);
      if (at !== -1) {
        buffer.copyWithin(0, at + 1, end);
        firstLine += 1;
        passing = false;
      }
      end = at === -1 ? 0 : end - at - 1;
      held = 0;
    }
    const isLast = bytesRead === 0;
    const last = isLast ? end : held + buffer.subarray(held, end).lastIndexOf(lineEnd);
    if (isLast || last >= held) {
      const bytes = buffer.subarray(0, last);
      const brokenLines = isUtf8(bytes) ? noneBroken : findBroken(bytes, lineEnd, firstLine);
      yield { text: bytes.toString(), firstLine, brokenLines, isLast };
      if (isLast) return;
      firstLine += countOf(bytes, lineEnd) + 1;
      buffer.copyWithin(0, last + 1, end);
      held = end - last - 1;
    } else if (end > longestLine) {
      const brokenLines = new Map([[firstLine, 'Longer than 1 MB: this is no line of a table.']]);
      // Not blank, since blank lines are passed over.
      yield { text: '?', firstLine, brokenLines, isLast: false };
      passing = true;
      held = 0;
    } else held = end;
  }
}

function countOf(bytes: Buffer, wanted: number): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) count += 1;
  return count;
}

function findBroken(bytes: Buffer, lineEnd: number, firstLine: number): Map<number, string> {
  const broken = new Map<number, string>();
  for (let line = firstLine, from = 0; from < bytes.length; line += 1) {
    const at = bytes.indexOf(lineEnd, from);
    const to = at === -1 ? bytes.length : at;
    const content = bytes.subarray(from, to);
    if (!isUtf8(content)) broken.set(line, whyBroken(content));
    from = to + 1;
  }
  return broken;
}

function whyBroken(line: Buffer): string {
  // What cannot be decoded becomes a replacement character; all before it is as it was.
  const before = line.toString().split('\uFFFD', 1)[0] ?? '';
  const byte = line[Buffer.byteLength(before)] ?? 0;
  const shown = byte.toString(16).toUpperCase().padStart(2, '0');
  return `Not UTF-8: byte 0x${shown} at character ${before.length + 1}, as in Latin-1 or Windows-1252. Save the file as UTF-8.`;
}
