// Shares of leads, and how sure they are.
import { z95 } from './normal.ts';
import type { Interval } from './ranking.ts';

/**
 * A 95% interval for a share: Wilson's score interval, which keeps its rate for small counts and for shares near 0 and 1
 * (Wilson, JASA 22, 1927; Brown, Cai & DasGupta, Statistical Science 16, 2001). Null of nothing.
 */
export function wilson(hits: number, of: number): Interval | null {
  if (of <= 0) return null;
  const share = hits / of;
  const z2 = z95 * z95;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z95 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** How many standard errors lie between two shares, pooled; 0 where one is of nothing. */
export function betweenShares(hits: number, of: number, otherHits: number, otherOf: number): number {
  if (of <= 0 || otherOf <= 0) return 0;
  const pooled = (hits + otherHits) / (of + otherOf);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / otherOf));
  return error === 0 ? 0 : (otherHits / otherOf - hits / of) / error;
}

/**
 * A 95% interval for how many were to be expected where so many were seen: Byar's approximation of the exact Poisson interval
 * (Breslow & Day, Statistical Methods in Cancer Research II, 1987).
 */
export function poisson(seen: number): Interval {
  const low = seen === 0 ? 0 : seen * (1 - 1 / (9 * seen) - z95 / (3 * Math.sqrt(seen))) ** 3;
  const more = seen + 1;
  return [Math.max(0, low), more * (1 - 1 / (9 * more) + z95 / (3 * Math.sqrt(more))) ** 3];
}
