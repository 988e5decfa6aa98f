// Splits a program's output into lines as they come.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Calls back with each line of the stream, without its end; a last line without an end counts. */
export function eachLine(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine);
}
