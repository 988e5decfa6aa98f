// Symmetric systems, solved by Cholesky's factors (https://en.wikipedia.org/wiki/Cholesky_decomposition). A matrix is its
// lower half and diagonal in rows of full length; what stands above the diagonal is not read.
import type { InPieces } from './pieces.ts';

/** Steps after which others get their turn. */
const piece = 1_000_000;

/** Puts the factor in place of the matrix. False where it is not positive definite. */
export function* factorising(matrix: Float64Array, size: number): InPieces<boolean> {
  let steps = 0;
  for (let column = 0; column < size; column += 1) {
    let diagonal = at(matrix, column * size + column);
    for (let k = 0; k < column; k += 1) diagonal -= at(matrix, column * size + k) ** 2;
    if (!(diagonal > 0)) return false;
    steps += (size - column) * column;
    if (steps > piece) {
      yield steps;
      steps = 0;
    }
    const root = Math.sqrt(diagonal);
    matrix[column * size + column] = root;
    for (let row = column + 1; row < size; row += 1) {
      let sum = at(matrix, row * size + column);
      for (let k = 0; k < column; k += 1) sum -= at(matrix, row * size + k) * at(matrix, column * size + k);
      matrix[row * size + column] = sum / root;
    }
  }
  return true;
}

/** The solution for one right side, in its place. */
export function solveInPlace(factor: Float64Array, size: number, right: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let sum = at(right, row);
    for (let k = 0; k < row; k += 1) sum -= at(factor, row * size + k) * at(right, k);
    right[row] = sum / at(factor, row * size + row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = at(right, row);
    for (let k = row + 1; k < size; k += 1) sum -= at(factor, k * size + row) * at(right, k);
    right[row] = sum / at(factor, row * size + row);
  }
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
