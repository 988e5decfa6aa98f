// How well scores tell won leads from lost ones. Scores are whole numbers, so all that is kept is how many leads had
// each: exact, whatever the number of leads. A lead whose outcome is not known counts nowhere here.

/** Leads by score. */
export type ScoreCounts = ReadonlyMap<number, { readonly won: number; readonly lost: number }>;

export type ThresholdQuality = {
  readonly from: number;
  /** Won among the leads at or above; null where there are none. */
  readonly precision: number | null;
  /** Leads at or above among the won; null where none is won. */
  readonly recall: number | null;
};

type Step = { readonly score: number; readonly won: number; readonly lost: number };

/**
 * The probability that a won lead scores above a lost one, equal scores counting half: the Mann–Whitney statistic by
 * midranks (https://en.wikipedia.org/wiki/Mann%E2%80%93Whitney_U_test). null where one of the two is missing.
 */
export function auc(counts: ScoreCounts): number | null {
  const { won, lost } = totals(counts);
  if (won === 0 || lost === 0) return null;
  let lostBelow = lost;
  let wins = 0;
  for (const step of descending(counts)) {
    lostBelow -= step.lost;
    wins += step.won * (lostBelow + step.lost / 2);
  }
  return wins / won / lost;
}

/**
 * How many times the overall share of won leads the best-scored `share` of leads have. Where that part ends among
 * leads of one score, it holds of them what it would on average. null where nobody is won.
 */
export function lift(counts: ScoreCounts, share: number): number | null {
  const { won, lost } = totals(counts);
  const size = (won + lost) * share;
  if (won === 0 || size === 0) return null;
  let room = size;
  let found = 0;
  for (const step of descending(counts)) {
    const taken = Math.min(room, step.won + step.lost);
    found += taken * (step.won / (step.won + step.lost));
    room -= taken;
    if (room <= 0) break;
  }
  return found / size / (won / (won + lost));
}

/** Precision and recall if leads from each of these scores up were handed off; ascending. */
export function thresholdQuality(counts: ScoreCounts, froms: readonly number[]): ThresholdQuality[] {
  const steps = descending(counts);
  const { won: allWon } = totals(counts);
  let next = 0;
  let won = 0;
  let lost = 0;
  const qualities = froms
    .toSorted((one, other) => other - one)
    .map((from) => {
      for (let step = steps[next]; step !== undefined && step.score >= from; step = steps[next]) {
        won += step.won;
        lost += step.lost;
        next += 1;
      }
      const precision = won + lost === 0 ? null : won / (won + lost);
      return { from, precision, recall: allWon === 0 ? null : won / allWon };
    });
  return qualities.reverse();
}

export function totals(counts: ScoreCounts): { won: number; lost: number } {
  const sum = { won: 0, lost: 0 };
  for (const { won, lost } of counts.values()) {
    sum.won += won;
    sum.lost += lost;
  }
  return sum;
}

function descending(counts: ScoreCounts): Step[] {
  return [...counts]
    .map(([score, { won, lost }]) => ({ score, won, lost }))
    .filter(({ won, lost }) => won + lost > 0)
    .sort((one, other) => other.score - one.score);
}
