// What each threshold would have brought: of the leads from it up, how many had the outcome, how many of those that had it are
// among them, and how many handoffs a week that is. And where on that curve teams want to stand: by what they can take, by
// how often they want to be right, by what it is worth.
import { poisson, wilson } from './proportion.ts';
import { atOrAbove, totals, type Interval, type ScoreCounts } from './ranking.ts';
import type { Precision } from './threshold.ts';

export type CurvePoint = {
  /** The threshold. */
  readonly from: number;
  /** From there up: leads whose outcome is known, and those of them that had it. */
  readonly leads: number;
  readonly hits: number;
  /** Null where nothing is known: where nobody was handed over with so few points, too. */
  readonly precision: number | null;
  readonly interval: Interval | null;
  /** Of all known to have had the outcome, those from here up. */
  readonly recall: number | null;
  readonly recallInterval: Interval | null;
  readonly perWeek: number;
  readonly perWeekInterval: Interval;
};

/** How many leads had each score in a time that took so many weeks. */
export type Volume = { readonly counts: ReadonlyMap<number, number>; readonly weeks: number };

/** More points than these show nothing more. */
const mostPoints = 300;

/** @param inForce the threshold that is: whoever has as much is handed over, so that it has a point and is known from there on */
export function thresholdCurve(known: ScoreCounts, volume: Volume, inForce: number): CurvePoint[] {
  const all = totals(known);
  const handedOver = [...known].flatMap(([score, { won, lost }]) => (won + lost > 0 ? score : []));
  const lowest = Math.min(inForce, ...handedOver);
  // Just below it begins what nobody knows.
  const below = lowest > 1 ? [Math.ceil(lowest) - 1] : [];
  const froms = fromsOf([...known.keys(), ...volume.counts.keys()], [inForce, ...below]);
  const many = countsFrom(volume.counts, froms);
  return atOrAbove(known, froms).map(({ from, won, lost }, place): CurvePoint => {
    const isKnown = from >= lowest && won + lost > 0;
    return {
      from,
      leads: won + lost,
      hits: won,
      precision: isKnown ? won / (won + lost) : null,
      interval: isKnown ? wilson(won, won + lost) : null,
      recall: all.won === 0 ? null : won / all.won,
      recallInterval: wilson(won, all.won),
      ...aWeek(many[place] ?? 0, volume.weeks),
    };
  });
}

/** The same of a card, as leads that had no part in it speak of it. */
export function cardCurve(
  thresholds: readonly Precision[],
  known: ScoreCounts,
  volume: Volume,
): CurvePoint[] {
  const all = totals(known);
  const byFrom = new Map(thresholds.map((one) => [one.from, one]));
  const froms = fromsOf([...known.keys(), ...volume.counts.keys()], []);
  const many = countsFrom(volume.counts, froms);
  return atOrAbove(known, froms).map(({ from, won, lost }, place): CurvePoint => {
    // Between two scores nothing changes.
    const stands = byFrom.get(from) ?? thresholds.find((one) => one.from >= from);
    return {
      from,
      leads: won + lost,
      hits: won,
      precision: stands?.precision ?? null,
      interval: stands?.interval ?? null,
      recall: all.won === 0 ? null : won / all.won,
      recallInterval: wilson(won, all.won),
      ...aWeek(many[place] ?? 0, volume.weeks),
    };
  });
}

function aWeek(many: number, weeks: number): Pick<CurvePoint, 'perWeek' | 'perWeekInterval'> {
  const [low, high] = poisson(many);
  return { perWeek: many / weeks, perWeekInterval: [low / weeks, high / weeks] };
}

/** Every score there is, ascending; evenly fewer where there are very many. */
function fromsOf(scores: readonly number[], also: readonly number[]): number[] {
  const sorted = [...new Set(scores)].toSorted((one, other) => one - other);
  const every = Math.ceil(sorted.length / mostPoints);
  const kept = every <= 1 ? sorted : sorted.filter((_, place) => place % every === 0);
  return [...new Set([...kept, ...also])].toSorted((one, other) => one - other);
}

/** How many have each of these or more; ascending. */
function countsFrom(counts: ReadonlyMap<number, number>, froms: readonly number[]): number[] {
  const steps = [...counts].toSorted(([one], [other]) => other - one);
  let next = 0;
  let sum = 0;
  return froms
    .toReversed()
    .map((from) => {
      for (let step = steps[next]; step !== undefined && step[0] >= from; step = steps[next]) {
        sum += step[1];
        next += 1;
      }
      return sum;
    })
    .reverse();
}

/** What holds at a threshold: between two points, what holds at the next one up; null above all of them. */
export function pointAt(points: readonly CurvePoint[], from: number): CurvePoint | null {
  return points.find((point) => point.from >= from) ?? null;
}

/** The lowest threshold at which no more than so many handoffs a week are to be expected; null: none. */
export function thresholdByCapacity(points: readonly CurvePoint[], perWeek: number): CurvePoint | null {
  return points.find((point) => point.perWeek <= perWeek) ?? null;
}

/** The lowest threshold from which such a share has the outcome; null: none. */
export function thresholdByShare(points: readonly CurvePoint[], share: number): CurvePoint | null {
  return points.find(({ precision }) => precision !== null && precision >= share) ?? null;
}

/** What handing off is worth and costs, in one currency. */
export type Worth = {
  /** Of a lead that has the outcome. */
  readonly perHit: number;
  /** Of any handoff: the time that it takes. */
  readonly cost: number;
};

/** What a threshold is expected to bring in a week, with the bounds that precision alone gives it; null where that is not known. */
export function valueAWeek(
  { precision, interval, perWeek }: CurvePoint,
  { perHit, cost }: Worth,
): { readonly low: number; readonly middle: number; readonly high: number } | null {
  if (precision === null || interval === null) return null;
  const of = (share: number): number => perWeek * (share * perHit - cost);
  return { low: of(interval[0]), middle: of(precision), high: of(interval[1]) };
}

/** The threshold that is expected to bring most; null where nothing is known. */
export function thresholdByValue(points: readonly CurvePoint[], worth: Worth): CurvePoint | null {
  let best: { readonly point: CurvePoint; readonly middle: number } | null = null;
  for (const point of points) {
    const value = valueAWeek(point, worth);
    if (value !== null && (best === null || value.middle > best.middle))
      best = { point, middle: value.middle };
  }
  return best?.point ?? null;
}
