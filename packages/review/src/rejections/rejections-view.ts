// Why sales rejects leads: which reasons, when, of which source, and which rule gave the points.
import type { Counting } from '../numbers/shared-number.ts';
import { bucketsOf, type Buckets, type Period } from '../period.ts';
import { handoffsIn } from '../speed/first-touch.ts';
import { oncePerLead, rulesOf, shareOf, type RuleView } from './misleading-rules.ts';

/** Sources that are told apart; the others are fewer. */
const mostSources = 20;

type Counted = { readonly reason: string; readonly count: number };

type ReasonView = Counted & {
  /** What the agreement in force calls it, else its id; empty: none was given. */
  readonly says: string;
  /** One for each bucket. */
  readonly trend: readonly number[];
};

type SourceView = ReturnType<typeof shareOf> & {
  /** Empty: not known. */
  readonly source: string;
  readonly reasons: readonly Counted[];
};

export type RejectionsView = ReturnType<typeof shareOf> & {
  readonly buckets: Pick<Buckets, 'unit' | 'days'>;
  /** The commonest first. */
  readonly reasons: readonly ReasonView[];
  readonly sources: readonly SourceView[];
  readonly rules: readonly RuleView[];
};

/** How it is counted, in words. */
export const rejectionDefinitions = {
  reasons: 'Of what was handed over in the period and has a verdict: what was rejected, by the reason given.',
  sources:
    'The same by where the lead came from the first time: the share rejected of those with a verdict, and for which reasons.',
} as const;

export function rejectionsOf(counting: Counting, period: Period): RejectionsView {
  const { facts, agreement } = counting;
  const { handoffs, leads, words } = facts;
  const { unit, days, edges } = bucketsOf(period);
  const judged = handoffsIn(counting, period).filter((place) => handoffs.verdict[place] !== 0);
  const rejected = judged.filter((place) => handoffs.verdict[place] === 2);
  const reasons = new Map<number, number[]>();
  const sources = new Map<number, { judged: number; rejected: number; reasons: Map<number, number> }>();
  for (const place of judged) {
    const isRejected = handoffs.verdict[place] === 2;
    const reason = handoffs.reason[place] ?? 0;
    const source = leads.of.source[handoffs.lead[place] ?? 0] ?? 0;
    const own = sources.get(source) ?? { judged: 0, rejected: 0, reasons: new Map<number, number>() };
    sources.set(source, own);
    own.judged += 1;
    if (!isRejected) continue;
    own.rejected += 1;
    own.reasons.set(reason, (own.reasons.get(reason) ?? 0) + 1);
    const trend = reasons.get(reason) ?? days.map(() => 0);
    reasons.set(reason, trend);
    const bucket = bucketOf(edges, handoffs.at[place] ?? NaN);
    trend[bucket] = (trend[bucket] ?? 0) + 1;
  }
  const says = new Map((agreement?.rejections ?? []).map((reason) => [reason.id, reason.says]));
  const named = (code: number): string => words.reason[code] ?? '';
  return {
    ...shareOf(judged.length, rejected.length),
    buckets: { unit, days },
    reasons: [...reasons]
      .map(([code, trend]): ReasonView => ({
        reason: named(code),
        says: says.get(named(code)) ?? named(code),
        count: trend.reduce((sum, count) => sum + count, 0),
        trend,
      }))
      .toSorted(byCount),
    sources: [...sources]
      .map(([code, own]): SourceView => ({
        source: words.source[code] ?? '',
        ...shareOf(own.judged, own.rejected),
        reasons: [...own.reasons]
          .map(([reason, count]) => ({ reason: named(reason), count }))
          .toSorted(byCount),
      }))
      .toSorted(
        (one, other) =>
          other.rejected - one.rejected || other.judged - one.judged || (one.source < other.source ? -1 : 1),
      )
      .slice(0, mostSources),
    rules: rulesOf(counting, oncePerLead(facts, judged)),
  };
}

/** The bucket that an instant of the period is in. */
function bucketOf(edges: readonly number[], at: number): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at >= (edges[middle] ?? Infinity)) low = middle;
    else high = middle;
  }
  return low;
}

function byCount(one: Counted, other: Counted): number {
  return other.count - one.count || (one.reason < other.reason ? -1 : 1);
}
