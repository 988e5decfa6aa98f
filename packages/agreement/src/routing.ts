// Who gets a lead that is handed off. Somebody always does: when the one it is meant for cannot take it, the
// fallback does, away or not.
import type { Judge, Judgement } from './judge.ts';
import type { LeadFacts } from './lead.ts';
import type { Person, Team } from './people.ts';
import { takeTurn, type Taken, type Turn } from './turns.ts';

export type Roster = {
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  /** Handoffs that each person got in the current local day (`judge.hours.localDay`), by e-mail. */
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
  /** E-mails of those who have had it, when it is taken from somebody; only the fallback may be one of them. */
  readonly except?: ReadonlySet<string> | undefined;
};

export type RoutingCode =
  | 'owner'
  | 'company_owner'
  | 'rule_person'
  | 'rule_team'
  | 'fallback_no_rule'
  | 'fallback_away'
  | 'fallback_at_capacity'
  | 'fallback_taken_from'
  | 'fallback_unknown'
  | 'fallback_team_unavailable';

export type Routed = {
  /** E-mail. */
  readonly person: string;
  /** `params`: `person` and, where it applies, `rule`, `team`, `meant` (who could not take it), by name. */
  readonly why: { readonly code: RoutingCode; readonly params: Readonly<Record<string, string>> };
  /** The same in one English line. */
  readonly line: string;
  /** All turns after this handoff; the same list when no team took a turn. */
  readonly turns: readonly Turn[];
};

type Routing = {
  readonly judge: Judge;
  readonly roster: Roster;
  readonly except: ReadonlySet<string> | undefined;
  readonly now: number;
};

/**
 * Routes one lead. An owner who is no longer among the people does not count; one who is away or at capacity
 * sends the lead to the fallback.
 */
export function routeLead(judge: Judge, lead: LeadToRoute, roster: Roster, now: number): Routed {
  const routing: Routing = { judge, roster, except: lead.except, now };
  return (
    (judge.agreement.routing.keepOwner ? toOwner(routing, lead) : null) ??
    toRoute(routing, lead) ??
    toFallback(routing, 'fallback_no_rule', {})
  );
}

function toOwner(routing: Routing, { owner, companyOwner }: LeadToRoute): Routed | null {
  const { people } = routing.roster;
  const [own, company] = [owner, companyOwner].map((email) => {
    // When a lead is taken from somebody, having been its owner speaks for them no longer.
    return email === null || routing.except?.has(email) === true ? undefined : people.get(email);
  });
  if (own !== undefined) return toPerson(routing, own, 'owner', {});
  return company === undefined ? null : toPerson(routing, company, 'company_owner', {});
}

function toRoute(routing: Routing, { facts, judgement }: LeadToRoute): Routed | null {
  const { judge, roster } = routing;
  const known = judge.facts(facts, judgement.score);
  const route = judge.routes.find(({ holds }) => holds(known));
  if (route === undefined) return null;
  const rule = route.id;
  if (route.to.kind === 'person') {
    const person = roster.people.get(route.to.id);
    if (person !== undefined) return toPerson(routing, person, 'rule_person', { rule });
    return toFallback(routing, 'fallback_unknown', { rule, meant: route.to.id });
  }
  const team = roster.teams.get(route.to.id);
  if (team === undefined) return toFallback(routing, 'fallback_unknown', { rule, meant: route.to.id });
  const name = team.name ?? team.id;
  const taken = nextOf(routing, team);
  if (taken === null) return toFallback(routing, 'fallback_team_unavailable', { rule, team: name });
  const { person, turns } = taken;
  return { ...routed(roster, person.email, 'rule_team', { rule, team: name }), turns };
}

/** Whose turn it is in a team, where somebody names the team; null: nobody of it is available. */
export function routeToTeam(
  judge: Judge,
  team: Team,
  except: ReadonlySet<string> | undefined,
  roster: Roster,
  now: number,
): Taken | null {
  return nextOf({ judge, roster, except, now }, team);
}

function nextOf(routing: Routing, team: Team): Taken | null {
  const { roster, now } = routing;
  const available = [...new Set(team.members)].flatMap((email) => {
    const person = roster.people.get(email);
    return person !== undefined && obstacleTo(routing, person) === null ? person : [];
  });
  return takeTurn(team.id, team.members, available, roster.turns, now);
}

function toPerson(
  routing: Routing,
  person: Person,
  code: RoutingCode,
  params: Readonly<Record<string, string>>,
): Routed {
  const obstacle = obstacleTo(routing, person);
  if (obstacle === null) return routed(routing.roster, person.email, code, params);
  return toFallback(routing, obstacle, { ...params, meant: person.name });
}

function toFallback(
  { judge, roster }: Routing,
  code: RoutingCode,
  params: Readonly<Record<string, string>>,
): Routed {
  return routed(roster, judge.agreement.routing.fallback.person, code, params);
}

function obstacleTo({ judge, roster, except, now }: Routing, person: Person): RoutingCode | null {
  if (except?.has(person.email) === true) return 'fallback_taken_from';
  const { date } = judge.hours.localDay(now);
  if (person.away?.some(({ from, to }) => from <= date && date <= to) === true) return 'fallback_away';
  const taken = roster.handoffsToday.get(person.email) ?? 0;
  return taken >= (person.capacity ?? Infinity) ? 'fallback_at_capacity' : null;
}

const lines: Readonly<Record<RoutingCode, (params: Readonly<Record<string, string>>) => string>> = {
  owner: ({ person }) => `${person} owns this lead`,
  company_owner: ({ person }) => `${person} owns this company`,
  rule_person: ({ person, rule }) => `Rule "${rule}" names ${person}`,
  rule_team: ({ person, rule, team }) => `Rule "${rule}" names team ${team}: it is ${person}'s turn`,
  fallback_no_rule: ({ person }) => `No routing rule holds: ${person} is the fallback`,
  fallback_away: ({ person, meant }) => `${meant} is away: ${person} is the fallback`,
  fallback_at_capacity: ({ person, meant }) => `${meant} is at capacity today: ${person} is the fallback`,
  fallback_taken_from: ({ person, meant }) => `It was taken from ${meant}: ${person} is the fallback`,
  fallback_unknown: ({ person, rule, meant }) =>
    `Rule "${rule}" names ${meant}, who is no longer here: ${person} is the fallback`,
  fallback_team_unavailable: ({ person, team }) =>
    `Nobody in team ${team} is available: ${person} is the fallback`,
};

function routed(
  roster: Roster,
  person: string,
  code: RoutingCode,
  given: Readonly<Record<string, string>>,
): Routed {
  const params = { ...given, person: roster.people.get(person)?.name ?? person };
  return { person, why: { code, params }, line: lines[code](params), turns: roster.turns };
}
