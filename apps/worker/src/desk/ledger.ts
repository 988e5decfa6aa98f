// The states of the ledger: every accepted final submission is in exactly one.

export const ledgerStates = [
  'handed_off',
  'in_hand',
  'nurture',
  'disqualified',
  'quarantined',
  'duplicate',
  'unagreed',
  'failed',
] as const;

export type LedgerState = (typeof ledgerStates)[number];
