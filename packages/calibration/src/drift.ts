// Whether the rate at which leads are won has moved between two periods: a threshold that kept its promise in the one need
// not keep it in the other.
import type { Evidence } from './evidence.ts';
import { betweenShares } from './proportion.ts';

export type Drift = {
  readonly before: number;
  readonly after: number;
  /** Standard errors between the two. */
  readonly apart: number;
  /** By chance alone this would be seen once in some hundred times at most. */
  readonly hasMoved: boolean;
};

const moved = 2.58;

/** Between what was learned from and what came later; without the latter, between the halves of the former. */
export function driftOf({ won }: Evidence, learn: Uint32Array, later: Uint32Array): Drift | null {
  const middle = Math.floor(learn.length / 2);
  const [one, other] =
    later.length > 0 ? [learn, later] : [learn.subarray(0, middle), learn.subarray(middle)];
  if (one.length === 0 || other.length === 0) return null;
  const [hits, otherHits] = [sum(won, one), sum(won, other)];
  const apart = betweenShares(hits, one.length, otherHits, other.length);
  return {
    before: hits / one.length,
    after: otherHits / other.length,
    apart,
    hasMoved: Math.abs(apart) >= moved,
  };
}

function sum(won: Uint8Array, rows: Uint32Array): number {
  let hits = 0;
  for (const row of rows) hits += won[row] ?? 0;
  return hits;
}
