// What is added up of a company's people, kept with the company so that a list of many is read and sorted at once.
// Whatever changes a lead marks its company (by triggers of the schema); here the marked ones are added up anew, a bounded
// number at a time.
import { companyStages } from './company-stages.ts';
import { text, type Sql } from '../sql.ts';

/** What one call adds up at most. */
const most = 2000;

/** Adds up what has changed. */
export function sumCompanies(sql: Sql): void {
  const rows = sql.all(`SELECT domain FROM stale_companies LIMIT ?`, most);
  if (rows.length === 0) return;
  sql.transaction(() => {
    for (const row of rows) sumCompany(sql, text(row, 'domain'));
  });
}

const furthest = `max(CASE stage ${companyStages.map((stage, rank) => `WHEN '${stage}' THEN ${rank}`).join(' ')} END)`;

/** Adds up one company. One without people stays only while it is a target account. */
export function sumCompany(sql: Sql, domain: string): void {
  sql.run(
    `UPDATE companies SET contacts = 0, fit = NULL, engagement = NULL, intent = NULL, furthest = NULL, best = NULL,
       last_at = NULL WHERE domain = ?`,
    domain,
  );
  sql.run(
    `INSERT INTO companies (domain, attributes, created_at, contacts, fit, engagement, intent, furthest, best, last_at)
     SELECT domain, '{}', min(created_at), count(*), max(score ->> 'fit'), sum(score ->> 'engagement'),
       sum(score ->> 'intent'), ${furthest},
       (SELECT id FROM leads WHERE domain = ? ORDER BY total DESC, id LIMIT 1), max(updated_at)
     FROM leads WHERE domain = ? GROUP BY domain
     ON CONFLICT (domain) DO UPDATE SET contacts = excluded.contacts, fit = excluded.fit,
       engagement = excluded.engagement, intent = excluded.intent, furthest = excluded.furthest, best = excluded.best,
       last_at = excluded.last_at`,
    domain,
    domain,
  );
  sql.run(`DELETE FROM companies WHERE domain = ? AND contacts = 0 AND list IS NULL`, domain);
  sql.run(`DELETE FROM stale_companies WHERE domain = ?`, domain);
}
