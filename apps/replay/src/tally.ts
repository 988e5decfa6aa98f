// What is remembered of the leads that were scored: how many had each score, were qualified, were won. Grows with the
// scores there are, not with the leads.
import type { Judgement } from '@baton/agreement';

export type Counts = { readonly leads: number; readonly won: number; readonly lost: number };

export type Tally = {
  readonly add: (judgement: Judgement, outcome: boolean | undefined) => void;
  readonly byScore: ReadonlyMap<number, Counts>;
  readonly byTier: ReadonlyMap<string, Counts>;
  /** Qualified leads, and the rest. */
  readonly qualified: Counts;
  readonly others: Counts;
};

type Growing = { leads: number; won: number; lost: number };

const none = (): Growing => ({ leads: 0, won: 0, lost: 0 });

export function createTally(): Tally {
  const byScore = new Map<number, Growing>();
  const byTier = new Map<string, Growing>();
  const qualified = none();
  const others = none();
  return {
    byScore,
    byTier,
    qualified,
    others,
    add({ score, tier, qualified: isQualified }, outcome) {
      count(entry(byScore, score.total), outcome);
      count(entry(byTier, tier), outcome);
      count(isQualified ? qualified : others, outcome);
    },
  };
}

/** Adds up counts. */
export function sum(counts: Iterable<Counts>): Counts {
  const total = none();
  for (const { leads, won, lost } of counts) {
    total.leads += leads;
    total.won += won;
    total.lost += lost;
  }
  return total;
}

function entry<K>(map: Map<K, Growing>, key: K): Growing {
  const known = map.get(key);
  if (known !== undefined) return known;
  const added = none();
  map.set(key, added);
  return added;
}

function count(of: Growing, outcome: boolean | undefined): void {
  of.leads += 1;
  if (outcome === true) of.won += 1;
  if (outcome === false) of.lost += 1;
}
