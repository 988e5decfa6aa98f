// What marketing spent in a period, by source: spend is told by month, and a part of a month costs its share of days.
import { Temporal } from 'temporal-polyfill';
import type { Money } from './attribution.ts';

export type Spend = {
  /** `2026-11`. */
  readonly month: string;
  readonly source: string;
  readonly currency: string;
  /** In hundredths. */
  readonly amount: number;
};

/** By source. Days are both inclusive, ISO. */
export function spendIn(
  spend: readonly Spend[],
  period: { readonly from: string; readonly to: string },
): ReadonlyMap<string, Money> {
  const [first, last] = [Temporal.PlainDate.from(period.from), Temporal.PlainDate.from(period.to)];
  const found = new Map<string, Record<string, number>>();
  for (const { month, source, currency, amount } of spend) {
    const begin = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
    const end = begin.add({ months: 1 }).subtract({ days: 1 });
    const from = Temporal.PlainDate.compare(begin, first) < 0 ? first : begin;
    const to = Temporal.PlainDate.compare(end, last) > 0 ? last : end;
    const days = from.until(to, { largestUnit: 'days' }).days + 1;
    if (days <= 0) continue;
    // What was spent by the end of it less what was spent before it: periods side by side cost what the month did.
    const before = begin.until(from, { largestUnit: 'days' }).days;
    const until = (day: number): number => Math.round((amount * day) / begin.daysInMonth);
    const sums = found.get(source) ?? {};
    sums[currency] = (sums[currency] ?? 0) + until(before + days) - until(before);
    found.set(source, sums);
  }
  return found;
}
