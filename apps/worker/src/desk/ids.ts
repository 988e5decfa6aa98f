// Ids that tell nothing about what they name. Public ones sort by time, so that indexes stay compact.
import type { Ids } from './parts.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function timePart(now: number): string {
  let rest = now;
  let part = '';
  for (let place = 0; place < 9; place += 1) {
    part = (alphabet[rest % 32] ?? '0') + part;
    rest = Math.floor(rest / 32);
  }
  return part;
}

/** Random bytes are fetched many at once; none is used twice. */
const pool = new Uint8Array(2_048);
let left = 0;

function randomPart(length: number): string {
  if (left < length) {
    crypto.getRandomValues(pool);
    left = pool.length;
  }
  let part = '';
  for (const byte of pool.subarray(left - length, left)) part += alphabet[byte % 32] ?? '0';
  left -= length;
  return part;
}

let lastAt = 0;
let sinceThen = 0;

/** Changes are listed by their ids: those of one millisecond stay in the order in which they were made. */
function placePart(now: number): string {
  sinceThen = now === lastAt ? sinceThen + 1 : 0;
  lastAt = now;
  return sinceThen.toString(32).padStart(4, '0');
}

/** Ids from the host's own randomness: 80 random bits in a public id, 60 in that of a change, 160 in a token. */
export const randomIds: Ids = {
  next: (prefix, now) =>
    prefix === 'aud'
      ? `aud_${timePart(now)}${placePart(now)}${randomPart(12)}`
      : `${prefix}_${timePart(now)}${randomPart(16)}`,
  token: () => randomPart(32),
  chance: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};
