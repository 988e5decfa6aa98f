// Why a deadline was missed, as one of five: in words, the same everywhere.
import type { Lead } from '@baton/worker/api-types';

type Breach = NonNullable<Lead['handoffs'][number]['breach']>;

export type BreachReason = NonNullable<Breach['reason']>;

export const breachReasons: Readonly<Record<BreachReason, string>> = {
  absent: 'The owner was absent',
  no_answer: 'The lead did not answer',
  overloaded: 'Too many leads at once',
  system: 'A system failed',
  other: 'Something else',
};

/** Empty: nobody has said. */
export function breachInWords(reason: string): string {
  if (reason === '') return 'Nobody has said';
  return Object.entries(breachReasons).find(([id]) => id === reason)?.[1] ?? reason;
}
