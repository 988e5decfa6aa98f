// How well a card tells leads apart that it was not made from, and whether chance could do as well.
import { binned, type Binned } from './bins.ts';
import type { Evidence } from './evidence.ts';
import { fuse } from './fuse.ts';
import { mixed } from './mixed.ts';
import { bestStrength, fitModel, foldsOf } from './model.ts';
import type { InPieces } from './pieces.ts';
import { aboveChance, auc, type ScoreCounts } from './ranking.ts';
import { cardScore, pointsOf } from './scorecard.ts';

/** How a card is made. */
export type Making = {
  readonly evidence: Evidence;
  /** How many leads a value must have to stand for itself. */
  readonly support: number;
  readonly mostRules: number;
};

export type HeldBack = { readonly rows: Uint32Array; readonly scores: Int32Array };

/** Of every row, the points of a card that was made without it: five parts take turns. */
export function* heldBackScores(
  making: Making,
  rows: Uint32Array,
  won: Uint8Array,
  by: number,
): InPieces<HeldBack> {
  const scores = new Int32Array(rows.length);
  const order = new Uint32Array(rows.length);
  let next = 0;
  for (const { learn, test } of foldsOf(rows)) {
    const features = yield* binned(making.evidence, learn, making.support);
    const points = yield* cardPoints(features, learn, won, by, making.mostRules);
    for (const row of test) {
      order[next] = row;
      scores[next] = cardScore(features, points, row);
      next += 1;
    }
    yield test.length * features.length * 3;
  }
  return { rows: order.subarray(0, next), scores: scores.subarray(0, next) };
}

export function heldBackCounts({ rows, scores }: HeldBack, won: Uint8Array): ScoreCounts {
  return countsOf(won, rows, (index) => scores[index] ?? 0);
}

/** Standard errors above chance that what was found must lie: about one in two thousand by luck. */
const convincing = 3.3;
/** So many leads are parted in two; of fewer, none can be spared. */
const manyLeads = 1000;
const shuffles = 40;

/**
 * Whether chance could do as well. Of many leads one half is told apart by a card from the other half, so that nothing of
 * what is judged has a part in the card, and what chance gives is known exactly. Of fewer, the outcomes are dealt out anew
 * again and again, and cards made from those: a permutation test (Ojala & Garriga, JMLR 11, 2010).
 * @param found the AUC over {@link heldBackScores}
 */
export function* isConvincing(
  making: Making,
  rows: Uint32Array,
  by: number,
  found: number,
): InPieces<boolean> {
  const above =
    rows.length >= manyLeads
      ? yield* halfAndHalf(making, rows)
      : yield* amongShuffled(making, rows, by, found);
  return above > convincing;
}

function* halfAndHalf({ evidence, support, mostRules }: Making, rows: Uint32Array): InPieces<number> {
  const isLearned = (row: number): boolean => mixed(row + 0x27d4_eb2f) % 2 === 0;
  const learn = rows.filter(isLearned);
  const features = yield* binned(evidence, learn, support);
  if (features.length === 0) return 0;
  const by = yield* bestStrength(features, learn, evidence.won);
  const points = yield* cardPoints(features, learn, evidence.won, by, mostRules);
  const others = rows.filter((row) => !isLearned(row));
  return aboveChance(countsOf(evidence.won, others, (_, row) => cardScore(features, points, row)));
}

function* amongShuffled(making: Making, rows: Uint32Array, by: number, found: number): InPieces<number> {
  const aucs: number[] = [];
  for (let round = 0; round < shuffles; round += 1) {
    const won = dealtAnew(making.evidence.won, rows, round);
    aucs.push(auc(heldBackCounts(yield* heldBackScores(making, rows, won, by), won)) ?? 0.5);
  }
  const mean = aucs.reduce((sum, one) => sum + one, 0) / shuffles;
  const variance = aucs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (shuffles - 1);
  return variance === 0 ? 0 : (found - mean) / Math.sqrt(variance);
}

/** The outcomes of these rows in another order (Fisher and Yates), the same each time. */
function dealtAnew(won: Uint8Array, rows: Uint32Array, round: number): Uint8Array {
  const dealt = won.slice();
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const other = mixed(last * 8191 + round * 131_071) % (last + 1);
    const [one, two] = [rows[last] ?? 0, rows[other] ?? 0];
    const kept = dealt[one] ?? 0;
    dealt[one] = dealt[two] ?? 0;
    dealt[two] = kept;
  }
  return dealt;
}

function* cardPoints(
  features: readonly Binned[],
  rows: Uint32Array,
  won: Uint8Array,
  by: number,
  mostRules: number,
): InPieces<Int16Array[]> {
  if (features.length === 0) return [];
  const model = yield* fitModel(features, rows, won, by);
  return pointsOf(yield* fuse(features, model, rows, mostRules), features);
}

export function countsOf(
  won: Uint8Array,
  rows: Uint32Array,
  scoreOf: (index: number, row: number) => number,
): ScoreCounts {
  const counts = new Map<number, { won: number; lost: number }>();
  rows.forEach((row, index) => {
    const score = scoreOf(index, row);
    const of = counts.get(score) ?? { won: 0, lost: 0 };
    if (won[row] === 1) of.won += 1;
    else of.lost += 1;
    counts.set(score, of);
  });
  return counts;
}
