// The people of one company, by the domain of their addresses.
import { companyName, personName } from '../../notify/names.ts';
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import { first, number, numberOrNull, record, text, textOrNull } from '../sql.ts';

/** So many are named; the rest are counted. */
const named = 20;

export function companyOf({ parts, documents }: Context, lead: Lead): object {
  const { sql } = parts;
  const { domain } = lead;
  const rows =
    domain === null
      ? []
      : sql.all(
          `SELECT public_id, email, attributes, tier, total, stage, owner FROM leads WHERE domain = ? AND id <> ?
           ORDER BY id DESC LIMIT ?`,
          domain,
          lead.id,
          named,
        );
  const count = first(
    sql,
    `SELECT count(*) AS count FROM leads WHERE domain = ? AND id <> ?`,
    domain,
    lead.id,
  );
  const { people } = documents.all();
  return {
    name: companyName(lead),
    domain,
    others: count === null ? 0 : number(count, 'count'),
    people: rows.map((row) => {
      const one = { email: text(row, 'email'), attributes: record(row, 'attributes') };
      const owner = textOrNull(row, 'owner');
      return {
        id: text(row, 'public_id'),
        name: personName(one),
        email: one.email,
        tier: textOrNull(row, 'tier'),
        total: numberOrNull(row, 'total'),
        stage: text(row, 'stage'),
        ownerName: owner === null ? null : (people.get(owner)?.name ?? owner),
      };
    }),
  };
}
