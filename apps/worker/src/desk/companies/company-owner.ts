// Who has a company, so that colleagues who write later come to the same person where the agreement says so: the owner
// of the target account, else the first owner of one of its leads.
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import { first, textOrNull, type Sql } from '../sql.ts';

/** Who has a company. */
export const ownerOfCompany = `SELECT coalesce(account_owner, owner) AS owner FROM companies WHERE domain = ?`;

/** The owner of the lead's company; null for free mail and for companies that nobody owns. */
export function companyOwner(context: Context, lead: Lead): string | null {
  if (lead.domain === null) return null;
  const row = first(context.parts.sql, ownerOfCompany, lead.domain);
  return row === null ? null : textOrNull(row, 'owner');
}

/** Whose a company is by its leads alone; null where it is nobody's. */
export function ownerByLeads(sql: Sql, domain: string | null): string | null {
  const row = first(sql, `SELECT owner FROM companies WHERE domain = ?`, domain);
  return row === null ? null : textOrNull(row, 'owner');
}

/** Notes the company of a lead that was given to somebody. */
export function ownCompany(context: Context, lead: Lead, owner: string, now: number): void {
  if (lead.domain === null) return;
  context.parts.sql.run(
    `INSERT INTO companies (domain, owner, attributes, created_at) VALUES (?, ?, '{}', ?)
     ON CONFLICT (domain) DO UPDATE SET owner = coalesce(companies.owner, excluded.owner)`,
    lead.domain,
    owner,
    now,
  );
}
