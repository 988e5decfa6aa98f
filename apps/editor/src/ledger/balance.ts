// How a day adds up: what was accepted against what is found. Pure.
import type { Ledger } from '@baton/worker/api-types';

export type Balance = Ledger['total'];
export type LedgerState = keyof Balance['states'];

/** In the order in which they are read. */
export const states = [
  'handed_off',
  'in_hand',
  'nurture',
  'disqualified',
  'quarantined',
  'duplicate',
  'unagreed',
  'failed',
] as const satisfies readonly LedgerState[];

/** What is in no state although it was accepted; less than none: what is there and was never counted. */
export function missingOf({ accepted, erased, states: found, unknown }: Balance): number {
  return accepted - erased - unknown - states.reduce((sum, state) => sum + found[state], 0);
}

export function balanceInWords(balance: Balance): string {
  if (balance.balanced) return 'Adds up';
  const missing = missingOf(balance);
  const words = [
    missing > 0 ? `${missing} missing` : missing < 0 ? `${-missing} too many` : null,
    balance.unknown > 0 ? `${balance.unknown} in no state` : null,
  ].filter((one) => one !== null);
  return words.length > 0 ? words.join(', ') : 'Does not add up';
}

/** The first day of so many that end today, UTC. */
export function firstDay(now: number, days: number): string {
  return new Date(now - (days - 1) * 86_400_000).toISOString().slice(0, 10);
}
