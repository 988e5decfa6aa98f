// Leads of a period over the score: how many have how many points, how many of them stand at or above a threshold, and
// how many a week it would have handed off.
import type { AgreementEvidence } from '@baton/worker/api-types';
import { countInWords } from '../parts/share.ts';

export type Scores = AgreementEvidence['scores'];
type Past = Pick<AgreementEvidence, 'scores' | 'thresholds' | 'leads' | 'sampled'>;

export type Column = {
  /** Points from here on, up to the next column's. */
  readonly from: number;
  readonly count: number;
};

/** @param width of a column, in points */
export function columnsOf(scores: Scores, most: number, width: number): readonly Column[] {
  const counts = Array.from({ length: Math.floor(most / width) + 1 }, () => 0);
  for (const { total, leads } of scores) {
    const at = Math.min(counts.length - 1, Math.max(0, Math.floor(total / width)));
    counts[at] = (counts[at] ?? 0) + leads;
  }
  return counts.map((count, index) => ({ from: index * width, count }));
}

export function countFrom(scores: Scores, threshold: number): number {
  return scores.reduce((sum, { total, leads }) => (total >= threshold ? sum + leads : sum), 0);
}

/** First handoffs in the period, had the threshold been there; of all leads, where only some of them were read. */
export function handoffsAt({ thresholds, sampled }: Omit<Past, 'leads'>, threshold: number): number {
  const found = thresholds.find(({ from }) => from >= threshold)?.handoffs ?? 0;
  return sampled === null ? found : (found * sampled.of) / Math.max(1, sampled.taken);
}

/** What the threshold does, in a sentence that says what it did before. */
export function aboveInWords(past: Past, threshold: number, before: number | null): string {
  const above = countFrom(past.scores, threshold);
  const said = `${countInWords(above)} of ${countInWords(past.leads)} leads have ${threshold} points or more`;
  if (before === null || before === threshold) return `${said}.`;
  const difference = above - countFrom(past.scores, before);
  if (difference === 0) return `${said}, as many as with ${before}.`;
  return `${said}: ${countInWords(Math.abs(difference))} ${difference < 0 ? 'fewer' : 'more'} than with ${before}.`;
}

const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** How many handoffs a week that is, and was. */
export function weeklyInWords(past: Past, days: number, threshold: number, before: number | null): string {
  const weekly = (at: number): string => tenths.format((handoffsAt(past, at) * 7) / days);
  const now = weekly(threshold);
  const said = `${now} ${now === '1' ? 'handoff' : 'handoffs'} a week`;
  if (before === null || before === threshold) return said;
  const then = weekly(before);
  return then === now ? `${said}, as with ${before}` : `${said}, ${then} with ${before}`;
}
