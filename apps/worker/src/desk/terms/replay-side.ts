// One side of a replay: how many handoffs, to whom, in which tiers. Handoffs are routed in the order of their instants,
// with turns taken and companies kept as they would have been, among the people of today; absences and capacities count
// for the day of the handoff.
import { routeLead, type Judge, type Person, type Turn, type WalkedHandoff } from '@baton/agreement';
import type { Context } from '../context.ts';

export type Counted = {
  readonly handoffs: (WalkedHandoff & { readonly domain: string | null })[];
  /** Leads by the tier that they stand in when the period ends. */
  readonly tiers: Map<string, number>;
};

export type SideView = {
  readonly handoffs: number;
  readonly tiers: readonly { readonly tier: string; readonly leads: number; readonly handoffs: number }[];
  readonly owners: readonly { readonly email: string; readonly name: string; readonly handoffs: number }[];
};

const week = 7 * 86_400_000;

/** Null: no agreement, so nothing came of anything. */
export function replaySide(
  { documents }: Pick<Context, 'documents'>,
  judge: Judge | null,
  { handoffs, tiers }: Counted,
): { readonly view: SideView; readonly companies: number } {
  const byTier = new Map<string, number>();
  const byOwner = new Map<string, number>();
  const owners = new Map<string, string>();
  const { people, teams } = documents.all();
  const domains = new Set(handoffs.flatMap(({ domain }) => domain ?? []));
  let turns: readonly Turn[] = [];
  const loads = new Map<string, Map<string, number>>();
  const limited = isLimited(people);
  if (judge === null) return { view: { handoffs: 0, tiers: [], owners: [] }, companies: 0 };
  for (const { at, judgement, facts, domain } of handoffs.sort((a, b) => a.at - b.at)) {
    byTier.set(judgement.tier, (byTier.get(judgement.tier) ?? 0) + 1);
    const today = loadOn(loads, limited ? judge.hours.localDay(at).date : '');
    const handoffsToday = limited ? today : nobodyYet;
    const companyOwner =
      judge.agreement.routing.keepOwner && domain !== null ? owners.get(domain) : undefined;
    const lead = { facts, judgement, owner: null, companyOwner: companyOwner ?? null };
    const routed = routeLead(judge, lead, { people, teams, handoffsToday, turns }, at);
    turns = routed.turns;
    byOwner.set(routed.person, (byOwner.get(routed.person) ?? 0) + 1);
    today.set(routed.person, (today.get(routed.person) ?? 0) + 1);
    if (domain !== null && !owners.has(domain)) owners.set(domain, routed.person);
  }
  const order = judge.agreement.tiers.toSorted((a, b) => b.from - a.from);
  return {
    view: {
      handoffs: handoffs.length,
      tiers: order.map(({ id }) => ({ tier: id, leads: tiers.get(id) ?? 0, handoffs: byTier.get(id) ?? 0 })),
      owners: [...byOwner]
        .map(([email, many]) => ({ email, name: people.get(email)?.name ?? email, handoffs: many }))
        .sort((a, b) => b.handoffs - a.handoffs || a.email.localeCompare(b.email)),
    },
    companies: domains.size,
  };
}

const nobodyYet: ReadonlyMap<string, number> = new Map<string, number>();

function isLimited(people: ReadonlyMap<string, Person>): boolean {
  return [...people.values()].some(({ capacity }) => capacity !== undefined);
}

function loadOn(loads: Map<string, Map<string, number>>, date: string): Map<string, number> {
  const known = loads.get(date);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  loads.set(date, made);
  return made;
}

/** Handoffs by week, from the Monday (UTC) on or before the period's first instant. */
export function weeksBetween(
  from: number,
  to: number,
  before: Counted['handoffs'],
  after: Counted['handoffs'],
): { readonly week: string; readonly before: number; readonly after: number }[] {
  const monday = mondayOf(from);
  const count = Math.max(0, Math.ceil((to - monday) / week));
  const weeks = Array.from({ length: count }, (_, place) => ({
    week: new Date(monday + place * week).toISOString().slice(0, 10),
    before: 0,
    after: 0,
  }));
  const add = (handoffs: Counted['handoffs'], side: 'before' | 'after'): void => {
    for (const { at } of handoffs) {
      const found = weeks[Math.floor((at - monday) / week)];
      if (found !== undefined) found[side] += 1;
    }
  };
  add(before, 'before');
  add(after, 'after');
  return weeks;
}

function mondayOf(at: number): number {
  const day = new Date(at);
  const past = (day.getUTCDay() + 6) % 7;
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - past);
}
