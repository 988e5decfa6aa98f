// Where a count will stand at the end of a period, from how many came on each of the days before. Days on which the doors
// are open and closed ones have a rate of their own. What is still to come is negative binomial: it spreads as the days
// before have spread, at least as a Poisson count does, and as far as their rates are not known. Refuses to say anything
// where no day has been seen.

export type DaySeen = { readonly count: number; readonly isOpen: boolean };

type Pacing = {
  /** Whole days that are over. */
  readonly before: readonly DaySeen[];
  readonly soFar: number;
  /** What is left, in days; the rest of today is a part of one. */
  readonly openLeft: number;
  readonly closedLeft: number;
};

/** Nine times of ten the end lies from `low` to `high`. */
export type Projection = { readonly low: number; readonly middle: number; readonly high: number };

const tail = 0.05;
const tailZ = 1.644_854;

/** How many come on an open day and on a closed one. */
export function ratesOf(before: readonly DaySeen[]): { readonly open: number; readonly closed: number } {
  return {
    open: rateOf(before.filter(({ isOpen }) => isOpen)).rate,
    closed: rateOf(before.filter(({ isOpen }) => !isOpen)).rate,
  };
}

export function project({ before, soFar, openLeft, closedLeft }: Pacing): Projection | null {
  const kinds = [
    { left: openLeft, ...rateOf(before.filter(({ isOpen }) => isOpen)) },
    { left: closedLeft, ...rateOf(before.filter(({ isOpen }) => !isOpen)) },
  ];
  if (before.length < fewest) return null;
  const spread = spreadOf(before, kinds);
  let [mean, variance] = [0, 0];
  for (const { left, rate, days } of kinds) {
    mean += rate * left;
    if (days > 0) variance += spread * rate * (left + (left * left) / days);
  }
  const [low, high] = mean === 0 ? [0, 0] : range(mean, Math.max(variance, mean * (1 + 1e-9)));
  return { low: soFar + low, middle: soFar + mean, high: soFar + high };
}

/** Of fewer days nothing is projected. */
const fewest = 5;

/** Half a one more than was seen: what never came may come. */
function rateOf(seen: readonly DaySeen[]): { readonly rate: number; readonly days: number } {
  const total = seen.reduce((sum, { count }) => sum + count, 0);
  return { rate: seen.length === 0 ? 0 : (total + 0.5) / seen.length, days: seen.length };
}

/** How much more than a Poisson count the days vary: Pearson’s statistic by its degrees of freedom, at least 1. */
function spreadOf(before: readonly DaySeen[], [open, closed]: readonly { readonly rate: number }[]): number {
  let sum = 0;
  for (const { count, isOpen } of before) {
    const rate = (isOpen ? open : closed)?.rate ?? 0;
    if (rate > 0) sum += (count - rate) ** 2 / rate;
  }
  return Math.max(1, sum / Math.max(1, before.length - 2));
}

/** The counts below and above which one in twenty lies; of large ones by the normal distribution. */
export function range(mean: number, variance: number): readonly [low: number, high: number] {
  const share = mean / variance;
  const size = mean ** 2 / (variance - mean);
  const none = size * Math.log(share);
  if (none < -600) {
    const half = tailZ * Math.sqrt(variance);
    return [Math.max(0, Math.floor(mean - half)), Math.ceil(mean + half)];
  }
  let [count, term, sum, low] = [0, Math.exp(none), Math.exp(none), -1];
  while (sum < 1 - tail && term > 0) {
    if (low < 0 && sum >= tail) low = count;
    term *= ((count + size) / (count + 1)) * (1 - share);
    count += 1;
    sum += term;
  }
  return [low < 0 ? count : low, count];
}
