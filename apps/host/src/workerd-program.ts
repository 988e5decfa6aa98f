// Where npm put workerd's binary, and which of its words are no news to anybody.
import { createRequire } from 'node:module';
import { isRecord, textAt } from './json.ts';

/** The absolute path of workerd's binary. Throws with the remedy when npm did not install one for this machine. */
export function workerdProgram(): string {
  const found: unknown = createRequire(import.meta.url)('workerd');
  const path = isRecord(found) ? textAt(found, 'default') : null;
  if (path === null) throw new Error('workerd is not installed for this machine: run npm ci.');
  return path;
}

// NOSENTRY marks what workerd itself holds to be uninteresting: cut connections, kills. Stack lines of its own
// machine code follow such a line.
const noise = /NOSENTRY|^\s*(stack|filename): |^\s*\S*workerd\S*@[0-9a-f]+|^\s*\/\S+@[0-9a-f]{5,}/;

/** Whether a line of workerd's standard error is noise. */
export function isNoise(line: string): boolean {
  return line.trim() === '' || noise.test(line);
}
