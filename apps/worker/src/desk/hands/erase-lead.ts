// A person is erased for good: every row that is about them, also what was put aside or never finished, and what the
// audit says of them. The ledger keeps how many there were. Refuses nothing: it cannot be undone, so a route asks first.
import { companyDomain } from '@baton/derive';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { forgetUnfiled } from '../intake-rows.ts';
import { countErased, countErasedRows } from '../ledger-balance.ts';
import { leadByRef } from '../leads.ts';
import { aliasesOf } from '../merging/merges.ts';
import { first, number, type Sql } from '../sql.ts';
import { done, unknown, type HandAnswer } from './answer.ts';
import { addressesOf, auditRows, personalTables, strayRows } from './personal-rows.ts';

export function eraseLead(context: Context, id: string, by: string): HandAnswer {
  const { parts } = context;
  const { sql } = parts;
  const lead = leadByRef(sql, id);
  if (lead === null) return unknown('lead');
  const erased = sql.transaction(() => {
    const counts: Record<string, number> = {};
    const emails = addressesOf(sql, lead);
    const audit = auditRows(sql, lead);
    const domains = new Set([lead.domain, ...emails.map((email) => companyDomain(email))]);
    countErased(sql, lead.id);
    sql.run(
      `DELETE FROM due WHERE kind = 'delivery' AND subject IN (SELECT id FROM deliveries WHERE lead = ?)
         OR kind = 'clock' AND subject IN (SELECT id FROM handoffs WHERE lead = ?) OR kind = 'follow' AND subject = ?`,
      lead.id,
      lead.id,
      lead.id,
    );
    forgetReports(sql, [lead.publicId, ...aliasesOf(sql, lead.id).map(({ publicId }) => publicId)]);
    for (const { table, where } of personalTables) {
      const row = first(sql, `SELECT count(*) AS count FROM ${table} WHERE ${where}`, lead.id);
      counts[table] = row === null ? 0 : number(row, 'count');
      sql.run(`DELETE FROM ${table} WHERE ${where}`, lead.id);
    }
    const strays = strayRows(context, emails);
    countErasedRows(sql, strays);
    for (const row of strays) sql.run(`DELETE FROM submissions WHERE id = ?`, number(row, 'id'));
    forgetUnfiled(sql, emails);
    counts['submissions'] = (counts['submissions'] ?? 0) + strays.length;
    for (const email of emails) sql.run(`DELETE FROM trusted WHERE kind = 'email' AND value = ?`, email);
    counts['companies'] = [...domains].reduce((sum, domain) => sum + forgetCompany(context, domain), 0);
    for (const row of audit)
      sql.run(`UPDATE audit SET before = NULL, after = NULL WHERE id = ?`, number(row, 'id'));
    counts['audit'] = audit.length;
    recordChange(parts, by, { action: 'lead.erased', subject: id, after: counts });
    return counts;
  });
  return done({ lead: id, erased });
}

/** Reports name leads of many: what has gone out is over, and what has not goes out no more. */
function forgetReports(sql: Sql, leads: readonly string[]): void {
  const reports = `SELECT id FROM deliveries WHERE type = 'review.report' AND instr(body, ?) > 0`;
  for (const lead of leads) {
    sql.run(`DELETE FROM due WHERE kind = 'delivery' AND subject IN (${reports})`, lead);
    sql.run(`DELETE FROM attempts WHERE delivery IN (${reports})`, lead);
    sql.run(`DELETE FROM deliveries WHERE id IN (${reports})`, lead);
  }
}

/** A company is kept with its people, and as a target account. */
function forgetCompany({ parts: { sql } }: Context, domain: string | null): number {
  if (domain === null) return 0;
  const others = first(sql, `SELECT 1 FROM leads WHERE domain = ? LIMIT 1`, domain);
  const known = first(sql, `SELECT 1 FROM companies WHERE domain = ? AND list IS NULL`, domain);
  if (others !== null || known === null) return 0;
  sql.run(`DELETE FROM companies WHERE domain = ?`, domain);
  return 1;
}
