// Companies as they are shown: one in a list, or one with all its people. Reads only.
import { iso } from '../instants.ts';
import { companyScore } from '@baton/agreement';
import { companyName, personName } from '../../notify/names.ts';
import type { Context } from '../context.ts';
import { leadById, type Lead } from '../leads.ts';
import { first, number, numberOrNull, record, text, textOrNull, type Row } from '../sql.ts';
import { companyStages } from './company-stages.ts';

/** People that one company is shown with. */
const mostPeople = 500;

export function companyView(context: Context, row: Row): object {
  const best = numberOrNull(row, 'best');
  const lead = best === null ? null : leadById(context.parts.sql, best);
  const furthest = numberOrNull(row, 'furthest');
  const told = lead === null ? '' : companyName(lead);
  return {
    domain: text(row, 'domain'),
    name: textOrNull(row, 'name') ?? (told === '' ? text(row, 'domain') : told),
    list: textOrNull(row, 'list'),
    tier: textOrNull(row, 'account_tier'),
    owner: personView(context, textOrNull(row, 'account_owner') ?? textOrNull(row, 'owner')),
    contacts: number(row, 'contacts'),
    stage: furthest === null ? null : (companyStages[furthest] ?? null),
    score: scoreOf(context, row),
    best: lead === null ? null : { id: lead.publicId, name: personName(lead), email: lead.email },
    lastActivityAt: iso(numberOrNull(row, 'last_at')),
  };
}

function scoreOf(context: Context, row: Row): object | null {
  const agreement = context.documents.inForce()?.judge.agreement;
  const fit = numberOrNull(row, 'fit');
  const engagement = numberOrNull(row, 'engagement');
  const intent = numberOrNull(row, 'intent');
  if (agreement === undefined || fit === null || engagement === null || intent === null) return null;
  return companyScore({ fit, engagement, intent }, agreement.score);
}

/** A company with its people, the highest score first; null when nothing is known of it. */
export function companyWithPeople(context: Context, domain: string): object | null {
  const { sql } = context.parts;
  const row = first(sql, `SELECT * FROM companies WHERE domain = ?`, domain);
  if (row === null) return null;
  const people = sql.all(
    `SELECT id, score, updated_at FROM leads WHERE domain = ? ORDER BY total DESC, id LIMIT ?`,
    domain,
    mostPeople,
  );
  return {
    ...companyView(context, row),
    accountOwner: textOrNull(row, 'account_owner'),
    accountName: textOrNull(row, 'name'),
    people: people.flatMap((one) => {
      const lead = leadById(sql, number(one, 'id'));
      return lead === null ? [] : [contactView(context, lead, one)];
    }),
  };
}

function contactView(context: Context, lead: Lead, row: Row): object {
  const { fit, engagement, intent, total } = row['score'] === null ? {} : record(row, 'score');
  return {
    id: lead.publicId,
    name: personName(lead),
    email: lead.email,
    stage: lead.stage,
    tier: lead.tier,
    score: total === undefined ? null : { fit, engagement, intent, total },
    owner: personView(context, lead.owner),
    lastActivityAt: iso(number(row, 'updated_at')),
    createdAt: iso(lead.createdAt),
  };
}

function personView(context: Context, email: string | null): object | null {
  return email === null ? null : { email, name: context.documents.all().people.get(email)?.name ?? email };
}
