// Leads that may be the same person as this one: the same name in the same company, or the same telephone number. Only a
// suggestion for people; nothing is merged by it.
import { personName } from '../../notify/names.ts';
import { phoneOf } from '../../notify/names.ts';
import type { Context } from '../context.ts';
import { leadByRef, leadOfRow, type Lead } from '../leads.ts';
import { numberOrNull, type Row } from '../sql.ts';
import { done, unknown, type HandAnswer } from '../hands/answer.ts';

/** People of one company that are looked at. */
const mostOfCompany = 2000;
const mostShown = 5;

type Why = 'name' | 'phone';

export function duplicatesOf(context: Context, publicId: string): HandAnswer {
  const { sql } = context.parts;
  const lead = leadByRef(sql, publicId);
  if (lead === null) return unknown('lead');
  const found = [...byPhone(context, lead), ...byName(context, lead)];
  const each = new Map<number, { row: Row; why: Set<Why> }>();
  for (const { row, why } of found) {
    const { id } = leadOfRow(row);
    const known = each.get(id) ?? { row, why: new Set<Why>() };
    known.why.add(why);
    each.set(id, known);
  }
  const { people } = context.documents.all();
  return done({
    lead: lead.publicId,
    duplicates: [...each.values()].slice(0, mostShown).map(({ row, why }) => {
      const other = leadOfRow(row);
      return {
        id: other.publicId,
        name: personName(other),
        email: other.email,
        stage: other.stage,
        tier: other.tier,
        total: numberOrNull(row, 'total'),
        ownerName: other.owner === null ? null : (people.get(other.owner)?.name ?? other.owner),
        isOpen: other.handoff !== null,
        why: [...why],
      };
    }),
  });
}

type Found = { readonly row: Row; readonly why: Why };

function byName({ parts }: Context, lead: Lead): Found[] {
  const name = plainName(lead);
  if (name === null || lead.domain === null) return [];
  return parts.sql
    .all(
      `SELECT * FROM leads WHERE domain = ? AND id <> ? ORDER BY id DESC LIMIT ?`,
      lead.domain,
      lead.id,
      mostOfCompany,
    )
    .filter((row) => plainName(leadOfRow(row)) === name)
    .map((row) => ({ row, why: 'name' }));
}

/** Numbers are written in full where their country is certain, so the same one is the same text. */
function byPhone({ parts }: Context, lead: Lead): Found[] {
  const phone = lead.attributes['phone'];
  if (typeof phone !== 'string' || phoneOf(lead) === null) return [];
  return parts.sql
    .all(
      `SELECT * FROM leads WHERE attributes ->> '$.phone' = ? AND id <> ? ORDER BY id DESC LIMIT ?`,
      phone,
      lead.id,
      mostShown,
    )
    .map((row) => ({ row, why: 'phone' }));
}

/** Without case, accents, order and punctuation; null: they have told no name. */
function plainName(lead: Lead): string | null {
  const name = personName(lead);
  if (name === lead.email) return null;
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.toSorted().join(' ');
}
