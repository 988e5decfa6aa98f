// How often somebody did something, as an agreement counts it: so many points each time, up to so many. What a model says of
// once, twice, three times is brought into that form, as near as whole numbers come. What lowers the chance has no points.
import type { Binned } from './bins.ts';
import type { Group } from './fuse.ts';

export type Rising = {
  /** Whole points each time. */
  readonly each: number;
  /** Whole points at most. */
  readonly atMost: number;
};

/** What each count is worth beyond none at all, in log-odds; bins of a count stand in its order, `missing` last. */
export function worthByCount(groups: readonly Group[]): (bin: number) => number {
  const weightOf = (bin: number): number => groups.find(({ bins }) => bins.includes(bin))?.weight ?? 0;
  const none = weightOf(0);
  return (bin) => weightOf(bin) - none;
}

/** Null: it is worth no points. */
export function risingPoints(
  { support, inOrder }: Binned,
  groups: readonly Group[],
  scale: number,
): Rising | null {
  const worth = worthByCount(groups);
  const counts = Array.from({ length: inOrder }, (_, bin) => bin).slice(1);
  const wanted = counts.map((bin) => worth(bin) * scale);
  const last = counts.at(-1) ?? 0;
  const highest = Math.ceil(Math.max(0, ...wanted));
  let best: (Rising & { readonly miss: number }) | null = null;
  for (let each = 0; each <= highest; each += 1) {
    // From the last count on it stays the same.
    for (let atMost = each; atMost <= Math.min(highest, each * last); atMost += 1) {
      const miss = counts.reduce((sum, bin, place) => {
        const apart = Math.min(atMost, each * bin) - (wanted[place] ?? 0);
        return sum + (support[bin] ?? 0) * apart * apart;
      }, 0);
      if (best === null || miss < best.miss) best = { each, atMost, miss };
    }
  }
  return best === null || best.each === 0 ? null : { each: best.each, atMost: best.atMost };
}
