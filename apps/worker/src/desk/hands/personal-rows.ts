// Every row that is about one person, by table: what an export shows and an erasure takes. A table that names leads and
// is not in here fails a test.
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import { aliasesOf } from '../merging/merges.ts';
import { number, record, text, type Row, type Sql } from '../sql.ts';
import { names, textsIn } from '../texts-in.ts';

type Personal = {
  readonly table: string;
  /** What picks their rows; `?` is the lead's row. */
  readonly where: string;
  /** Columns that are secrets of Baton's or of a browser's, not data of the person. */
  readonly hidden?: readonly string[];
};

/** In the order in which they are erased: what hangs on others first. */
export const personalTables: readonly Personal[] = [
  { table: 'attempts', where: 'delivery IN (SELECT id FROM deliveries WHERE lead = ?)' },
  { table: 'escalations', where: 'handoff IN (SELECT id FROM handoffs WHERE lead = ?)' },
  { table: 'deliveries', where: 'lead = ?' },
  { table: 'follow_ups', where: 'lead = ?' },
  { table: 'score_changes', where: 'lead = ?' },
  { table: 'notes', where: 'lead = ?' },
  { table: 'stage_changes', where: 'lead = ?' },
  { table: 'history_rows', where: 'submission IN (SELECT id FROM submissions WHERE lead = ?)' },
  { table: 'handoffs', where: 'lead = ?' },
  { table: 'occurrences', where: 'lead = ?', hidden: ['visitor'] },
  { table: 'visitors', where: 'lead = ?', hidden: ['token'] },
  { table: 'submissions', where: 'lead = ?', hidden: ['secret', 'visitor', 'reply', 'held'] },
  {
    table: 'merges',
    where: `id IN (WITH RECURSIVE under(id, former) AS (SELECT id, former FROM merges WHERE lead = ?
      UNION ALL SELECT m.id, m.former FROM merges m JOIN under ON m.lead = under.former) SELECT id FROM under)`,
    hidden: ['former', 'joined', 'moved'],
  },
  { table: 'leads', where: 'id = ?' },
];

/** Every address that they have told. */
export function addressesOf(sql: Sql, lead: Lead): readonly string[] {
  return [lead.email, ...aliasesOf(sql, lead.id).map(({ email }) => email)];
}

/** Submissions that no lead has taken up, by whose they are: put aside, or never finished. */
export function strayRows({ parts, documents }: Context, emails: readonly string[]): readonly Row[] {
  return parts.sql.all(`SELECT * FROM submissions WHERE lead IS NULL`).filter((row) => {
    const address = row['address'] ?? row['unfinished_email'];
    if (typeof address === 'string' && emails.includes(address)) return true;
    const published = documents.published(text(row, 'form'), number(row, 'version'));
    const told = published === null ? null : record(row, 'answers')[published.identity];
    return typeof told === 'string' && emails.includes(told.trim().toLowerCase());
  });
}

/** What the audit says of them, by their ids or their addresses. */
export function auditRows(sql: Sql, lead: Lead): readonly Row[] {
  const ids = [lead.publicId, ...aliasesOf(sql, lead.id).map(({ publicId }) => publicId)];
  const emails = addressesOf(sql, lead);
  // As they stand within a text in JSON. Rows in which an address is only part of another's go below.
  const written = emails.map((email) => JSON.stringify(email).slice(1, -1));
  const rows = sql.all(
    `SELECT * FROM audit WHERE subject IN (SELECT value FROM json_each(?)) OR EXISTS (SELECT 1 FROM json_each(?) n
       WHERE instr(lower(before), n.value) > 0 OR instr(lower(after), n.value) > 0) ORDER BY id`,
    JSON.stringify(ids),
    JSON.stringify(written),
  );
  return rows.filter((row) => {
    if (ids.includes(text(row, 'subject'))) return true;
    const said = [...textsIn(row['before']), ...textsIn(row['after'])];
    return emails.some((email) => said.some((one) => names(one, email)));
  });
}
