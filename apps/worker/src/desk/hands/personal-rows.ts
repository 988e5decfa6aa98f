// Every row that is about one person, by table: what an export shows and an erasure takes. A table that names leads and
// is not in here fails a test.
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import { number, record, text, type Row, type Sql } from '../sql.ts';

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
  { table: 'score_changes', where: 'lead = ?' },
  { table: 'notes', where: 'lead = ?' },
  { table: 'stage_changes', where: 'lead = ?' },
  { table: 'handoffs', where: 'lead = ?' },
  { table: 'occurrences', where: 'lead = ?', hidden: ['visitor'] },
  { table: 'visitors', where: 'lead = ?', hidden: ['token'] },
  { table: 'submissions', where: 'lead = ?', hidden: ['secret', 'visitor', 'reply', 'held'] },
  { table: 'leads', where: 'id = ?' },
];

/** Submissions that no lead has taken up, by the address that they tell: put aside, or never finished. */
export function strayRows({ parts, documents }: Context, email: string): readonly Row[] {
  return parts.sql.all(`SELECT * FROM submissions WHERE lead IS NULL`).filter((row) => {
    if (row['unfinished_email'] === email) return true;
    const published = documents.published(text(row, 'form'), number(row, 'version'));
    const told = published === null ? null : record(row, 'answers')[published.identity];
    return typeof told === 'string' && told.trim().toLowerCase() === email;
  });
}

/** What the audit says of them, by their id or their address. */
export function auditRows(sql: Sql, lead: Lead): readonly Row[] {
  const names = `%${lead.email.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
  return sql.all(
    `SELECT * FROM audit WHERE subject = ? OR before LIKE ? ESCAPE '\\' OR after LIKE ? ESCAPE '\\' ORDER BY id`,
    lead.publicId,
    names,
    names,
  );
}
