// What became of the leads that were handed over, by the score they were handed over with: whether the points say what
// sales says.
import type { Agreement } from '@baton/agreement';
import type { Facts } from '../facts.ts';
import type { Counting } from '../numbers/shared-number.ts';
import type { Span } from '../period.ts';

/** How far a lead has come, each in exactly one: from what is best to what is not known yet. */
export const outcomes = ['won', 'sql', 'accepted', 'open', 'rejected', 'lost'] as const;

export type Outcome = (typeof outcomes)[number];

type OutcomeCounts = { readonly leads: number; readonly counts: Readonly<Record<Outcome, number>> };

export type ScoreBands = {
  /** The score from which on leads are handed over, under the agreement in force. */
  readonly threshold: number | null;
  /** The scores from `from` until before `to`; without a gap, the lowest first. */
  readonly bands: readonly (OutcomeCounts & { readonly from: number; readonly to: number })[];
  /** The commonest first; the empty one is whoever was handed over before there was a score. */
  readonly tiers: readonly (OutcomeCounts & { readonly tier: string })[];
};

export const bandWidth = 10;

export const bandsDefinition =
  'Leads that were handed over for the first time in the period, by their score at that handoff, and how far they have come until now. SQL holds opportunities.';

export function scoreBands(counting: Counting, span: Span): ScoreBands {
  const { facts, agreement } = counting;
  const first = firstHandoffs(facts);
  const bands = new Map<number, Tally>();
  const tiers = new Map<number, Tally>();
  for (const place of handedIn(counting, span)) {
    const handoff = first[place] ?? -1;
    const outcome = outcomeOf(facts, place);
    const tier = facts.handoffs.tier[handoff] ?? 0;
    // Whoever was handed over before there was a score has none.
    if (tier !== 0)
      add(bands, Math.floor((facts.handoffs.total[handoff] ?? 0) / bandWidth) * bandWidth, outcome);
    add(tiers, tier, outcome);
  }
  const [least, most] = [Math.min(...bands.keys()), Math.max(...bands.keys())];
  const all: ScoreBands['bands'][number][] = [];
  for (let from = least; from <= most; from += bandWidth)
    all.push({ from, to: from + bandWidth, ...(bands.get(from) ?? emptyTally()) });
  return {
    threshold: agreement === null ? null : thresholdOf(agreement),
    bands: all,
    tiers: [...tiers]
      .map(([code, tally]) => ({ tier: facts.words.tier[code] ?? '', ...tally }))
      .toSorted((one, other) => other.leads - one.leads || (one.tier < other.tier ? -1 : 1)),
  };
}

/** The chosen leads whose first handoff was in the span. */
export function handedIn({ facts: { leads }, selection }: Counting, { start, end }: Span): readonly number[] {
  const found: number[] = [];
  for (let place = 0; place < leads.count; place += 1) {
    const at = leads.at.mql[place] ?? NaN;
    if (selection.leads[place] === 1 && at >= start && at < end) found.push(place);
  }
  return found;
}

/** The handoff that each lead crossed with; -1: none. */
export function firstHandoffs({ leads, handoffs }: Facts): Int32Array {
  const first = new Int32Array(leads.count).fill(-1);
  for (let handoff = 0; handoff < handoffs.count; handoff += 1) {
    const lead = handoffs.lead[handoff] ?? 0;
    const known = first[lead] ?? -1;
    if (known === -1 || (handoffs.at[handoff] ?? NaN) < (handoffs.at[known] ?? NaN)) first[lead] = handoff;
  }
  return first;
}

export function outcomeOf({ leads }: Facts, place: number): Outcome {
  const was = (column: Float64Array): boolean => !Number.isNaN(column[place] ?? NaN);
  const { at } = leads;
  if (was(at.won)) return 'won';
  if (was(leads.lostAt)) return 'lost';
  if (was(leads.rejectedAt)) return 'rejected';
  if (was(at.sql) || was(at.opportunity)) return 'sql';
  return was(at.sal) || was(at.contacted) ? 'accepted' : 'open';
}

type Tally = { leads: number; readonly counts: Record<Outcome, number> };

function emptyTally(): Tally {
  return { leads: 0, counts: { won: 0, sql: 0, accepted: 0, open: 0, rejected: 0, lost: 0 } };
}

function add(tallies: Map<number, Tally>, key: number, outcome: Outcome): void {
  const tally = tallies.get(key) ?? emptyTally();
  tally.leads += 1;
  tally.counts[outcome] += 1;
  tallies.set(key, tally);
}

function thresholdOf({ tiers, handoff }: Agreement): number | null {
  return tiers.find(({ id }) => id === handoff.tier)?.from ?? null;
}
