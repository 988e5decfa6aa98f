// Why somebody or a team cannot be removed yet, in sentences: what hangs on them goes to another first, and what an
// agreement says changes only by a proposal.
import type { Context } from '../context.ts';
import { first, number } from '../sql.ts';
import { escalationsTo, namesPerson, papersOf, rulesTo, signedFor } from './named.ts';

/** Null: nothing keeps them. */
export function whyPersonStays(context: Context, email: string): string | null {
  const name = context.documents.all().people.get(email)?.name ?? email;
  const held = heldBy(context, email);
  const named = papersOf(context).flatMap(({ called, document }) => {
    const found = namesPerson(document, email);
    if (found === null) return [];
    const places = [
      ...(found.fallback ? ['as the fallback of routing'] : []),
      ...found.rules.map((rule) => `in the rule “${rule}”`),
      ...found.escalations.map((at) => `in what happens at ${at}`),
      ...(found.signs.length > 0 ? ['in its signatures'] : []),
    ];
    return [`${called} names them ${andOf(places)}.`];
  });
  const signed = signedFor(context, email);
  const sentences = [
    ...(held.length > 0 ? [`${name} has ${andOf(held)}: hand all of it on first.`] : []),
    ...named,
    ...(signed.length > 0 && named.length === 0
      ? [`They have signed for ${andOf(signed)} what is in force or proposed.`]
      : []),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** Null: no agreement names it. */
export function whyTeamStays(context: Context, team: string): string | null {
  const sentences = papersOf(context).flatMap(({ called, document }) => {
    const rules = rulesTo(document, team).map((rule) => `“${rule}”`);
    const escalations = escalationsTo(document, team);
    return [
      ...(rules.length > 0
        ? [`${called} routes to this team by the ${rules.length > 1 ? 'rules' : 'rule'} ${andOf(rules)}.`]
        : []),
      ...(escalations.length > 0 ? [`${called} tells this team what happens at ${andOf(escalations)}.`] : []),
    ];
  });
  return sentences.length === 0 ? null : sentences.join(' ');
}

function heldBy({ parts: { sql }, documents }: Context, email: string): readonly string[] {
  const count = (statement: string, ...values: string[]): number => {
    const row = first(sql, statement, ...values);
    return row === null ? 0 : number(row, 'count');
  };
  const handoffs = count(
    `SELECT count(*) AS count FROM handoffs WHERE owner = ? AND verdict IS NULL AND ended_at IS NULL`,
    email,
  );
  const leads = count(`SELECT count(*) AS count FROM leads WHERE owner = ? AND handoff IS NULL`, email);
  const companies = count(
    `SELECT count(*) AS count FROM companies WHERE owner = ? OR account_owner = ?`,
    email,
    email,
  );
  const teams = [...documents.all().teams.values()].filter(({ members }) => members.includes(email));
  return [
    ...(handoffs > 0 ? [many(handoffs, 'open handoff', 'open handoffs')] : []),
    ...(leads > 0 ? [many(leads, 'lead', 'leads')] : []),
    ...(companies > 0 ? [many(companies, 'company', 'companies')] : []),
    ...teams.map(({ id, name }) => `a place in the team “${name ?? id}”`),
  ];
}

function many(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

function andOf(parts: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(parts);
}
