// The shared numbers as they are shown: each against its target, the period before, and its way through the period.
import { bucketsOf, periodBefore, type Buckets, type Period } from '../period.ts';
import { acceptance } from './acceptance.ts';
import type { Counted, Counting, NumberId, SharedNumber } from './shared-number.ts';

export const sharedNumbers: Readonly<Record<NumberId, SharedNumber>> = { acceptance };

export type NumberView = Counted & {
  readonly id: NumberId;
  readonly target: number | null;
  readonly before: Counted;
  /** One for each bucket of the period. */
  readonly trend: readonly Counted[];
};

export type NumbersView = {
  readonly buckets: Pick<Buckets, 'unit' | 'days'>;
  readonly before: { readonly from: string; readonly to: string };
  readonly numbers: readonly NumberView[];
};

export function numbersOf(counting: Counting, period: Period): NumbersView {
  const { unit, days, edges } = bucketsOf(period);
  const before = periodBefore(period);
  return {
    buckets: { unit, days },
    before: { from: before.from, to: before.to },
    numbers: Object.values(sharedNumbers).map((number) => ({
      id: number.id,
      ...number.count(counting, period),
      target: number.target(counting, period),
      before: number.count(counting, before),
      trend: days.map((_, index) =>
        number.count(counting, { start: edges[index] ?? NaN, end: edges[index + 1] ?? NaN }),
      ),
    })),
  };
}
