// Whether a submission looks like a machine's, by what its form asks for. Decides nothing else: whoever is suspected
// is put aside with the reasons, never refused. What nobody could look at is no reason; it is only noted.
import type { Protection } from '@baton/form';

/** Why a submission is put aside. */
export const suspicions = [
  'trap',
  'too_quick',
  'too_many',
  'proof_missing',
  'proof_wrong',
  'proof_expired',
  'proof_used',
  'turnstile_missing',
  'turnstile_failed',
] as const;

export type Suspected = (typeof suspicions)[number];

/** What could not be looked at. */
export const checks = ['proof', 'turnstile'] as const;

type Check = (typeof checks)[number];

/** A proof of work as it came. `unavailable`: the browser says that it could not get a challenge. */
export type Proof =
  | { readonly kind: 'missing' | 'unavailable' | 'wrong' }
  | { readonly kind: 'done'; readonly challenge: string; readonly expires: number; readonly isUsed: boolean };

/** What Turnstile made of a visitor. `unavailable` as above, `unchecked`: it could not be asked. */
export type TurnstileWord = 'passed' | 'failed' | 'missing' | 'unavailable' | 'unchecked';

export type Evidence = {
  /** Something filled in the field that people cannot see. */
  readonly trapped: boolean;
  /** Ms from showing the form to sending it; null where nobody measured. */
  readonly elapsed: number | null;
  /** Submissions from the same address block in the hour before. */
  readonly before: number;
  /** The address is known; else `before` is of all whose address is not. */
  readonly isAddressKnown: boolean;
  readonly proof: Proof;
  readonly turnstile: TurnstileWord;
  /** Submissions in the hour before whose browsers could not get at a check. */
  readonly unavailableBefore: number;
};

export type Suspicion = { readonly reasons: readonly Suspected[]; readonly unchecked: readonly Check[] };

/** As many strangers share one limit where addresses are not known. */
const strangers = 10;

/** So many an hour may say that they could not get at a check. It is the browser's word alone: a machine can say it. */
const trustedAnHour = 10;

/** Instants in epoch ms. */
export function suspicion(protection: Protection, evidence: Evidence, now: number): Suspicion {
  const reasons: Suspected[] = [];
  const unchecked: Check[] = [];
  const { minSeconds, maxPerHour, proofOfWork, turnstile } = protection;
  const { elapsed, proof } = evidence;
  const isTrusted = evidence.unavailableBefore < trustedAnHour;
  if (evidence.trapped) reasons.push('trap');
  if (minSeconds !== undefined && elapsed !== null && elapsed < minSeconds * 1000) reasons.push('too_quick');
  const most = (maxPerHour ?? Infinity) * (evidence.isAddressKnown ? 1 : strangers);
  if (evidence.before >= most) reasons.push('too_many');
  const work = isWorkAsked(proofOfWork) ? onWork(proof, isTrusted, now) : null;
  const word = turnstile === undefined ? null : onWord(evidence.turnstile, isTrusted);
  for (const [check, found] of [['proof', work] as const, ['turnstile', word] as const]) {
    if (found === 'unchecked') unchecked.push(check);
    else if (found !== null) reasons.push(found);
  }
  return { reasons, unchecked };
}

type Found = Suspected | 'unchecked' | null;

function onWork(proof: Proof, isTrusted: boolean, now: number): Found {
  switch (proof.kind) {
    case 'missing':
      return 'proof_missing';
    case 'unavailable':
      return isTrusted ? 'unchecked' : 'proof_missing';
    case 'wrong':
      return 'proof_wrong';
    case 'done':
      if (proof.expires <= now) return 'proof_expired';
      return proof.isUsed ? 'proof_used' : null;
  }
}

function onWord(word: TurnstileWord, isTrusted: boolean): Found {
  switch (word) {
    case 'passed':
      return null;
    case 'failed':
      return 'turnstile_failed';
    case 'missing':
      return 'turnstile_missing';
    case 'unavailable':
      return isTrusted ? 'unchecked' : 'turnstile_missing';
    case 'unchecked':
      return 'unchecked';
  }
}

/** Whether a form asks for a proof of work. */
export function isWorkAsked(work: Protection['proofOfWork']): boolean {
  return work !== undefined && work !== false;
}
