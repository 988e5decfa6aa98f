// Everything that hangs on a person, and how it goes to another in one step. The agreement is not changed here: whoever
// it names is named until both sides have signed another.
import { companyName, personName } from '../../notify/names.ts';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { handoffRow } from '../handoffs.ts';
import { done, invalid, unknown, type HandAnswer } from '../hands/answer.ts';
import { iso } from '../instants.ts';
import { leadById } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { namesPerson } from '../people/named.ts';
import { first, number, text } from '../sql.ts';
import { giveLead } from './assign.ts';

/** So many of each kind are listed; all are counted. */
const mostListed = 100;

/** Null when nobody of that address is known, and nothing hangs on it. */
export function holdsOf(context: Context, email: string): HandAnswer {
  const { people } = context.documents.all();
  const handoffs = openHandoffsOf(context, email);
  const leads = leadsOf(context, email);
  const companies = companiesOf(context, email);
  const teams = teamsOf(context, email).map(({ id, name }) => ({ id, name: name ?? id }));
  const agreement = namedIn(context, email);
  const questions = count(
    context,
    `SELECT count(*) AS count FROM notes WHERE author = ? AND side IS NOT NULL AND answered_at IS NULL`,
    `person:${email}`,
  );
  const sum = handoffs.length + leads.length + companies.length + teams.length + questions;
  if (!people.has(email) && sum === 0) return unknown('person');
  return done({
    person: { email, name: people.get(email)?.name ?? email },
    handoffs: {
      count: handoffs.length,
      list: handoffs.slice(0, mostListed).map((handoff) => ({
        id: handoff.publicId,
        tier: handoff.tier,
        deadline: iso(handoff.deadline),
        ...leadRef(context, handoff.lead),
      })),
    },
    leads: {
      count: leads.length,
      list: leads.slice(0, mostListed).map((id) => leadRef(context, id)),
    },
    companies: { count: companies.length, list: companies.slice(0, mostListed) },
    teams,
    questions,
    agreement,
  });
}

/** Moves all of it but what the agreement says. */
export function handOn(context: Context, email: string, by: string, toEmail: string): HandAnswer {
  const { parts, documents, outbox } = context;
  const { sql } = parts;
  const now = parts.now();
  const { people } = documents.all();
  const to = people.get(toEmail.trim().toLowerCase());
  if (to === undefined) return invalid('unknown_person', 'to');
  if (to.email === email) return invalid('same_person', 'to');
  const name = people.get(email)?.name ?? email;
  const move = { cause: 'handed_on', by, why: `What was ${name}'s went to ${to.name}`, note: null } as const;
  const posted: Posted[] = [];
  try {
    const moved = sql.transaction(() => {
      const handoffs = openHandoffsOf(context, email);
      const leads = leadsOf(context, email);
      for (const id of [...handoffs.map(({ lead }) => lead), ...leads]) {
        const lead = leadById(sql, id);
        if (lead !== null) posted.push(...giveLead(context, lead, to, move, now));
      }
      const companies = companiesOf(context, email).length;
      sql.run(`UPDATE companies SET owner = ? WHERE owner = ?`, to.email, email);
      sql.run(`UPDATE companies SET account_owner = ? WHERE account_owner = ?`, to.email, email);
      const teams = teamsOf(context, email);
      for (const team of teams) {
        const members = [...new Set(team.members.map((one) => (one === email ? to.email : one)))];
        sql.run(`UPDATE teams SET document = ? WHERE id = ?`, JSON.stringify({ ...team, members }), team.id);
        const change = { action: 'team.changed', subject: team.id } as const;
        recordChange(parts, by, { ...change, before: { members: team.members }, after: { members } });
      }
      const sums = { handoffs: handoffs.length, leads: leads.length, companies, teams: teams.length };
      recordChange(parts, by, {
        action: 'person.handed_on',
        subject: email,
        after: { to: to.email, ...sums },
      });
      return sums;
    });
    documents.forget();
    const agreement = namedIn(context, email);
    return done({ to: { email: to.email, name: to.name }, moved, agreement });
  } finally {
    documents.forget();
    if (posted.length > 0) parts.later(outbox.dispatch(posted));
  }
}

function openHandoffsOf({ parts: { sql } }: Context, email: string): ReturnType<typeof handoffRow>[] {
  return sql
    .all(
      `SELECT * FROM handoffs WHERE owner = ? AND verdict IS NULL AND ended_at IS NULL ORDER BY at, id`,
      email,
    )
    .map(handoffRow);
}

/** Leads of theirs that no handoff waits for. */
function leadsOf({ parts: { sql } }: Context, email: string): number[] {
  return sql
    .all(`SELECT id FROM leads WHERE owner = ? AND handoff IS NULL ORDER BY id DESC`, email)
    .map((row) => number(row, 'id'));
}

/** Theirs by the leads that they have, or as target accounts. */
function companiesOf({ parts: { sql } }: Context, email: string): string[] {
  return sql
    .all(`SELECT domain FROM companies WHERE owner = ? OR account_owner = ? ORDER BY domain`, email, email)
    .map((row) => text(row, 'domain'));
}

function teamsOf(
  { documents }: Context,
  email: string,
): { id: string; name?: string | undefined; members: readonly string[] }[] {
  return [...documents.all().teams.values()].filter(({ members }) => members.includes(email));
}

/** Where the agreement in force names them; null where it does not. */
function namedIn({ documents }: Context, email: string): object | null {
  const inForce = documents.inForce();
  if (inForce === null) return null;
  const named = namesPerson(inForce.judge.agreement, email);
  if (named === null) return null;
  return {
    version: inForce.version,
    ...named,
    says: 'The agreement names them: that changes only by a proposal that both sides sign.',
  };
}

function leadRef(context: Context, id: number): object {
  const lead = leadById(context.parts.sql, id);
  if (lead === null) return {};
  return { lead: lead.publicId, name: personName(lead), company: companyName(lead), stage: lead.stage };
}

function count({ parts: { sql } }: Context, statement: string, value: string): number {
  const row = first(sql, statement, value);
  return row === null ? 0 : number(row, 'count');
}
