// Proofs of work in the format of ALTCHA (https://altcha.org/docs/v1/server-integration): a signed challenge that no
// table knows of until it is used. A challenge is good for one form, until it expires, once. ALTCHA's own library signs and
// checks by promises, for which a transaction cannot wait.
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Protection } from '@baton/form';
import { sha256 } from './sha256.ts';
import { isRecord, first, type Sql } from './sql.ts';
import { storedKey } from './stored-key.ts';
import type { Proof } from './suspicion.ts';

export type Challenge = {
  readonly algorithm: 'SHA-256';
  readonly challenge: string;
  /** The number to be found is not above. */
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
};

const lifetime = 60 * 60_000;
const usualCost = 50_000;
const longestProof = 2000;

/** A new challenge for a form. */
export function challengeFor(sql: Sql, form: string, protection: Protection, now: number): Challenge {
  const maxnumber = costOf(protection);
  // The sign at its end keeps digits of the number from passing for digits of the instant.
  const salt = `${randomBytes(12).toString('hex')}?expires=${Math.floor((now + lifetime) / 1000)}&form=${form}&`;
  const challenge = sha256(`${salt}${randomInt(maxnumber + 1)}`);
  return { algorithm: 'SHA-256', challenge, maxnumber, salt, signature: sign(sql, challenge) };
}

function costOf({ proofOfWork }: Protection): number {
  return (typeof proofOfWork === 'object' ? proofOfWork.cost : undefined) ?? usualCost;
}

export const proofUsed = `SELECT 1 FROM used_proofs WHERE challenge = ?`;

/** What a proof is worth: base64 of JSON, or the word `unavailable`. */
export function readProof(sql: Sql, form: string, proof: string | null): Proof {
  if (proof === null) return { kind: 'missing' };
  if (proof === 'unavailable') return { kind: 'unavailable' };
  const solved = proof.length > longestProof ? null : solutionIn(proof);
  if (solved === null) return { kind: 'wrong' };
  const { challenge, salt, number, signature } = solved;
  const stated = /^[0-9a-f]{24}\?expires=(\d{1,12})&form=([^&]+)&$/.exec(salt);
  const isGood =
    stated?.[2] === form &&
    sha256(`${salt}${number}`) === challenge &&
    isSame(signature, sign(sql, challenge));
  if (!isGood) return { kind: 'wrong' };
  const isUsed = first(sql, proofUsed, challenge) !== null;
  return { kind: 'done', challenge, expires: Number(stated[1]) * 1000, isUsed };
}

/** Marks a challenge as used, in the transaction that takes the submission. */
export function useProof(sql: Sql, challenge: string, expires: number): void {
  sql.run(`INSERT INTO used_proofs (challenge, expires_at) VALUES (?, ?)`, challenge, expires);
}

type Solution = {
  readonly challenge: string;
  readonly salt: string;
  readonly number: number;
  readonly signature: string;
};

function solutionIn(proof: string): Solution | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(proof, 'base64').toString('utf8'));
  } catch {
    return null;
  }
  if (!isRecord(value) || value['algorithm'] !== 'SHA-256') return null;
  const { challenge, salt, number, signature } = value;
  if (typeof challenge !== 'string' || typeof salt !== 'string' || typeof signature !== 'string') return null;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) return null;
  return { challenge, salt, number, signature };
}

function sign(sql: Sql, challenge: string): string {
  return createHmac('sha256', storedKey(sql, 'proof_key')).update(challenge).digest('hex');
}

function isSame(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
