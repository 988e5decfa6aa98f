// Whether a word is said by more of some people than of others.

/** One in a thousand pairs of equal shares differs as much as this (chi-square, one degree of freedom). */
export const unlikely = 10.83;

/**
 * Dunning's log-likelihood ratio of two shares (Computational Linguistics 19, 1993), which keeps its meaning for rare words;
 * 0 where they are the same. Negative where the first is smaller.
 */
export function likelihoodRatio(said: number, of: number, saidByOthers: number, others: number): number {
  if (of === 0 || others === 0) return 0;
  const all = of + others;
  const saidByAll = said + saidByOthers;
  const part = (seen: number, expected: number): number =>
    seen === 0 ? 0 : seen * Math.log(seen / expected);
  const sum =
    part(said, (saidByAll * of) / all) +
    part(of - said, ((all - saidByAll) * of) / all) +
    part(saidByOthers, (saidByAll * others) / all) +
    part(others - saidByOthers, ((all - saidByAll) * others) / all);
  const ratio = Math.max(0, 2 * sum);
  return said / of < saidByOthers / others ? -ratio : ratio;
}
