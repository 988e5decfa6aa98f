// The shared numbers as they are shown: each against its target, the period before, and its way through the period; and
// what stands behind each. One pass over a number's column finds the places of every part of both periods.
import { pageOf, type BehindPage, type BehindView } from '../behind/behind.ts';
import { bucketsOf, periodBefore, type Buckets, type Period } from '../period.ts';
import { acceptance } from './acceptance.ts';
import { breaches } from './breaches.ts';
import { cycle } from './cycle.ts';
import { firstTouch } from './first-touch.ts';
import { followUp } from './follow-up.ts';
import { opportunityRate } from './opportunity-rate.ts';
import {
  numberIds,
  type Beside,
  type Counted,
  type Counting,
  type NumberId,
  type Part,
  type SharedNumber,
  type Target,
} from './shared-number.ts';
import { volume } from './volume.ts';

export const sharedNumbers: Readonly<Record<NumberId, SharedNumber>> = {
  acceptance,
  follow_up: followUp,
  first_touch: firstTouch,
  opportunity_rate: opportunityRate,
  volume,
  breaches,
  cycle,
};

export type NumberView = Counted & {
  readonly id: NumberId;
  readonly beside: readonly Beside[];
  readonly parts: readonly Part[];
  readonly target: Target | null;
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
  const buckets = bucketsOf(period);
  const before = periodBefore(period);
  return {
    buckets: { unit: buckets.unit, days: buckets.days },
    before: { from: before.from, to: before.to },
    numbers: numberIds.map((id) => numberOf(id, counting, period, buckets, before)),
  };
}

/** One of them. */
export function numberOf(
  id: NumberId,
  counting: Counting,
  period: Period,
  { edges, days }: Pick<Buckets, 'edges' | 'days'> = bucketsOf(period),
  before: Period = periodBefore(period),
): NumberView {
  const number = sharedNumbers[id];
  const earlier: number[] = [];
  const all: number[] = [];
  const cut = days.map((): number[] => []);
  eachPlace(number, counting, before.start, period.end, (place, at) => {
    if (at < period.start) {
      earlier.push(place);
      return;
    }
    all.push(place);
    cut[bucketAt(edges, at)]?.push(place);
  });
  return {
    id,
    ...number.count(counting, all),
    beside: number.beside?.(counting, all) ?? [],
    parts: number.parts?.(counting, all) ?? [],
    target: number.target(counting.agreement, period),
    before: number.count(counting, earlier),
    trend: cut.map((places) => number.count(counting, places)),
  };
}

/** What a number was made from. */
export function behindNumber(id: NumberId, counting: Counting, period: Period, page: BehindPage): BehindView {
  const number = sharedNumbers[id];
  const places: { readonly place: number; readonly at: number }[] = [];
  eachPlace(number, counting, period.start, period.end, (place, at) => places.push({ place, at }));
  return pageOf(counting.facts, { of: number.of, places, speaks: number.speaks(counting) }, page);
}

function eachPlace(
  number: SharedNumber,
  counting: Counting,
  start: number,
  end: number,
  visit: (place: number, at: number) => void,
): void {
  const chosen = counting.selection[number.of];
  const when = number.when(counting.facts);
  const meant = number.meant(counting);
  for (let place = 0; place < when.length; place += 1) {
    const at = when[place] ?? NaN;
    if (at >= start && at < end && chosen[place] === 1 && meant(place)) visit(place, at);
  }
}

/** The bucket that holds an instant of the period. */
function bucketAt(edges: readonly number[], at: number): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? NaN) <= at) low = middle;
    else high = middle;
  }
  return low;
}
