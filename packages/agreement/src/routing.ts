// Who gets a lead that is handed off. Somebody always does: the fallback is mandatory.
import type { Judge, Judgement } from './judge.ts';
import type { LeadFacts } from './lead.ts';
import type { Person, Team } from './people.ts';

/** One member's standing in one team's rotation: a row to keep. */
export type Turn = {
  readonly team: string;
  readonly person: string;
  /** The running weight of smooth weighted round robin. */
  readonly weight: number;
  /** Epoch milliseconds of the last turn; null before the first. */
  readonly lastAt: number | null;
};

export type Roster = {
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  /** Handoffs that each person got in the current local day of `judge.hours`. */
  readonly handoffsToday: ReadonlyMap<string, number>;
  readonly turns: readonly Turn[];
};

export type LeadToRoute = {
  readonly facts: LeadFacts;
  readonly judgement: Judgement;
  /** E-mail of the lead's owner. */
  readonly owner: string | null;
  /** E-mail of the owner of the lead's company. */
  readonly companyOwner: string | null;
  /** Whom it must not go to: the owner it is taken from when it is reassigned. */
  readonly except?: string | undefined;
};

export type RoutingCode =
  | 'owner'
  | 'company_owner'
  | 'rule_person'
  | 'rule_team'
  | 'fallback_no_rule'
  | 'fallback_away'
  | 'fallback_at_capacity'
  | 'fallback_unknown'
  | 'fallback_team_unavailable';

export type Routed = {
  /** E-mail. */
  readonly person: string;
  readonly why: { readonly code: RoutingCode; readonly params: Readonly<Record<string, string>> };
  /** The same in one English line. */
  readonly line: string;
  /** All turns after this handoff; the same list when no team took a turn. */
  readonly turns: readonly Turn[];
};

export function routeLead(_judge: Judge, _lead: LeadToRoute, _roster: Roster, _now: number): Routed {
  throw new Error('not built yet');
}
