// The values of a feature in a few bins: single values that enough leads have, the rest together, and what was not told;
// numbers in tenths of the leads, at borders that people would choose. Made from the leads that a model learns from.
import type { Column, Evidence } from './evidence.ts';
import type { Feature } from './features.ts';
import type { InPieces } from './pieces.ts';

export type Bin =
  | { readonly kind: 'value'; readonly value: string }
  /** From `from` (null: however small) to below `below` (null: however large). */
  | { readonly kind: 'range'; readonly from: number | null; readonly below: number | null }
  /** A value that few have, or that nobody had yet. */
  | { readonly kind: 'others' }
  | { readonly kind: 'missing' };

export type Binned = {
  readonly feature: Feature;
  readonly bins: readonly Bin[];
  /** So many bins, from the first on, stand in an order. */
  readonly inOrder: number;
  /** The bin of each lead. */
  readonly of: Uint8Array;
  /** How many of the leads learned from are in each. */
  readonly support: readonly number[];
};

const mostValues = 60;
const tenths = 10;

/** @param least how many leads a value must have to stand for itself */
export function* binned(evidence: Evidence, rows: Uint32Array, least: number): InPieces<Binned[]> {
  const features: Binned[] = [];
  for (const [index, column] of evidence.columns.entries()) {
    const feature = evidence.features[index];
    if (feature === undefined) continue;
    const made =
      column.kind === 'codes'
        ? valueBins(feature, column, rows, least)
        : rangeBins(feature, column, rows, least);
    // What is the same of everybody explains nothing.
    if (made.support.filter((many) => many > 0).length > 1) features.push(made);
    yield column.kind === 'codes'
      ? (evidence.size + rows.length) * 8
      : rows.length * 100 + evidence.size * 20;
  }
  return features;
}

type Codes = Extract<Column, { kind: 'codes' }>;
type Numbers = Extract<Column, { kind: 'numbers' }>;

function valueBins(feature: Feature, { values, codes }: Codes, rows: Uint32Array, least: number): Binned {
  const counts = new Uint32Array(values.length + 2);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    counts[Math.min(code, values.length + 1)] = (counts[Math.min(code, values.length + 1)] ?? 0) + 1;
  }
  const enough = values
    .map((value, index) => ({ value, code: index + 1, many: counts[index + 1] ?? 0 }))
    .filter(({ many }) => many >= least)
    .toSorted((one, other) => other.many - one.many)
    .slice(0, mostValues);
  const { order } = feature;
  const kept =
    order === null
      ? enough
      : enough.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
  const binOf = new Uint8Array(values.length + 2).fill(kept.length);
  kept.forEach(({ code }, bin) => {
    binOf[code] = bin;
  });
  binOf[0] = kept.length + 1;
  const bins: Bin[] = [
    ...kept.map(({ value }): Bin => ({ kind: 'value', value })),
    { kind: 'others' },
    { kind: 'missing' },
  ];
  const of = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    of[row] = binOf[Math.min(codes[row] ?? 0, values.length + 1)] ?? 0;
  }
  return { feature, bins, inOrder: order === null ? 0 : kept.length, of, support: supportOf(of, bins, rows) };
}

function rangeBins(feature: Feature, { numbers }: Numbers, rows: Uint32Array, least: number): Binned {
  const known = someOf(rows, mostSorted)
    .map((row) => numbers[row] ?? NaN)
    .filter((number) => !Number.isNaN(number))
    .sort();
  const borders = feature.kind === 'count' ? countBorders(known, least) : bordersOf(known);
  const bins: Bin[] = [...borders, null].map((below, index) => ({
    kind: 'range',
    from: borders[index - 1] ?? null,
    below,
  }));
  const missing = bins.length;
  bins.push({ kind: 'missing' });
  const of = new Uint8Array(numbers.length);
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row] ?? NaN;
    let bin = Number.isNaN(number) ? missing : 0;
    while (bin < borders.length && number >= (borders[bin] ?? Infinity)) bin += 1;
    of[row] = bin;
  }
  return { feature, bins, inOrder: missing, of, support: supportOf(of, bins, rows) };
}

/** More leads do not place a border any better. */
const mostSorted = 20_000;

/** Every so-manieth, in their order. */
function someOf(rows: Uint32Array, most: number): Float64Array {
  const every = Math.max(1, Math.ceil(rows.length / most));
  return Float64Array.from(
    { length: Math.ceil(rows.length / every) },
    (_, place) => rows[place * every] ?? 0,
  );
}

const mostCounts = 6;

/** Once, twice, three times …, for as long as enough leads did it just so often; the last is that often or more. */
function countBorders(sorted: Float64Array, least: number): number[] {
  const borders: number[] = [];
  for (let count = 1; count < mostCounts; count += 1) {
    const below = sorted.filter((one) => one >= count - 1 && one < count).length;
    const above = sorted.filter((one) => one >= count).length;
    if (above < least || (count > 1 && below < least)) break;
    borders.push(count);
  }
  return borders;
}

/** Where the tenths of the leads begin, as people would write it where that parts them as well. */
function bordersOf(sorted: Float64Array): number[] {
  const borders = new Set<number>();
  const first = sorted[0];
  for (let part = 1; part < tenths; part += 1) {
    const border = sorted[Math.ceil((sorted.length * part) / tenths)];
    if (border === undefined || border === first) continue;
    borders.add(plainNumber(border));
  }
  return [...borders].filter((border) => first !== undefined && border > first).toSorted((a, b) => a - b);
}

/** Two digits that count, never a whole number made broken. */
function plainNumber(value: number): number {
  const rounded = Number(value.toPrecision(2));
  return Number.isInteger(value) && !Number.isInteger(rounded) ? value : rounded;
}

function supportOf(of: Uint8Array, bins: readonly Bin[], rows: Uint32Array): number[] {
  const support = bins.map(() => 0);
  for (const row of rows) {
    const bin = of[row] ?? 0;
    support[bin] = (support[bin] ?? 0) + 1;
  }
  return support;
}
