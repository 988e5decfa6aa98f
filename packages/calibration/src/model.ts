// The full model behind a scorecard: every bin of every feature has a weight, drawn towards nothing, and neighbours in an
// order towards each other, as strongly as what was held back says is best.
import type { Binned } from './bins.ts';
import { mixed } from './mixed.ts';
import {
  fittingLogistic,
  linearScore,
  logistic,
  type Design,
  type Fit,
  type Penalty,
  type Start,
} from './logistic.ts';
import type { InPieces } from './pieces.ts';

export type Model = {
  readonly design: Design;
  readonly fit: Fit;
  /** By feature and bin. */
  readonly weights: readonly (readonly number[])[];
};

/** One column for each bin; the first of those in an order is what the others are measured from. */
function designOf(features: readonly Binned[]): Design {
  let size = 0;
  const columns = features.map(({ bins, inOrder, of }) => {
    const columnOf = Int16Array.from(bins, (_, bin) => {
      if (inOrder > 0 && bin === 0) return -1;
      size += 1;
      return size - 1;
    });
    return { bins: of, columnOf };
  });
  return { features: columns, size };
}

/** @param by what one unit of weight costs */
function penaltyOf(features: readonly Binned[], design: Design, by: number): Penalty {
  const ridge = new Float64Array(design.size).fill(by);
  const between: { one: number; other: number; by: number }[] = [];
  features.forEach(({ inOrder }, index) => {
    const columnOf = design.features[index]?.columnOf;
    for (let bin = 2; bin < inOrder; bin += 1) {
      const [one, other] = [columnOf?.[bin], columnOf?.[bin - 1]];
      if (one === undefined || other === undefined) continue;
      // A step from the neighbour is paid instead of the way from nothing.
      ridge[one] = 0;
      between.push({ one, other, by });
    }
  });
  return { ridge, between };
}

export function* fitModel(
  features: readonly Binned[],
  rows: Uint32Array,
  won: Uint8Array,
  by: number,
  start?: Start,
): InPieces<Model> {
  const design = designOf(features);
  const fit = yield* fittingLogistic(design, rows, won, penaltyOf(features, design, by), start);
  return { design, fit, weights: weightsOf(features, design, fit) };
}

function weightsOf(features: readonly Binned[], design: Design, { coefficients }: Fit): number[][] {
  return features.map(({ bins }, index) =>
    bins.map((_, bin) => coefficients[design.features[index]?.columnOf[bin] ?? -1] ?? 0),
  );
}

const strengths = [1, 3, 10, 30] as const;
const parts = 5;

/** So many leads tell one strength from another, and coefficients so near to the best tell them as well. */
const enough = 20_000;
const nearEnough = 1e-4;

/** The strength under which leads that were held back are least surprising, by five parts that take turns. */
export function* bestStrength(
  features: readonly Binned[],
  rows: Uint32Array,
  won: Uint8Array,
): InPieces<number> {
  const folds = foldsOf(sampleOf(rows, enough));
  const near: Fit[] = [];
  let best: { readonly by: number; readonly surprise: number } | null = null;
  for (const by of strengths) {
    let surprise = 0;
    for (const [fold, { learn, test }] of folds.entries()) {
      const start = { tolerance: nearEnough, near: near[fold] };
      const { design, fit } = yield* fitModel(features, learn, won, by, start);
      near[fold] = fit;
      for (const row of test) {
        const chance = logistic(linearScore(design, row, fit));
        surprise -= Math.log(Math.max(1e-12, won[row] === 1 ? chance : 1 - chance));
      }
      yield test.length * (50 + features.length * 2);
    }
    if (best === null || surprise < best.surprise) best = { by, surprise };
  }
  return best?.by ?? 10;
}

/** So many rows, by chance that is always the same, in their order. */
export function sampleOf(rows: Uint32Array, many: number): Uint32Array {
  if (rows.length <= many) return rows;
  const limit = (many / rows.length) * 2 ** 32;
  return rows.filter((row) => mixed(row) < limit);
}

export type Fold = { readonly learn: Uint32Array; readonly test: Uint32Array };

/** The rows in parts that take turns to be held back; always the same ones. */
export function foldsOf(rows: Uint32Array): Fold[] {
  const partOf = (row: number): number => mixed(row + 0x5bd1_e995) % parts;
  return Array.from({ length: parts }, (_, part) => ({
    learn: rows.filter((row) => partOf(row) !== part),
    test: rows.filter((row) => partOf(row) === part),
  }));
}
