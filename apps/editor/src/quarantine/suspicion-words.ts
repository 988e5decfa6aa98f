// Why something looks like a machine's, and whence nothing is suspected any more, as people say it. Pure.
import type { SubmissionList, TrustedList } from '@baton/worker/api-types';

export type Suspect = SubmissionList['submissions'][number];
export type Suspicion = Suspect['reasons'][number];
export type Trusted = TrustedList['trusted'][number];

const words: Readonly<Record<Suspicion, string>> = {
  trap: 'Filled in a field that people cannot see',
  too_quick: 'Sent faster than anybody types',
  too_many: 'Too many from the same network within an hour',
  proof_missing: 'The browser did not do the calculation it was given',
  proof_wrong: 'The calculation that the browser sent is wrong',
  proof_expired: 'The calculation that the browser sent is too old',
  proof_used: 'The same calculation was sent before',
  turnstile_missing: 'Did not go through Cloudflare Turnstile',
  turnstile_failed: 'Cloudflare Turnstile takes it for a machine',
};

export function suspicionInWords(reason: Suspicion): string {
  return words[reason];
}

/** Whence it came, as far as it may be known. */
export function senderInWords({ kind, value }: Pick<Trusted, 'kind' | 'value'>): string {
  if (kind === 'block' || value === null) return 'A block of addresses';
  return kind === 'domain' ? `Everybody at ${value}` : value;
}
