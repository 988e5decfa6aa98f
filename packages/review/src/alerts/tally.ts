// How many of how many, day by day, and how surprising it is that there are fewer now. Two binomials are compared by
// their likelihood ratio; days that differ more than chance lets them make every difference count for less.

/** So many of so many. */
export type Tally = { readonly of: number; readonly hits: number };

/** A tally a day. `first` is a day since 1970; the columns are as long as each other. */
export type Series = {
  readonly first: number;
  readonly of: Float64Array;
  readonly hits: Float64Array;
};

export const noTally: Tally = { of: 0, hits: 0 };

export function addTallies(one: Tally, other: Tally): Tally {
  return { of: one.of + other.of, hits: one.hits + other.hits };
}

export function rateOf({ of, hits }: Tally): number {
  return of === 0 ? NaN : hits / of;
}

/** What a day holds; nothing outside the series. Hits beyond what they are of are what they are of: a visitor who goes back is counted twice. */
export function tallyAt({ first, of, hits }: Series, day: number): Tally {
  const many = of[day - first] ?? 0;
  return { of: many, hits: Math.min(hits[day - first] ?? 0, many) };
}

/**
 * The signed root of the likelihood ratio of two binomials (Wilks), positive when there are fewer hits now: about as
 * many standard errors as lie between the two rates, and better than those where counts are small.
 */
export function fallIn(before: Tally, now: Tally): number {
  if (before.of === 0 || now.of === 0) return 0;
  const pooled = (before.hits + now.hits) / (before.of + now.of);
  const ratio = 2 * (deviance(before, pooled) + deviance(now, pooled));
  const root = Math.sqrt(Math.max(0, ratio));
  return rateOf(now) < rateOf(before) ? root : -root;
}

function deviance({ of, hits }: Tally, rate: number): number {
  const misses = of - hits;
  return (
    (hits === 0 ? 0 : hits * Math.log(hits / (of * rate))) +
    (misses === 0 ? 0 : misses * Math.log(misses / (of * (1 - rate))))
  );
}

/**
 * How much more days of one weekday differ than binomials would: Pearson's chi-square over its degrees of freedom, at
 * least 1 (McCullagh & Nelder, Generalized Linear Models, 4.5.2).
 */
export function dispersionOf(series: Series, days: readonly number[]): number {
  const weekdays = new Map<number, Tally>();
  for (const day of days)
    weekdays.set(day % 7, addTallies(weekdays.get(day % 7) ?? noTally, tallyAt(series, day)));
  let [square, freedom] = [0, 0];
  for (const day of days) {
    const { of, hits } = tallyAt(series, day);
    const rate = rateOf(weekdays.get(day % 7) ?? noTally);
    if (of === 0 || rate === 0 || rate === 1) continue;
    square += (hits - of * rate) ** 2 / (of * rate * (1 - rate));
    freedom += 1;
  }
  freedom -= [...weekdays.values()].filter(({ of, hits }) => hits > 0 && hits < of).length;
  return freedom < 7 ? 1 : Math.max(1, square / freedom);
}
