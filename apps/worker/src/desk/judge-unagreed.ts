// Submissions that came while no agreement was in force are judged, in the order they came, once one is. A bounded
// number at a time, so that new arrivals are not held up.
import { toldSubmission } from '../notify/event.ts';
import { conclude } from './conclude.ts';
import type { Context } from './context.ts';
import { setDue, clearDue } from './due-work.ts';
import { judgeEvent } from './judge-event.ts';
import { occurrencesOf } from './judging.ts';
import { leadById } from './leads.ts';
import type { Posted } from './outbox.ts';
import { number, record, text, type Row } from './sql.ts';

const batch = 50;

/** Judges the next few; what is left is due again at once. Returns what is to be delivered. */
export function judgeUnagreed(context: Context, now: number): Posted[] {
  const { sql } = context.parts;
  if (context.documents.inForce() === null) {
    clearDue(sql, 'judge', 0);
    return [];
  }
  return sql.transaction(() => {
    const rows = sql.all(`SELECT * FROM submissions WHERE state = 'unagreed' ORDER BY id LIMIT ?`, batch);
    const posted = rows.flatMap((row) => judgeRow(context, row, now));
    if (rows.length < batch) clearDue(sql, 'judge', 0);
    else setDue(sql, 'judge', 0, now);
    return posted;
  });
}

/** Judges a submission that has been merged already, in the transaction of its caller. */
export function judgeRow(context: Context, row: Row, now: number): readonly Posted[] {
  const { sql } = context.parts;
  const lead = leadById(sql, number(row, 'lead'));
  const published = context.documents.published(text(row, 'form'), number(row, 'version'));
  if (lead === null || published === null) throw new Error('A submission without its lead or form.');
  const occurrences = occurrencesOf(sql, lead.id);
  const judged = judgeEvent(context, null, { lead, occurrences }, now);
  const { facts: _facts, ...journal } = record(row, 'visit');
  const told = toldSubmission(published, text(row, 'public_id'), record(row, 'answers'), journal);
  const submission = { row: number(row, 'id'), told };
  sql.run(
    `UPDATE submissions SET state = ?, agreement = ?, updated_at = ? WHERE id = ?`,
    judged.state,
    judged.kind === 'judged' ? judged.inForce.version : null,
    now,
    submission.row,
  );
  const concluding = { judged, state: judged.state, occurrences, submission, published, isAgain: true };
  return conclude(context, concluding, now).posted;
}
