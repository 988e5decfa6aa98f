// Middles and tails of what was measured.

/**
 * The value below which a share of the values lies, between neighbours in proportion (type 7 of Hyndman & Fan, The
 * American Statistician 50, 1996). Null of nothing. What is NaN was not measured.
 */
export function quantile(values: Float64Array | readonly number[], share: number): number | null {
  return quantiles(values, [share])[0] ?? null;
}

/** Several of the same values, which are put in order once. */
export function quantiles(
  values: Float64Array | readonly number[],
  shares: readonly number[],
): readonly (number | null)[] {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return shares.map((share) => {
    if (sorted.length === 0) return null;
    const place = (sorted.length - 1) * share;
    const below = Math.floor(place);
    const [low = NaN, high = NaN] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]];
    return low + (high - low) * (place - below);
  });
}
