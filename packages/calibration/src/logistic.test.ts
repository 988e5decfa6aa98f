import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveInPlace } from './cholesky.ts';
import { fitLogistic, linearScore, logistic, type Design, type Penalty } from './logistic.ts';

/** A design of so many features, with the bins of each row. */
function designOf(rows: readonly (readonly number[])[], bins: readonly number[], hasFirst: boolean): Design {
  let size = 0;
  const features = bins.map((many, index) => {
    const columnOf = Int16Array.from({ length: many }, (_, bin) => {
      if (!hasFirst && bin === 0) return -1;
      size += 1;
      return size - 1;
    });
    return { bins: Uint8Array.from(rows, (row) => row[index] ?? 0), columnOf };
  });
  return { features, size };
}

function allOf(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}

const free = (size: number): Penalty => ({ ridge: new Float64Array(size).fill(1e-10), between: [] });

// Applicants to Berkeley's six largest departments, 1973, by sex: Bickel, Hammel & O'Connell, Science 187 (1975).
const admissions = [
  ['male', 0, 512, 313],
  ['male', 1, 353, 207],
  ['male', 2, 120, 205],
  ['male', 3, 138, 279],
  ['male', 4, 53, 138],
  ['male', 5, 22, 351],
  ['female', 0, 89, 19],
  ['female', 1, 17, 8],
  ['female', 2, 202, 391],
  ['female', 3, 131, 244],
  ['female', 4, 94, 299],
  ['female', 5, 24, 317],
] as const;

test('the coefficients and their errors are those that statisticians publish', () => {
  const rows: number[][] = [];
  const won: number[] = [];
  for (const [sex, department, admitted, refused] of admissions) {
    for (let count = 0; count < admitted + refused; count += 1) {
      rows.push([sex === 'male' ? 1 : 0, department]);
      won.push(count < admitted ? 1 : 0);
    }
  }
  const design = designOf(rows, [2, 6], false);
  const fit = fitLogistic(design, allOf(rows.length), Uint8Array.from(won), free(design.size));
  expect(fit.converged).toBe(true);
  // As Agresti, Categorical Data Analysis, and R's glm give them.
  const published = [-0.09987, -0.0434, -1.2626, -1.29461, -1.73931, -3.30648];
  const errors = [0.08085, 0.10984, 0.10663, 0.10582, 0.12611, 0.16998];
  published.forEach((value, column) => expect(fit.coefficients[column]).toBeCloseTo(value, 4));
  expect(fit.intercept).toBeCloseTo(0.68192, 4);
  errors.forEach((value, column) => {
    const unit = new Float64Array(design.size + 1);
    unit[column] = 1;
    solveInPlace(fit.factor, design.size + 1, unit);
    expect(Math.sqrt(unit[column] ?? 0)).toBeCloseTo(value, 4);
  });
});

test('it finds the same as walking uphill in small steps does, to a millionth', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.boolean()), {
        minLength: 8,
        maxLength: 60,
      }),
      fc.constantFrom(0.5, 1, 3),
      (list, by) => {
        const design = designOf(
          list.map(([one, other]) => [one, other]),
          [4, 3],
          true,
        );
        const won = Uint8Array.from(list, ([, , isWon]) => (isWon ? 1 : 0));
        if (new Set(won).size < 2) return;
        const penalty = {
          ridge: Float64Array.of(by, by, 0, by, by, by, by),
          between: [{ one: 2, other: 1, by }],
        };
        const fit = fitLogistic(design, allOf(list.length), won, penalty);
        const slow = uphill(list, by);
        [...slow.coefficients].forEach((value, column) =>
          expect(Math.abs((fit.coefficients[column] ?? 0) - value)).toBeLessThan(1e-6),
        );
        expect(Math.abs(fit.intercept - slow.intercept)).toBeLessThan(1e-6);
        expect(linearScore(design, 0, fit)).toBeTypeOf('number');
      },
    ),
    { numRuns: 25 },
  );
});

/** The same model by plain gradient ascent, written another way. */
function uphill(
  list: readonly (readonly [number, number, boolean])[],
  by: number,
): { readonly intercept: number; readonly coefficients: readonly number[] } {
  const b = [0, 0, 0, 0, 0, 0, 0, 0];
  const at = (index: number): number => b[index] ?? 0;
  const rate = 1 / (list.length * 0.75 + 4 * by);
  for (let step = 0; step < 60_000; step += 1) {
    const g = [-by * at(0), -by * at(1), 0, -by * at(3), -by * at(4), -by * at(5), -by * at(6), 0];
    g[2] = -by * (at(2) - at(1));
    g[1] = (g[1] ?? 0) + by * (at(2) - at(1));
    for (const [one, other, isWon] of list) {
      const miss = (isWon ? 1 : 0) - logistic(at(one) + at(4 + other) + at(7));
      for (const index of [one, 4 + other, 7]) g[index] = (g[index] ?? 0) + miss;
    }
    let largest = 0;
    g.forEach((slope, index) => {
      b[index] = at(index) + rate * slope;
      largest = Math.max(largest, Math.abs(slope));
    });
    if (largest < 1e-9) break;
  }
  return { intercept: at(7), coefficients: b.slice(0, 7) };
}

test('what everybody has, or nobody, or only the won, still comes to an end', () => {
  const rows = Array.from({ length: 40 }, (_, row) => [row % 2, 0]);
  const design = designOf(rows, [2, 3], true);
  const won = Uint8Array.from(rows, ([first]) => first ?? 0);
  const fit = fitLogistic(design, allOf(40), won, {
    ridge: new Float64Array(design.size).fill(1),
    between: [],
  });
  expect(fit.converged).toBe(true);
  expect(fit.coefficients.every(Number.isFinite)).toBe(true);
  expect(fit.coefficients[1]).toBeGreaterThan(fit.coefficients[0] ?? 0);
});
