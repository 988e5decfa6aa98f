// How well scores tell won leads from lost ones. Scores are whole numbers, so all that is kept is how many leads had
// each: exact, whatever the number of leads. A lead whose outcome is not known counts nowhere here.
import { z95 } from './normal.ts';

/** Leads by score. */
export type ScoreCounts = ReadonlyMap<number, { readonly won: number; readonly lost: number }>;

export type ThresholdQuality = {
  readonly from: number;
  /** Won among the leads at or above; null where there are none. */
  readonly precision: number | null;
  /** Leads at or above among the won; null where none is won. */
  readonly recall: number | null;
};

export type Interval = readonly [low: number, high: number];

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
 * A 95% interval for the AUC, from the variances of how each won lead ranks among the lost and each lost one among the
 * won: DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988). null where one of the two has fewer than two leads.
 */
export function aucInterval(counts: ScoreCounts): Interval | null {
  const { won, lost } = totals(counts);
  const middle = auc(counts);
  if (middle === null || won < 2 || lost < 2) return null;
  let lostBelow = lost;
  let wonAbove = 0;
  let ofWon = 0;
  let ofLost = 0;
  for (const step of descending(counts)) {
    lostBelow -= step.lost;
    ofWon += step.won * ((lostBelow + step.lost / 2) / lost - middle) ** 2;
    ofLost += step.lost * ((wonAbove + step.won / 2) / won - middle) ** 2;
    wonAbove += step.won;
  }
  const half = z95 * Math.sqrt(ofWon / (won - 1) / won + ofLost / (lost - 1) / lost);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/**
 * How many standard errors the AUC lies above chance, where chance is that outcomes have nothing to do with scores: the
 * normal approximation of the Mann–Whitney test, with its correction for ties. 0 where one of the two is missing.
 */
export function aboveChance(counts: ScoreCounts): number {
  const { won, lost } = totals(counts);
  const found = auc(counts);
  const all = won + lost;
  if (found === null || all < 3) return 0;
  const ties = descending(counts).reduce((sum, step) => {
    const size = step.won + step.lost;
    return sum + (size ** 3 - size);
  }, 0);
  const variance = (all + 1 - ties / (all * (all - 1))) / (12 * won * lost);
  return variance <= 0 ? 0 : (found - 0.5) / Math.sqrt(variance);
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
  const { won: allWon } = totals(counts);
  return atOrAbove(counts, froms).map(({ from, won, lost }) => ({
    from,
    precision: won + lost === 0 ? null : won / (won + lost),
    recall: allWon === 0 ? null : won / allWon,
  }));
}

/** The leads from each of these scores up; ascending. */
export function atOrAbove(
  counts: ScoreCounts,
  froms: readonly number[],
): { readonly from: number; readonly won: number; readonly lost: number }[] {
  const steps = descending(counts);
  let next = 0;
  let won = 0;
  let lost = 0;
  const found = froms
    .toSorted((one, other) => other - one)
    .map((from) => {
      for (let step = steps[next]; step !== undefined && step.score >= from; step = steps[next]) {
        won += step.won;
        lost += step.lost;
        next += 1;
      }
      return { from, won, lost };
    });
  return found.reverse();
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
