// What stands behind something that was counted, a page at a time: what speaks against it first, then the latest.
import type { Facts } from '../facts.ts';
import type { Speaks } from '../numbers/shared-number.ts';

export type Behind = Speaks & {
  readonly of: 'leads' | 'handoffs';
  /** The row in storage of that lead or handoff. */
  readonly row: number;
  /** The instant by which it belongs to the period, epoch ms. */
  readonly at: number;
};

export type BehindPage = { readonly from: number; readonly count: number };

export type BehindView = {
  readonly total: number;
  /** Of all of them. */
  readonly counts: Readonly<Record<Speaks['speaks'], number>>;
  readonly behind: readonly Behind[];
};

/** Places that count, each with the instant by which it does. */
export type Found = {
  readonly of: 'leads' | 'handoffs';
  readonly places: readonly { readonly place: number; readonly at: number }[];
  readonly speaks: (place: number) => Speaks;
};

export function pageOf(facts: Facts, { of, places, speaks }: Found, { from, count }: BehindPage): BehindView {
  const rows = facts[of].row;
  const counts = { against: 0, for: 0, neither: 0 };
  const ranked = places.map(({ place, at }) => {
    const side = speaks(place).speaks;
    counts[side] += 1;
    return { place, at, rank: ranks[side] };
  });
  ranked.sort((one, other) => one.rank - other.rank || other.at - one.at || other.place - one.place);
  const behind = ranked
    .slice(from, from + count)
    .map(({ place, at }) => ({ of, row: rows[place] ?? NaN, at, ...speaks(place) }));
  return { total: ranked.length, counts, behind };
}

const ranks: Readonly<Record<Speaks['speaks'], number>> = { against: 0, for: 1, neither: 2 };
