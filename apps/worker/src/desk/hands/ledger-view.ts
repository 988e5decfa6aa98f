// The ledger as it is shown: day by day, and whether it adds up. Reads only.
import type { Context } from '../context.ts';
import { byState, ledgerDays, type LedgerDay } from '../ledger-balance.ts';
import { done, invalid, type HandAnswer } from './answer.ts';

const day = 86_400_000;
const usualDays = 30;

/** ISO days, both inclusive; null: thirty days that end today. */
export type LedgerQuery = { readonly from: string | null; readonly to: string | null };

export function ledgerOf({ parts }: Context, { from, to }: LedgerQuery): HandAnswer {
  const last = Math.floor((to === null ? parts.now() : Date.parse(to)) / day);
  const start = from === null ? last - usualDays + 1 : Math.floor(Date.parse(from) / day);
  if (start > last) return invalid('not_after', 'query', 'to');
  const days = ledgerDays(parts.sql, start, last);
  return done({ from: isoDay(start), to: isoDay(last), days, total: sumOf(days) });
}

function isoDay(number: number): string {
  return new Date(number * day).toISOString().slice(0, 10);
}

function sumOf(days: readonly LedgerDay[]): Omit<LedgerDay, 'day'> {
  const sum = (of: (one: LedgerDay) => number): number => days.reduce((all, one) => all + of(one), 0);
  return {
    accepted: sum(({ accepted }) => accepted),
    erased: sum(({ erased }) => erased),
    states: byState((state) => sum((one) => one.states[state])),
    unknown: sum(({ unknown }) => unknown),
    balanced: days.every(({ balanced }) => balanced),
  };
}
