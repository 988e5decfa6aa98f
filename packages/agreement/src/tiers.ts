// The bands of a score, in order. Throws when they do not cover every score: parseAgreement refuses such a
// document.
import type { Tier } from './agreement-schema.ts';

export type Tiers = {
  /** The highest tier whose `from` is at most the total. */
  readonly of: (total: number) => Tier;
  readonly find: (id: string) => Tier | undefined;
  /** Like `find`, for a tier that the agreement itself names. */
  readonly byId: (id: string) => Tier;
  readonly isAtOrAbove: (tier: string, other: string) => boolean;
};

export function compileTiers(tiers: readonly Tier[]): Tiers {
  const descending = [...tiers].sort((one, other) => other.from - one.from);
  const lowest = descending[descending.length - 1];
  if (lowest === undefined || lowest.from > 0) throw new Error('No tier holds a score of 0.');
  const byId = new Map(tiers.map((tier) => [tier.id, tier]));
  return {
    of(total) {
      for (const tier of descending) if (tier.from <= total) return tier;
      return lowest;
    },
    find: (id) => byId.get(id),
    byId(id) {
      const tier = byId.get(id);
      if (tier === undefined) throw new Error(`No tier "${id}".`);
      return tier;
    },
    isAtOrAbove(tier, other) {
      const [one, two] = [byId.get(tier), byId.get(other)];
      return one !== undefined && two !== undefined && one.from >= two.from;
    },
  };
}
