// What a replay found, before it is put in words or in JSON.
import type { Judge } from '@baton/agreement';
import {
  auc,
  lift,
  thresholdQuality,
  totals,
  type ScoreCounts,
  type ThresholdQuality,
} from '@baton/calibration';
import type { Calibrated } from './calibrate-leads.ts';
import type { Request } from './flags.ts';
import type { BadRow, BadRows, Scoring } from './score-rows.ts';
import { createTally, type Counts, type Tally } from './tally.ts';

/** Precision of the order that scores give; null where won or lost leads are missing. */
export type Ranking = { readonly auc: number | null; readonly lift20: number | null };

export type Findings = {
  /** The agreement's title. */
  readonly title: string;
  readonly leads: string;
  /** Leads that were scored. */
  readonly rows: number;
  /** The first of the rows that could not be scored, and how many there were. */
  readonly bad: readonly BadRow[];
  readonly badRows: number;
  /** Highest first. */
  readonly tiers: readonly { readonly id: string; readonly from: number; readonly counts: Counts }[];
  readonly qualified: Counts;
  readonly others: Counts;
  /** null when no outcome was asked for. */
  readonly outcome:
    | (Ranking & { readonly column: string; readonly thresholds: readonly ThresholdQuality[] })
    | null;
  /** The last leads in the order that was asked for, after a share of `train`. */
  readonly heldOut:
    | (Ranking & { readonly column: string; readonly train: number; readonly rows: number })
    | null;
  /** null when it was not asked for. */
  readonly calibration: Calibrated | null;
  readonly warnings: readonly string[];
};

/** Sums up what was counted. `outcome` is the column that told it, if one was asked for. */
export function findingsOf(
  { leads, order, train }: Pick<Request, 'leads' | 'order' | 'train'>,
  { judge, tally, heldOut }: Pick<Scoring, 'judge' | 'tally' | 'heldOut'>,
  {
    bad,
    outcome,
    warnings,
    calibration,
  }: {
    bad: BadRows;
    outcome: string | null;
    warnings: readonly string[];
    calibration: Calibrated | null;
  },
): Findings {
  const last = heldOut?.countsAfter(train);
  return {
    title: judge.agreement.title,
    leads,
    rows: tally.qualified.leads + tally.others.leads,
    bad: bad.listed,
    badRows: bad.count,
    tiers: tierFindings(judge, tally),
    qualified: tally.qualified,
    others: tally.others,
    outcome: outcome === null ? null : { column: outcome, ...outcomeFindings(judge, tally) },
    heldOut: order !== null && last !== undefined ? { column: order, train, ...heldOutFindings(last) } : null,
    calibration,
    warnings,
  };
}

/** Of a file that is no table. */
export function noFindings(leads: string, judge: Judge, bad: BadRow): Findings {
  const scoring = { judge, tally: createTally(), heldOut: null };
  const counted = { bad: { listed: [bad], count: 1 }, outcome: null, warnings: [], calibration: null };
  return findingsOf({ leads, order: null, train: 1 }, scoring, counted);
}

/** The tiers with what was counted in each. */
function tierFindings({ agreement }: Judge, tally: Tally): Findings['tiers'] {
  const none: Counts = { leads: 0, won: 0, lost: 0 };
  return agreement.tiers
    .toSorted((one, other) => other.from - one.from)
    .map(({ id, from }) => ({ id, from, counts: tally.byTier.get(id) ?? none }));
}

function rankingOf(counts: ScoreCounts): Ranking {
  return { auc: auc(counts), lift20: lift(counts, 0.2) };
}

function outcomeFindings(judge: Judge, tally: Tally) {
  return { ...rankingOf(tally.byScore), thresholds: thresholdFindings(judge, tally) };
}

function heldOutFindings(counts: ScoreCounts): Ranking & { readonly rows: number } {
  const { won, lost } = totals(counts);
  return { rows: won + lost, ...rankingOf(counts) };
}

const mostSteps = 400;

/** At each tier's `from`, and every 5 points up to the best score (in wider steps where those were too many). */
function thresholdFindings({ agreement }: Judge, tally: Tally): readonly ThresholdQuality[] {
  let best = 0;
  for (const score of tally.byScore.keys()) best = Math.max(best, score);
  const step = 5 * Math.max(1, Math.ceil(best / 5 / mostSteps));
  const froms = new Set(agreement.tiers.map(({ from }) => from));
  for (let from = 0; from <= best; from += step) froms.add(from);
  return thresholdQuality(tally.byScore, [...froms]);
}
