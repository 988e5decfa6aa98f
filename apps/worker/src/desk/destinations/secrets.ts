// What a destination's webhooks are signed with. A new secret takes the place of the old one over a day, in which both
// sign, so that no receiver has to change at the same moment.
import type { StoredDestination } from '../documents.ts';

/** How long the old secret signs beside the new one, ms. */
export const overlap = 24 * 60 * 60_000;

export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** The secrets that sign at an instant, the newest first; none without a destination. */
export function secretsAt(stored: StoredDestination | undefined, now: number): readonly string[] {
  if (stored === undefined) return [];
  const { secret, previous } = stored;
  return previous !== null && now < previous.until ? [secret, previous.secret] : [secret];
}
