// The people of the workspace and its teams as they are looked after. Reads only.
import type { Person, Team } from '@baton/agreement';
import type { Context } from '../context.ts';
import { number, text } from '../sql.ts';
import { namesPerson, rulesTo, signedFor } from './named.ts';

/** In the order of the workspace's document. */
export function listPeople(context: Context): object {
  const { sql } = context.parts;
  const open = countsBy(
    sql.all(
      `SELECT owner, count(*) AS count FROM handoffs WHERE verdict IS NULL AND ended_at IS NULL GROUP BY owner`,
    ),
  );
  const leads = countsBy(
    sql.all(
      `SELECT owner, count(*) AS count FROM leads WHERE owner IS NOT NULL AND handoff IS NULL GROUP BY owner`,
    ),
  );
  const { people } = context.documents.all();
  return {
    today: today(context),
    people: [...people.values()].map((person) => ({
      ...personView(context, person),
      openHandoffs: open.get(person.email) ?? 0,
      leads: leads.get(person.email) ?? 0,
    })),
  };
}

function personView(context: Context, person: Person): object {
  const { email, name, party, weight, capacity, away = [] } = person;
  const day = today(context);
  const inForce = context.documents.inForce();
  const teams = [...context.documents.all().teams.values()].filter(({ members }) => members.includes(email));
  return {
    email,
    name,
    party,
    weight: weight ?? 1,
    capacity: capacity ?? null,
    // What is over matters to nobody any more.
    away: away.filter(({ to }) => to >= day).map(({ from, to }) => ({ from, to })),
    isAway: isAway(person, day),
    teams: teams.map(({ id, name: called }) => ({ id, name: called ?? id })),
    named:
      (inForce !== null && namesPerson(inForce.judge.agreement, email) !== null) ||
      signedFor(context, email).length > 0,
  };
}

export function listTeams(context: Context): object {
  return { teams: [...context.documents.all().teams.values()].map((team) => teamView(context, team)) };
}

/** A share of the turns is of all members': whoever is away leaves theirs to the others for as long. */
export function teamView(context: Context, { id, name, members }: Team): object {
  const { people } = context.documents.all();
  const day = today(context);
  const known = members.map((email) => people.get(email));
  const all = known.reduce((sum, person) => sum + (person?.weight ?? 1), 0);
  return {
    id,
    name: name ?? id,
    members: members.map((email, index) => {
      const person = known[index];
      return {
        email,
        name: person?.name ?? email,
        share: (person?.weight ?? 1) / all,
        isAway: person !== undefined && isAway(person, day),
      };
    }),
    rules: rulesTo(context.documents.inForce()?.judge.agreement, id),
  };
}

function isAway({ away = [] }: Person, day: string): boolean {
  return away.some(({ from, to }) => from <= day && day <= to);
}

/** In the agreement's own time zone, as routing reads it. */
function today({ parts, documents }: Context): string {
  const now = parts.now();
  return documents.inForce()?.judge.hours.localDay(now).date ?? new Date(now).toISOString().slice(0, 10);
}

function countsBy(rows: Parameters<typeof text>[0][]): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [text(row, 'owner'), number(row, 'count')]));
}
