// The one hash that documents go by.
import { createHash } from 'node:crypto';

/** SHA-256 of a text, as lower-case hexadecimal. */
export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
