// Middles and tails of what was measured.

/**
 * The value below which a share of the values lies, between neighbours in proportion (type 7 of Hyndman & Fan, The
 * American Statistician 50, 1996). Null of nothing. What is NaN was not measured.
 */
export function quantile(values: Float64Array | readonly number[], share: number): number | null {
  return quantiles(values, [share])[0] ?? null;
}

/** Several of the same values. */
export function quantiles(
  values: Float64Array | readonly number[],
  shares: readonly number[],
): readonly (number | null)[] {
  const measured = Float64Array.from(values);
  let size = 0;
  for (const value of measured) {
    if (Number.isNaN(value)) continue;
    measured[size] = value;
    size += 1;
  }
  const known = measured.subarray(0, size);
  return shares.map((share) => {
    if (size === 0) return null;
    const place = (size - 1) * share;
    const below = Math.floor(place);
    const low = smallest(known, below);
    if (below + 1 >= size || place === below) return low;
    // What follows in order is the least of what stands behind.
    let high = Infinity;
    for (let index = below + 1; index < size; index += 1) high = Math.min(high, known[index] ?? Infinity);
    return low + (high - low) * (place - below);
  });
}

/**
 * The value that would stand at a place if they stood in order; moves them so that none before it is greater and none behind
 * it smaller. Quickselect (Hoare, Communications of the ACM 4, 1961), about a middle of three.
 */
function smallest(values: Float64Array, place: number): number {
  const at = (index: number): number => values[index] ?? NaN;
  let [first, last] = [0, values.length - 1];
  while (first < last) {
    const [one, two, three] = [at(first), at((first + last) >> 1), at(last)];
    const pivot = Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    let [left, right] = [first, last];
    while (left <= right) {
      while (at(left) < pivot) left += 1;
      while (at(right) > pivot) right -= 1;
      if (left > right) break;
      const kept = at(left);
      values[left] = at(right);
      values[right] = kept;
      left += 1;
      right -= 1;
    }
    if (place <= right) last = right;
    else if (place >= left) first = left;
    else break;
  }
  return at(place);
}
