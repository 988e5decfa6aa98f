// What a threshold would bring to the next leads: how many of those above it are won, between which bounds, and how many of
// the won are above it. The rate at which leads are won moves with time, so the past is seen in fifths: the latest counts for
// as much as the rate has moved beyond chance, and what it may move until then makes the bounds wider.
import type { Evidence } from './evidence.ts';
import { logistic } from './logistic.ts';
import { wilson } from './proportion.ts';
import { atOrAbove, totals, type Interval, type ScoreCounts } from './ranking.ts';

export type Precision = {
  readonly from: number;
  /** Of the leads at or above, those that are won. */
  readonly precision: number;
  /** 95%, of as many leads as a fifth of those learned from. */
  readonly interval: Interval;
  /** Of the won, those at or above. */
  readonly recall: number;
  /** Of all leads, those at or above. */
  readonly share: number;
};

const fifths = 5;
/** Half the width of a 95% interval from five values, in standard errors: Student's t with four degrees of freedom. */
const t95 = 2.776;
/** Fewer leads above a threshold say nothing of it. */
const fewest = 20;

/** At every score that a lead has, ascending. */
export function thresholdsOf(evidence: Evidence, rows: Uint32Array, counts: ScoreCounts): Precision[] {
  const all = totals(counts);
  const rate = movingRate(evidence, rows);
  const froms = [...counts.keys()].toSorted((a, b) => a - b);
  return atOrAbove(counts, froms).flatMap(({ from, won, lost }): Precision[] => {
    const many = won + lost;
    if (many < fewest) return [];
    const share = (won + 0.5) / (many + 1);
    const middle = Math.log(share / (1 - share)) + rate.shift;
    // What the past and as many leads as a fifth of it leave open, as fewer leads of the past would.
    const worth = (many + 1) / (1 + fifths);
    const [low, high] = wilson(share * worth, worth) ?? [share, share];
    const half = (bound: number): number => Math.hypot(logOdds(bound) - logOdds(share), t95 * rate.spread);
    return [
      {
        from,
        precision: logistic(middle),
        interval: [logistic(middle - half(low)), logistic(middle + half(high))],
        recall: all.won === 0 ? 0 : won / all.won,
        share: many / (all.won + all.lost),
      },
    ];
  });
}

/** How far the rate now lies from that of the past as a whole, and how far it moves from fifth to fifth; in log-odds. */
function movingRate(
  { won, places }: Evidence,
  rows: Uint32Array,
): { readonly shift: number; readonly spread: number } {
  const inTime = rows.slice().sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0) || one - other);
  const size = Math.ceil(inTime.length / fifths);
  const rates = Array.from({ length: fifths }, (_, part) => {
    const of = inTime.subarray(part * size, (part + 1) * size);
    return of.reduce((sum, row) => sum + (won[row] ?? 0), 0) / Math.max(1, of.length);
  });
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / fifths;
  const seen = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (fifths - 1);
  const byChance = (mean * (1 - mean)) / size;
  const beyond = Math.max(0, seen - byChance);
  const trust = beyond / (beyond + byChance);
  const now = mean + trust * ((rates.at(-1) ?? mean) - mean);
  return { shift: logOdds(now) - logOdds(mean), spread: Math.sqrt(beyond) / (mean * (1 - mean)) };
}

/** The lowest threshold at which so many of those above are won; null: none. */
export function thresholdFor(thresholds: readonly Precision[], precision: number): Precision | null {
  return thresholds.find((one) => one.precision >= precision) ?? null;
}

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}
