// A lead that qualified is routed to one person and given to them, in the transaction of the event that led here.
import { routeLead, type Judgement, type Occurrence, type Roster, type Turn } from '@baton/agreement';
import { alertOfLeftOver, isLeftOver } from './clocks/left-over.ts';
import { companyOwner, ownCompany } from './companies/company-owner.ts';
import type { Context } from './context.ts';
import type { InForce } from './documents.ts';
import { giveTo, type Cause, type HandedOver } from './give-to.ts';
import { leadFacts } from './judging.ts';
import type { Lead } from './leads.ts';
import { number, numberOrNull, text } from './sql.ts';
import { plainChange, tellStage } from './tell-stage.ts';

/** Routes it, stores the handoff and posts its notifications. */
export function handOver(
  context: Context,
  inForce: InForce,
  lead: Lead,
  occurrences: readonly Occurrence[],
  judgement: Judgement,
  cause: Cause,
  now: number,
): HandedOver {
  const { judge } = inForce;
  const roster = rosterAt(context, inForce, now);
  const routed = routeLead(
    judge,
    {
      facts: leadFacts(lead, occurrences),
      judgement,
      owner: lead.owner,
      companyOwner: judge.agreement.routing.keepOwner ? companyOwner(context, lead) : null,
    },
    roster,
    now,
  );
  storeTurns(context, roster.turns, routed.turns);
  const owner = roster.people.get(routed.person) ?? {
    email: routed.person,
    name: routed.person,
    party: 'sales',
  };
  const { person, why, line } = routed;
  const handed = giveTo(
    context,
    {
      inForce,
      stamp: { version: inForce.version, hash: inForce.hash },
      lead,
      occurrences,
      judgement,
      cause,
      owner,
      why: line,
      pooled: isLeftOver(why.code),
      passing: null,
    },
    now,
  );
  ownCompany(context, handed.lead, person, now);
  const posted = [
    ...handed.posted,
    ...tellStage(context, handed.lead, plainChange(lead.stage, 'mql', 'baton'), now),
    ...alertOfLeftOver(context, handed.lead, routed, now),
  ];
  return { ...handed, posted };
}

/** Who could get a lead now, and whose turn it is. */
export function rosterAt(context: Context, inForce: InForce, now: number): Roster {
  const { sql } = context.parts;
  const { people, teams } = context.documents.all();
  const limited = [...people.values()].some((person) => person.capacity !== undefined);
  const today = limited ? inForce.judge.hours.localDay(now) : null;
  const handoffsToday = new Map<string, number>();
  if (today !== null) {
    const rows = sql.all(
      `SELECT owner, count(*) AS count FROM handoffs WHERE at >= ? GROUP BY owner`,
      today.start,
    );
    for (const row of rows) handoffsToday.set(text(row, 'owner'), number(row, 'count'));
  }
  const turns = sql.all(`SELECT team, person, weight, last_at FROM turns`).map((row): Turn => ({
    team: text(row, 'team'),
    person: text(row, 'person'),
    weight: number(row, 'weight'),
    lastAt: numberOrNull(row, 'last_at'),
  }));
  return { people, teams, handoffsToday, turns };
}

export function storeTurns(context: Context, before: readonly Turn[], after: readonly Turn[]): void {
  if (before === after) return;
  const known = new Set(before);
  const changed = after.filter((turn) => !known.has(turn));
  if (changed.length === 0) return;
  // One statement, however many take turns.
  context.parts.sql.run(
    `INSERT INTO turns (team, person, weight, last_at)
     SELECT value ->> 'team', value ->> 'person', value ->> 'weight', value ->> 'lastAt' FROM json_each(?) WHERE true
     ON CONFLICT (team, person) DO UPDATE SET weight = excluded.weight, last_at = excluded.last_at`,
    JSON.stringify(changed),
  );
}
