// What outcomes say of points and threshold: a scorecard of few whole-number rules, found and weighted from leads whose
// outcome is known, with how sure each figure is. Below a least number of leads, and where what it found tells leads that
// were held back no better than chance, it proposes nothing and says so. A lead without an outcome counts nowhere: open is
// not lost.
import { binned } from './bins.ts';
import { driftOf, type Drift } from './drift.ts';
import type { Evidence } from './evidence.ts';
import { fuse } from './fuse.ts';
import { countsOf, heldBackCounts, heldBackScores, isConvincing, type Making } from './held-back.ts';
import { linearScore } from './logistic.ts';
import { bestStrength, fitModel, sampleOf } from './model.ts';
import { atOnce, type InPieces } from './pieces.ts';
import { auc, aucInterval, lift, totals, type Interval, type ScoreCounts } from './ranking.ts';
import { cardScore, scorecardOf, type Scorecard } from './scorecard.ts';
import { thresholdsOf, type Precision } from './threshold.ts';

export type Asked = {
  /** The leads, first in time, that are learned from; the others show how well it went. 1: all of them. */
  readonly share: number;
  readonly mostRules: number;
};

/** How well a score tells won from lost. */
export type Ranked = {
  readonly rows: number;
  readonly won: number;
  readonly auc: number | null;
  readonly interval: Interval | null;
  readonly lift20: number | null;
};

export type Calibration =
  | { readonly kind: 'too_few'; readonly won: number; readonly lost: number; readonly least: Least }
  | { readonly kind: 'no_evidence'; readonly heldBack: Ranked; readonly drift: Drift | null }
  | {
      readonly kind: 'scorecard';
      readonly card: Scorecard;
      /** By five parts of what was learned from, each judged by a card from the other four. */
      readonly heldBack: Ranked;
      /** On the leads after those that were learned from; null where there are none. */
      readonly later: (Ranked & { readonly counts: ScoreCounts }) | null;
      /** Of the full model, without being made simple, on the same leads. */
      readonly unconstrained: Ranked | null;
      /** By threshold, ascending. */
      readonly thresholds: readonly Precision[];
      readonly drift: Drift | null;
      /** Leads by score, of what was learned from, each held back. */
      readonly counts: ScoreCounts;
    };

export type Least = { readonly each: number; readonly all: number };

/** Fewer outcomes than these are no ground for anything. */
export const least: Least = { each: 20, all: 100 };

/** A value must be of so many leads to stand for itself: as many of a few hundred, where ten were too many. */
const leastSupport = (rows: number): number => (rows < 1000 ? 5 : 10);

/** More leads do not make points any surer than they can be rounded. */
const mostLearned = 50_000;

/** In one go. */
export function calibrate(evidence: Evidence, asked: Asked): Calibration {
  return atOnce(calibrating(evidence, asked));
}

export function* calibrating(evidence: Evidence, asked: Asked): InPieces<Calibration> {
  const { learn, later } = partsOf(evidence, asked.share);
  const counted = countOf(evidence, learn);
  if (counted.won < least.each || counted.lost < least.each || learn.length < least.all) {
    return { kind: 'too_few', ...counted, least };
  }
  const sample = sampleOf(learn, mostLearned);
  const { won } = evidence;
  const support = leastSupport(sample.length);
  const features = yield* binned(evidence, sample, support);
  const by = features.length === 0 ? 10 : yield* bestStrength(features, sample, won);

  const making: Making = { evidence, support, mostRules: asked.mostRules };
  const heldBack = yield* heldBackScores(making, sample, won, by);
  const counts = heldBackCounts(heldBack, won);
  const drift = driftOf(evidence, learn, later);
  if (features.length === 0 || !(yield* isConvincing(making, sample, by, auc(counts) ?? 0.5))) {
    return { kind: 'no_evidence', heldBack: ranked(counts), drift };
  }
  const model = yield* fitModel(features, sample, won, by);
  const groups = yield* fuse(features, model, sample, asked.mostRules);
  const card = yield* scorecardOf(features, model, groups, sample, won);
  const judged = later.length === 0 ? null : later;
  const full = judged === null ? null : yield* fitModel(features, sample, won, 1);
  return {
    kind: 'scorecard',
    card,
    heldBack: ranked(counts),
    later:
      judged === null
        ? null
        : rankedWithCounts(countsOf(won, judged, (_, row) => cardScore(features, card.points, row))),
    unconstrained:
      judged === null || full === null
        ? null
        : ranked(countsOf(won, judged, (_, row) => linearScore(full.design, row, full.fit))),
    thresholds: thresholdsOf(evidence, heldBack.rows, counts),
    drift,
    counts,
  };
}

/** The earlier leads and the later ones, each in their order in time. */
function partsOf({ size, places }: Evidence, share: number): { learn: Uint32Array; later: Uint32Array } {
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  const inTime = rows.sort((one, other) => (places[one] ?? 0) - (places[other] ?? 0) || one - other);
  const first = Math.floor(size * share);
  return { learn: inTime.slice(0, first), later: inTime.slice(first) };
}

function countOf({ won }: Evidence, rows: Uint32Array): { won: number; lost: number } {
  let hits = 0;
  for (const row of rows) hits += won[row] ?? 0;
  return { won: hits, lost: rows.length - hits };
}

function rankedWithCounts(counts: ScoreCounts): Ranked & { readonly counts: ScoreCounts } {
  return { ...ranked(counts), counts };
}

function ranked(counts: ScoreCounts): Ranked {
  const { won, lost } = totals(counts);
  return {
    rows: won + lost,
    won,
    auc: auc(counts),
    interval: aucInterval(counts),
    lift20: lift(counts, 0.2),
  };
}
