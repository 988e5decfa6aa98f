// An import is taken back, since its map was wrong or it was the wrong file: every row of it goes, with the leads that
// nothing else is known of. What has happened to a lead since stays. A few rows at a time, as they came.
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { done, unknown, type HandAnswer } from '../hands/answer.ts';
import { personalTables } from '../hands/personal-rows.ts';
import { countErasedRows } from '../ledger-balance.ts';
import { first, number, numberOrNull, text, textOrNull, type Row, type Sql } from '../sql.ts';
import { historyAuthor, historyForm } from './take-past.ts';

const batch = 100;

/** Takes the next few rows back; `left` are still to go. */
export function takeBack(context: Context, by: string, id: string): HandAnswer {
  const { parts } = context;
  const { sql } = parts;
  const found = first(sql, `SELECT * FROM history_imports WHERE public_id = ?`, id);
  if (found === null) return unknown('import');
  const from = number(found, 'id');
  return sql.transaction(() => {
    if (numberOrNull(found, 'taken_back_at') === null) {
      sql.run(`UPDATE history_imports SET taken_back_at = ? WHERE id = ?`, parts.now(), from);
      recordChange(parts, by, {
        action: 'history.taken_back',
        subject: id,
        after: { taken: number(found, 'taken') },
      });
    }
    const rows = sql.all(
      // Whoever has the submission has all that came with it, also where two leads became one.
      `SELECT h.*, s.lead FROM history_rows h JOIN submissions s ON s.id = h.submission
       WHERE h.import = ? ORDER BY h.submission DESC LIMIT ?`,
      from,
      batch,
    );
    for (const row of rows) takeRowBack(sql, row);
    const left = first(sql, `SELECT count(*) AS count FROM history_rows WHERE import = ?`, from);
    return done({ id, left: left === null ? 0 : number(left, 'count') });
  });
}

function takeRowBack(sql: Sql, row: Row): void {
  const submission = number(row, 'submission');
  const lead = number(row, 'lead');
  const steps: readonly (readonly [number, string])[] = JSON.parse(text(row, 'steps'));
  countErasedRows(sql, sql.all(`SELECT final, at FROM submissions WHERE id = ?`, submission));
  sql.run(`DELETE FROM submissions WHERE id = ?`, submission);
  sql.run(`DELETE FROM history_rows WHERE submission = ?`, submission);
  sql.run(`DELETE FROM handoffs WHERE id = ?`, numberOrNull(row, 'handoff'));
  for (const [at, stage] of steps)
    sql.run(
      `DELETE FROM stage_changes WHERE lead = ? AND at = ? AND stage = ? AND author = '${historyAuthor}'`,
      lead,
      at,
      stage,
    );
  if (isBare(sql, lead)) {
    for (const { table, where } of personalTables) sql.run(`DELETE FROM ${table} WHERE ${where}`, lead);
    return;
  }
  standAsBefore(sql, lead);
}

/** Nothing but that row was known of them. */
function isBare(sql: Sql, lead: number): boolean {
  const row = first(
    sql,
    `SELECT EXISTS (SELECT 1 FROM submissions WHERE lead = ?1) + EXISTS (SELECT 1 FROM occurrences WHERE lead = ?1)
       + EXISTS (SELECT 1 FROM notes WHERE lead = ?1) + EXISTS (SELECT 1 FROM handoffs WHERE lead = ?1) AS known`,
    lead,
  );
  return row !== null && number(row, 'known') === 0;
}

/** Where it stood by what is left of its steps; what it told stays, since who knows what else said so. */
function standAsBefore(sql: Sql, lead: number): void {
  const others = first(
    sql,
    `SELECT 1 FROM submissions WHERE lead = ? AND form = '${historyForm}' LIMIT 1`,
    lead,
  );
  if (others === null)
    sql.run(`UPDATE leads SET forms = replace(forms, ' ${historyForm} ', ' ') WHERE id = ?`, lead);
  const open = first(sql, `SELECT handoff FROM leads WHERE id = ?`, lead);
  if (open === null || numberOrNull(open, 'handoff') !== null) return;
  const last = first(sql, `SELECT stage FROM stage_changes WHERE lead = ? ORDER BY at DESC LIMIT 1`, lead);
  const stage = last === null ? 'lead' : (textOrNull(last, 'stage') ?? 'lead');
  sql.run(
    `UPDATE leads SET stage = ?, ever_handed_off = EXISTS (SELECT 1 FROM handoffs WHERE lead = leads.id),
       rejected_at = (SELECT max(verdict_at) FROM handoffs WHERE lead = leads.id AND verdict = 'rejected') WHERE id = ?`,
    stage === 'contacted' ? 'sal' : stage === 'mql' ? 'lead' : stage,
    lead,
  );
}
