// All that storage holds, in words that two Desks can share: without the instants, the ids and the tokens that no two of
// them have in common. Looks at every table there is, so that a new one is looked at as well.
import { sumCompanies } from '../../../apps/worker/src/desk/companies/company-sums.ts';
import type { Row, Sql } from '../../../apps/worker/src/desk/sql.ts';

/** They tell how it went, not what came of it. */
const leftOut = new Set(['schema_version', 'facts', 'limits', 'attempts', 'intake_statements']);
const leftOutColumns = new Set(['id', 'attempts', 'lane', 'subject of due']);
const tokens = new Set(['token', 'secret', 'visitor']);
/** Columns that name a row by a number. */
const references = new Set([
  'submission',
  'handoff',
  'passed_from',
  'gave_way_to',
  'delivery',
  'question',
  'import',
]);
const leads = new Set(['lead', 'former', 'best']);

/** By table, its rows in words. */
export function whatStays(sql: Sql): Readonly<Record<string, readonly string[]>> {
  // As whoever reads of companies does.
  sumCompanies(sql);
  const emails = new Map<unknown, string>();
  for (const row of sql.all(`SELECT id, email FROM leads UNION ALL SELECT former, email FROM merges`))
    emails.set(row['id'], String(row['email']));
  const tables = sql.all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`);
  const names = tables.map((row) => String(row['name'])).filter((name) => !leftOut.has(name));
  return Object.fromEntries(
    names.map((name) => [
      name,
      sql
        .all(`SELECT * FROM ${name}`)
        .map((row) => inWords(name, row, emails))
        .toSorted(),
    ]),
  );
}

function inWords(table: string, row: Row, emails: ReadonlyMap<unknown, string>): string {
  return Object.entries(row)
    .filter(([column]) => !leftOutColumns.has(column) && !leftOutColumns.has(`${column} of ${table}`))
    .map(([column, value]) => `${column}: ${shared(column, value, emails)}`)
    .join(', ');
}

function shared(column: string, value: unknown, emails: ReadonlyMap<unknown, string>): string {
  if (value === null) return 'none';
  if (leads.has(column)) return emails.get(value) ?? 'a lead that is gone';
  if (references.has(column)) return 'one';
  if (tokens.has(column)) return 'a token';
  if (column === 'at' || column === 'deadline' || /_(?:at|in_force|until)$/.test(column)) return 'a time';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return column === 'body' ? subjectOf(text) : withoutIds(text);
}

/** Mails are known by their subject, events by their type. */
function subjectOf(body: string): string {
  const subject = /"(?:subject|type)":"([^"]*)"/.exec(body)?.[1];
  return withoutIds(subject ?? body);
}

function withoutIds(text: string): string {
  return text
    .replaceAll(/\b(sub|lead|hand|msg|aud|note|tru|com|his|alr)_[0-9A-Za-z]{10,}/g, '$1')
    .replaceAll(/"(visitor|token)":"[^"]+"/g, '"$1":"…"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\b1[78]\d{11}\b/g, 'time');
}
