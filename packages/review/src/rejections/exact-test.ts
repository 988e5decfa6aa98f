// Whether one share is larger than another by more than chance, exactly, and what is left of that when many are looked at.

/** `log(n!)` for 0 … `most`. */
export function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 1; n <= most; n += 1) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}

/**
 * Fisher's exact test, one-sided: how likely at least `hits` of `of` would be, if all `hits + otherHits` had fallen anywhere
 * among `of + otherOf` (R. A. Fisher, The Design of Experiments, 1935, §§ 5–12).
 *
 * @param logs up to `of + otherOf` at least
 */
export function fisherGreater(
  { hits, of, otherHits, otherOf }: TwoShares,
  logs: Float64Array = logFactorials(of + otherOf),
): number {
  const [all, allHits] = [of + otherOf, hits + otherHits];
  const choose = (n: number, k: number): number => (logs[n] ?? NaN) - (logs[k] ?? NaN) - (logs[n - k] ?? NaN);
  const whole = choose(all, allHits);
  let sum = 0;
  for (let k = hits; k <= Math.min(of, allHits); k += 1) {
    if (allHits - k > otherOf) continue;
    const term = Math.exp(choose(of, k) + choose(otherOf, allHits - k) - whole);
    sum += term;
    // Beyond the likeliest they only get smaller.
    if (k * all > of * allHits && term < sum * 1e-17) break;
  }
  return Math.min(1, sum);
}

export type TwoShares = {
  readonly hits: number;
  readonly of: number;
  readonly otherHits: number;
  readonly otherOf: number;
};

/**
 * The same probabilities for having looked at all of them: below a level, the chance that even one is there by chance is
 * below it (S. Holm, Scandinavian Journal of Statistics 6, 1979). In the order given.
 */
export function holm(probabilities: readonly number[]): readonly number[] {
  const order = [...probabilities.keys()].toSorted(
    (one, other) => (probabilities[one] ?? 1) - (probabilities[other] ?? 1),
  );
  const adjusted = probabilities.map(() => 1);
  let most = 0;
  for (const [rank, place] of order.entries()) {
    most = Math.max(most, Math.min(1, (probabilities[place] ?? 1) * (probabilities.length - rank)));
    adjusted[place] = most;
  }
  return adjusted;
}
