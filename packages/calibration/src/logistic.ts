// Logistic regression with a quadratic penalty, by Newton's method with halved steps: the penalised likelihood has one
// maximum, and every step comes nearer to it. Each row has at most one column of each feature, so a row is a short list of
// columns. The intercept is not penalised. (Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 4.4.)
import { factorising, solveInPlace } from './cholesky.ts';
import { atOnce, rowsAPiece, type InPieces } from './pieces.ts';

/** What each row is in: one bin of every feature, and the column of each bin, or -1 for none. */
export type Design = {
  readonly features: readonly { readonly bins: Uint8Array; readonly columnOf: Int16Array }[];
  /** Columns, in the order of the features. */
  readonly size: number;
};

export type Penalty = {
  /** Of each column: half of it times the square is paid. */
  readonly ridge: Float64Array;
  /** Of neighbours: half of `by` times the square of what lies between them is paid. */
  readonly between: readonly { readonly one: number; readonly other: number; readonly by: number }[];
};

export type Fit = {
  readonly intercept: number;
  readonly coefficients: Float64Array;
  /** The factor of minus the second derivatives, the intercept last: for how sure the coefficients are. */
  readonly factor: Float64Array;
  readonly converged: boolean;
};

const mostSteps = 60;

export type Start = {
  /** The largest step of a coefficient at which it stops. */
  readonly tolerance?: number;
  /** A fit of the same design that is probably near: where it begins. */
  readonly near?: Fit | undefined;
};

/**
 * @param rows which rows take part
 * @param won 1 or 0 of each row
 */
export function* fittingLogistic(
  design: Design,
  rows: Uint32Array,
  won: Uint8Array,
  penalty: Penalty,
  { tolerance = 1e-8, near }: Start = {},
): InPieces<Fit> {
  const size = design.size + 1;
  const beta = new Float64Array(size);
  if (near !== undefined) beta.set(near.coefficients);
  beta[design.size] = near?.intercept ?? startingIntercept(rows, won);
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  let value = yield* gather(design, rows, won, penalty, beta, gradient, hessian);
  let converged = false;
  for (let count = 0; count < mostSteps && !converged; count += 1) {
    const step = gradient.slice();
    const factor = yield* factorOf(hessian, size);
    solveInPlace(factor, size, step);
    let share = 1;
    let largest = 0;
    for (const part of step) largest = Math.max(largest, Math.abs(part));
    const before = beta.slice();
    for (;;) {
      for (let index = 0; index < size; index += 1)
        beta[index] = (before[index] ?? 0) + share * (step[index] ?? 0);
      const next = yield* gather(design, rows, won, penalty, beta, gradient, hessian);
      if (next >= value - 1e-12 * Math.abs(value) || share < 1e-6) {
        value = next;
        break;
      }
      share /= 2;
    }
    converged = largest * share < tolerance;
  }
  const factor = yield* factorOf(hessian, size);
  return {
    intercept: beta[design.size] ?? 0,
    coefficients: beta.slice(0, design.size),
    factor,
    converged,
  };
}

/** The same without a pause. */
export function fitLogistic(...given: Parameters<typeof fittingLogistic>): Fit {
  return atOnce(fittingLogistic(...given));
}

function* factorOf(matrix: Float64Array, size: number): InPieces<Float64Array> {
  const factor = matrix.slice();
  // A column that nobody has and that nothing holds: a breath of penalty makes it zero.
  for (let ridge = 1e-9; !(yield* factorising(factor, size)); ridge *= 100) {
    factor.set(matrix);
    for (let index = 0; index < size; index += 1) add(factor, index * size + index, ridge);
  }
  return factor;
}

/** What the model adds up for one row. */
export function linearScore({ features }: Design, row: number, { intercept, coefficients }: Fit): number {
  let sum = intercept;
  for (const { bins, columnOf } of features) {
    const column = columnOf[bins[row] ?? 0] ?? -1;
    if (column >= 0) sum += coefficients[column] ?? 0;
  }
  return sum;
}

/** The probability that belongs to a sum. */
export function logistic(sum: number): number {
  return sum >= 0 ? 1 / (1 + Math.exp(-sum)) : Math.exp(sum) / (1 + Math.exp(sum));
}

function startingIntercept(rows: Uint32Array, won: Uint8Array): number {
  let hits = 0.5;
  for (const row of rows) hits += won[row] ?? 0;
  return Math.log(hits / (rows.length + 1 - hits));
}

/** The penalised log-likelihood, with its slope and minus its curvature, whose lower half is filled. */
function* gather(
  { features, size: last }: Design,
  rows: Uint32Array,
  won: Uint8Array,
  { ridge, between }: Penalty,
  beta: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): InPieces<number> {
  const size = last + 1;
  gradient.fill(0);
  hessian.fill(0);
  let value = 0;
  const active = new Int32Array(features.length + 1);
  const stepsARow = 60 + features.length * (4 + features.length);
  const piece = rowsAPiece(stepsARow);
  let left = piece;
  for (const row of rows) {
    left -= 1;
    if (left === 0) {
      yield piece * stepsARow;
      left = piece;
    }
    let many = 0;
    let sum = beta[last] ?? 0;
    for (const { bins, columnOf } of features) {
      const column = columnOf[bins[row] ?? 0] ?? -1;
      if (column < 0) continue;
      active[many] = column;
      many += 1;
      sum += beta[column] ?? 0;
    }
    active[many] = last;
    many += 1;
    const isWon = won[row] === 1;
    // log(1 + e^x) without overflow.
    const signed = isWon ? -sum : sum;
    value -= signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed));
    const chance = logistic(sum);
    const miss = (isWon ? 1 : 0) - chance;
    const weight = chance * (1 - chance);
    for (let one = 0; one < many; one += 1) {
      const at = active[one] ?? 0;
      gradient[at] = (gradient[at] ?? 0) + miss;
      const start = at * size;
      // Columns stand in the order of their features, so what follows is at or above: the lower half fills itself.
      for (let other = 0; other <= one; other += 1) {
        const place = start + (active[other] ?? 0);
        hessian[place] = (hessian[place] ?? 0) + weight;
      }
    }
  }
  for (let column = 0; column < last; column += 1) {
    const by = ridge[column] ?? 0;
    const is = beta[column] ?? 0;
    value -= (by * is * is) / 2;
    gradient[column] = (gradient[column] ?? 0) - by * is;
    add(hessian, column * size + column, by);
  }
  for (const { one, other, by } of between) {
    const apart = (beta[one] ?? 0) - (beta[other] ?? 0);
    value -= (by * apart * apart) / 2;
    gradient[one] = (gradient[one] ?? 0) - by * apart;
    gradient[other] = (gradient[other] ?? 0) + by * apart;
    add(hessian, one * size + one, by);
    add(hessian, other * size + other, by);
    add(hessian, Math.max(one, other) * size + Math.min(one, other), -by);
  }
  return value;
}

function add(values: Float64Array, index: number, by: number): void {
  values[index] = (values[index] ?? 0) + by;
}
