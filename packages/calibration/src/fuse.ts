// A full model made simple: bins of a feature are put together, the least telling difference first, until few enough rules
// are left. What a step costs is how much worse the likelihood becomes, by its curvature where the model stands.
import type { Binned } from './bins.ts';
import { linearScore, logistic } from './logistic.ts';
import type { Model } from './model.ts';
import { rowsAPiece, type InPieces } from './pieces.ts';

export type Group = {
  readonly bins: readonly number[];
  /** In log-odds. */
  readonly weight: number;
  /** How much is known of it: the sum of p(1−p) of its leads. */
  readonly information: number;
};

/** Of bins that no lead was in: they go where the model expects nothing. */
const nearlyNothing = 1e-6;

/** By feature, groups from the lowest weight to the highest; a feature of one group says nothing. */
export function* fuse(
  features: readonly Binned[],
  { design, fit, weights }: Model,
  rows: Uint32Array,
  mostRules: number,
): InPieces<Group[][]> {
  const information = features.map(({ bins }) => bins.map(() => nearlyNothing));
  const stepsARow = 60 + features.length * 10;
  const piece = rowsAPiece(stepsARow);
  let left = piece;
  for (const row of rows) {
    left -= 1;
    if (left === 0) {
      yield piece * stepsARow;
      left = piece;
    }
    const chance = logistic(linearScore(design, row, fit));
    const known = chance * (1 - chance);
    features.forEach(({ of }, index) => {
      const bin = of[row] ?? 0;
      const sums = information[index];
      if (sums !== undefined) sums[bin] = (sums[bin] ?? 0) + known;
    });
  }
  const groups = features.map(({ bins }, index): Group[] =>
    bins.map((_, bin) => ({
      bins: [bin],
      weight: weights[index]?.[bin] ?? 0,
      information: information[index]?.[bin] ?? nearlyNothing,
    })),
  );
  const cheapest: (Step | null)[] = [];
  for (const [index, of] of groups.entries()) {
    cheapest.push(cheapestOf(of, features[index]?.inOrder ?? 0));
    yield stepsToLook(of);
  }
  const rules = (): number => groups.reduce((sum, of) => sum + of.length - 1, 0);
  while (rules() > mostRules) {
    const index = indexOfLeast(cheapest);
    const [of, step] = [groups[index], cheapest[index]];
    if (of === undefined || step === null || step === undefined) break;
    const joined = join(of[step.one], of[step.other]);
    groups[index] = [...of.filter((_, at) => at !== step.one && at !== step.other), joined];
    cheapest[index] = cheapestOf(groups[index], features[index]?.inOrder ?? 0);
    yield stepsToLook(of);
  }
  return groups.map((of) => of.toSorted((one, other) => one.weight - other.weight));
}

function stepsToLook({ length }: readonly Group[]): number {
  return length * length * 100;
}

type Step = { readonly one: number; readonly other: number; readonly cost: number };

function cheapestOf(groups: readonly Group[], inOrder: number): Step | null {
  let best: Step | null = null;
  groups.forEach((first, one) => {
    groups.forEach((second, other) => {
      if (other <= one || !mayJoin(first, second, groups, inOrder)) return;
      const between = (first.information * second.information) / (first.information + second.information);
      const cost = between * (first.weight - second.weight) ** 2;
      if (best === null || cost < best.cost) best = { one, other, cost };
    });
  });
  return best;
}

/** Of what stands in an order, only neighbours; others may join any. */
function mayJoin(one: Group, other: Group, groups: readonly Group[], inOrder: number): boolean {
  const ofOne = one.bins.filter((bin) => bin < inOrder);
  const ofOther = other.bins.filter((bin) => bin < inOrder);
  if (ofOne.length === 0 || ofOther.length === 0) return true;
  const [low, high] = (ofOne[0] ?? 0) < (ofOther[0] ?? 0) ? [ofOne, ofOther] : [ofOther, ofOne];
  const [from, to] = [Math.max(...low), Math.min(...high)];
  return !groups.some(({ bins }) => bins.some((bin) => bin < inOrder && bin > from && bin < to));
}

function join(one: Group | undefined, other: Group | undefined): Group {
  if (one === undefined || other === undefined) throw new Error('Two groups are joined that are not there.');
  const information = one.information + other.information;
  return {
    bins: [...one.bins, ...other.bins].toSorted((a, b) => a - b),
    weight: (one.weight * one.information + other.weight * other.information) / information,
    information,
  };
}

function indexOfLeast(steps: readonly (Step | null)[]): number {
  let least = -1;
  steps.forEach((step, index) => {
    if (step === null) return;
    const before = steps[least];
    if (before === null || before === undefined || step.cost < before.cost) least = index;
  });
  return least;
}
