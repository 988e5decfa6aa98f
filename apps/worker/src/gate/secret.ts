// What opens something is kept as a hash alone: whoever reads the storage cannot come in with it. The secrets are 160
// random bits, which nobody can try out, so that a plain SHA-256 is enough.
import { sha256 } from '../desk/sha256.ts';

/** What is stored of a secret. Each kind hashes differently, so that none passes for another. */
export function hashOf(kind: 'session' | 'link' | 'key' | 'ticket', secret: string): string {
  return sha256(`${kind} ${secret}`);
}
