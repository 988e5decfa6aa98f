// Whether a share has dropped: of those who saw a form, began it, sent it, were handed off. The last one to seven
// days, today among them as far as it has come, against the same weekdays of the eight weeks before. Refuses to say
// anything where too little has been counted, and where the drop is small. That chance alone is taken for a drop in
// fewer than one year in twenty of a share that is looked at every hour, is held by a simulation in the test beside.
import {
  addTallies,
  dispersionOf,
  fallIn,
  noTally,
  rateOf,
  tallyAt,
  type Series,
  type Tally,
} from './tally.ts';

/** What is asked of a drop before anybody is told. */
export const dropLimits = {
  /** Days that are looked at together. */
  windows: [1, 2, 3, 5, 7],
  /** Weeks before that they are compared with. */
  weeks: 8,
  /** Root of the likelihood ratio, after days that differ by themselves. */
  root: 5,
  /** Hits that would be expected now, at least. */
  expected: 10,
  /** Hits before, at least. */
  hits: 40,
  /** Days before with anything to count, at least. */
  days: 14,
  /** The rate is lower by this share of itself, at least. */
  fall: 0.25,
} as const;

export type Drop = {
  /** Days since 1970, both inclusive. */
  readonly from: number;
  readonly to: number;
  readonly now: Tally;
  readonly before: Tally;
  /** What would have come at the rate before. */
  readonly expected: number;
  /** 0…1: how much lower the rate is. */
  readonly fall: number;
  readonly root: number;
  readonly dispersion: number;
  /** The day since when it is lower, as far as can be told. */
  readonly since: number;
};

/**
 * @param today since 1970
 * @param isUsual whether a day may be looked at and compared with: days of a drop that is known may not
 */
export function dropIn(
  series: Series,
  today: number,
  isUsual: (day: number) => boolean = () => true,
): Drop | null {
  const usual = usualDays(series, today, isUsual);
  const counted = usual.filter((day) => tallyAt(series, day).of > 0);
  if (counted.length < dropLimits.days) return null;
  const isUsualFrom = (from: number): boolean => {
    for (let day = from; day <= today; day += 1) if (!isUsual(day)) return false;
    return true;
  };
  let [worst, dispersion]: [Drop | null, number] = [null, NaN];
  for (const window of dropLimits.windows) {
    const from = today - window + 1;
    // A drop that is over is not found once more.
    if (!isUsualFrom(from)) continue;
    const now = between(series, from, today);
    const before = likeNow(series, from, today, usual);
    if (before === null) continue;
    const expected = now.of * rateOf(before);
    if (!(expected >= dropLimits.expected) || before.hits < dropLimits.hits) continue;
    const fall = 1 - now.hits / expected;
    if (fall < dropLimits.fall) continue;
    if (Number.isNaN(dispersion)) dispersion = dispersionOf(series, usual);
    const root = fallIn(before, now) / Math.sqrt(dispersion);
    if (root < dropLimits.root || root <= (worst?.root ?? 0)) continue;
    worst = { from, to: today, now, before, expected, fall, root, dispersion, since: from };
  }
  return worst === null ? null : { ...worst, since: sinceWhen(series, worst.from, today, usual) };
}

/**
 * What was before, with weekdays in the proportions that they have now: today has only begun, and a Saturday is no Friday. It
 * counts for as many as its rate is known from. Null where a weekday was never seen before.
 */
function likeNow(series: Series, from: number, today: number, usual: readonly number[]): Tally | null {
  let [of, expected, variance] = [0, 0, 0];
  for (let day = from; day <= today; day += 1) {
    const now = tallyAt(series, day);
    if (now.of === 0) continue;
    const same = sum(
      series,
      usual.filter((one) => (day - one) % 7 === 0),
    );
    if (same.of === 0) return null;
    // As if one more had come half way, so that a weekday without hits is not known for certain.
    const rate = (same.hits + 0.5) / (same.of + 1);
    of += now.of;
    expected += now.of * rateOf(same);
    variance += (now.of ** 2 * rate * (1 - rate)) / same.of;
  }
  const rate = expected / of;
  if (!(rate > 0) || rate >= 1) return rate >= 1 ? { of, hits: of } : null;
  const known = (of ** 2 * rate * (1 - rate)) / variance;
  return { of: known, hits: known * rate };
}

/** The days that today and the six before it are compared with. */
function usualDays(series: Series, today: number, isUsual: (day: number) => boolean): number[] {
  const first = Math.max(series.first, today - 6 - 7 * dropLimits.weeks);
  const days: number[] = [];
  for (let day = first; day <= today - 7; day += 1) if (isUsual(day)) days.push(day);
  return days;
}

/** At most two weeks ago: the day from which on the difference is greatest. */
function sinceWhen(series: Series, from: number, today: number, usual: readonly number[]): number {
  let [since, most] = [from, 0];
  for (let day = today - 13; day <= today; day += 1) {
    const root = fallIn(
      sum(
        series,
        usual.filter((one) => one < day),
      ),
      between(series, day, today),
    );
    if (root > most) [since, most] = [day, root];
  }
  return since;
}

/**
 * Whether a drop that is known is over: the rate of the last two days is nearer to what it was than to what it fell to; of a
 * form of which two days say little, that of as many as it takes, up to seven.
 */
export function isOver(
  series: Series,
  today: number,
  { before, fall }: Pick<Drop, 'before' | 'fall'>,
): boolean {
  for (let days = 2; days <= 7; days += 1) {
    const now = between(series, today - days + 1, today);
    const expected = now.of * rateOf(before);
    if (expected >= dropLimits.expected) return now.hits >= expected * (1 - fall / 4);
  }
  return false;
}

export function between(series: Series, from: number, to: number): Tally {
  let total = noTally;
  for (let day = from; day <= to; day += 1) total = addTallies(total, tallyAt(series, day));
  return total;
}

function sum(series: Series, days: readonly number[]): Tally {
  return days.reduce((total, day) => addTallies(total, tallyAt(series, day)), noTally);
}
