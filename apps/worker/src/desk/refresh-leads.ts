// What follows from what is told of a lead has changed for many of them at once: their company was put on a list, or an
// attribute was merged into another. They are derived and scored anew, a bounded number at a time. Nobody is handed off
// here; that waits for the lead's next event.
import type { Context } from './context.ts';
import { withDerived } from './derived.ts';
import { clearDue, setDue } from './due-work.ts';
import { leadById, type Lead } from './leads.ts';
import type { Parts } from './parts.ts';
import { scoreAnew } from './rescore.ts';
import { first, number, text, type Sql } from './sql.ts';

/** How many leads one turn takes up. */
const batch = 200;

/** Sees to it that what stands in `refreshes` is taken up. */
export function refreshAt({ sql, wake }: Pick<Parts, 'sql' | 'wake'>, now: number): void {
  setDue(sql, 'refresh', 0, now);
  wake(now);
}

/** Takes up the next few leads. */
export function refreshLeads(context: Context, now: number): void {
  const { sql } = context.parts;
  sql.transaction(() => {
    for (let left = batch; left > 0;) {
      const next = first(sql, `SELECT kind, subject, after FROM refreshes ORDER BY kind, subject LIMIT 1`);
      if (next === null) {
        clearDue(sql, 'refresh', 0);
        return;
      }
      const [kind, subject] = [text(next, 'kind'), text(next, 'subject')];
      const ids = nextLeads(sql, kind, subject, number(next, 'after'), left);
      for (const id of ids) refreshLead(context, id, now);
      if (ids.length < left) {
        sql.run(`DELETE FROM refreshes WHERE kind = ? AND subject = ?`, kind, subject);
      } else {
        sql.run(
          `UPDATE refreshes SET after = ? WHERE kind = ? AND subject = ?`,
          ids.at(-1) ?? 0,
          kind,
          subject,
        );
      }
      // Many companies of one lead each are many questions too.
      left -= Math.max(ids.length, 1);
    }
    setDue(sql, 'refresh', 0, now);
  });
}

/** Of one company, or of all. */
function nextLeads(sql: Sql, kind: string, subject: string, after: number, most: number): number[] {
  const rows =
    kind === 'company'
      ? sql.all(`SELECT id FROM leads WHERE domain = ? AND id > ? ORDER BY id LIMIT ?`, subject, after, most)
      : sql.all(`SELECT id FROM leads WHERE id > ? ORDER BY id LIMIT ?`, after, most);
  return rows.map((row) => number(row, 'id'));
}

function refreshLead(context: Context, id: number, now: number): void {
  const { sql } = context.parts;
  const lead = leadById(sql, id);
  if (lead === null) throw new Error('A lead is gone while it is derived.');
  const attributes = withDerived(context, lead.email, lead.attributes);
  if (isSame(lead.attributes, attributes)) return;
  sql.run(`UPDATE leads SET attributes = ? WHERE id = ?`, JSON.stringify(attributes), id);
  const inForce = context.documents.inForce();
  const wasJudged = first(sql, `SELECT id FROM leads WHERE id = ? AND agreement IS NOT NULL`, id) !== null;
  if (inForce !== null && wasJudged)
    scoreAnew(context, inForce, { ...lead, attributes }, { kind: 'rescore' }, now);
}

function isSame(before: Lead['attributes'], after: Lead['attributes']): boolean {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].every((id) => JSON.stringify(before[id]) === JSON.stringify(after[id]));
}
