// The verdict of an agreement on a lead: score, tier, whether it is qualified, and if not, why not.
import type { Catalogue, Facts } from '@baton/rules';
import type { Agreement, Tier } from './agreement-schema.ts';
import type { BusinessHours } from './hours.ts';
import type { LeadFacts } from './lead.ts';
import type { Score } from './score.ts';

export type Disqualification = { readonly id: string; readonly says: string };

/** One thing that keeps a lead from being qualified. */
export type Obstacle =
  | { readonly kind: 'tier'; readonly tier: string; readonly needed: string; readonly missing: number }
  | { readonly kind: 'requires' }
  | { readonly kind: 'disqualified'; readonly by: readonly Disqualification[] }
  /** No rule with positive points in fit or intent holds: behaviour alone never qualifies. */
  | { readonly kind: 'behaviour_alone' };

export type Judgement = {
  readonly score: Score;
  /** The id of the highest tier whose `from` is at most the total. */
  readonly tier: string;
  readonly disqualifiedBy: readonly Disqualification[];
  readonly qualified: boolean;
  /** What stands in the way; empty exactly when qualified. */
  readonly because: readonly Obstacle[];
};

/** What an escalation asks for, and when. */
export type DueEscalation = {
  readonly at: number;
  readonly tell: 'owner' | { readonly person: string } | { readonly team: string } | null;
  readonly reassign: boolean;
};

export type Route = {
  readonly id: string;
  readonly holds: (facts: Facts) => boolean;
  readonly to: { readonly kind: 'person' | 'team'; readonly id: string };
};

/** An agreement made ready to judge. Not re-entrant, keeps caches, holds no lead. */
export type Judge = {
  readonly agreement: Agreement;
  readonly hours: BusinessHours;
  /** The tier at which a lead is handed off. */
  readonly threshold: Tier;
  readonly routes: readonly Route[];
  /** `now` is epoch milliseconds; it decides how far behaviours have decayed. */
  readonly judge: (lead: LeadFacts, now: number) => Judgement;
  /** The total alone, without reasons: for replays. */
  readonly total: (lead: LeadFacts, now: number) => number;
  /** What conditions over `lead`, `behaviour`, `visit` and `score` read. */
  readonly facts: (lead: LeadFacts, score?: Score) => Facts;
  readonly tierOf: (total: number) => Tier;
  /** Whether a tier is the other one or above it; false for a tier the agreement does not have. */
  readonly isAtOrAbove: (tier: string, other: string) => boolean;
  /** When the follow-up is due, counted in business hours; null where the tier has none or the doors never open. */
  readonly deadline: (from: number, tier: string) => number | null;
  /** The escalations between `from` and its deadline and beyond, as shares of the open time between them. */
  readonly escalations: (from: number, deadline: number) => readonly DueEscalation[];
  /** A business duration such as `PT4H` or `P1D` from `from`; null when it cannot be read or the doors never open. */
  readonly after: (from: number, duration: string) => number | null;
};

export function compileAgreement(_agreement: Agreement, _catalogue: Catalogue): Judge {
  throw new Error('not built yet');
}
