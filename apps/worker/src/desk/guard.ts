// What a form's protection makes of an arrival, with the evidence that only storage has. Where nothing but the
// honeypot is declared, storage is not asked and nothing is written.
import type { Arrival } from './arrival.ts';
import type { Context } from './context.ts';
import { countedBefore, countOne, type Counted } from './limits.ts';
import { forgetAt } from './forget.ts';
import type { PublishedVersion } from './published-version.ts';
import { readProof, useProof } from './proofs.ts';
import { isWorkAsked, suspicion, type Suspicion } from './suspicion.ts';

export type Guarded = {
  readonly suspicion: Suspicion;
  /** Remembers what later arrivals are held to; in the transaction that stores this one. */
  readonly remember: () => void;
};

/** Nothing was looked at, or nothing was found. */
export const unguarded: Guarded = { suspicion: { reasons: [], unchecked: [] }, remember: () => undefined };
const trap: Guarded = { ...unguarded, suspicion: { reasons: ['trap'], unchecked: [] } };

/** Looks at a final arrival, before anything of it is stored. */
export function guard(context: Context, published: PublishedVersion, arrival: Arrival, now: number): Guarded {
  const { protection, id: form } = published.form;
  const { minSeconds, maxPerHour, proofOfWork, turnstile } = protection;
  if (
    minSeconds === undefined &&
    maxPerHour === undefined &&
    turnstile === undefined &&
    !isWorkAsked(proofOfWork)
  ) {
    return arrival.trapped ? trap : unguarded;
  }
  const { sql } = context.parts;
  const { trapped, elapsed, block } = arrival;
  const proof = isWorkAsked(proofOfWork) ? readProof(sql, form, arrival.proof) : { kind: 'missing' as const };
  const word = arrival.turnstileWord ?? 'missing';
  const isUnavailable = proof.kind === 'unavailable' || (turnstile !== undefined && word === 'unavailable');
  const senders: Counted = { form, of: block ?? 'strangers' };
  const claims: Counted = { form, of: 'unavailable' };
  const found = suspicion(
    protection,
    {
      trapped,
      elapsed,
      before: maxPerHour === undefined ? 0 : countedBefore(sql, senders, now),
      isAddressKnown: block !== null,
      proof,
      turnstile: word,
      unavailableBefore: isUnavailable ? countedBefore(sql, claims, now) : 0,
    },
    now,
  );
  return {
    suspicion: found,
    remember() {
      // Who is over the limit is not counted further: the table grows by what a limit lets pass.
      if (maxPerHour !== undefined && !found.reasons.includes('too_many')) countOne(context, senders, now);
      if (isUnavailable && found.unchecked.length > 0) countOne(context, claims, now);
      if (proof.kind === 'done' && !proof.isUsed && proof.expires > now) {
        useProof(sql, proof.challenge, proof.expires);
        forgetAt(context.parts, 'hourly', proof.expires);
      }
    },
  };
}
