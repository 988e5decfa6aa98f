// A new agreement came into force: every lead is scored under it, a bounded number at a time. Nobody is handed off
// here; that waits for the lead's next event, so that signing never floods sales.
import type { Context } from './context.ts';
import type { InForce } from './documents.ts';
import { clearDue, setDue } from './due-work.ts';
import { leadFacts, occurrencesOf, storedScore } from './judging.ts';
import { leadById, type Lead } from './leads.ts';
import { noteScore, type ScoreCause } from './score-changes.ts';
import { number } from './sql.ts';

const batch = 200;

/** Scores the next few leads that an earlier version judged. */
export function rescore(context: Context, now: number): void {
  const { sql } = context.parts;
  const inForce = context.documents.inForce();
  if (inForce === null) {
    clearDue(sql, 'rescore', 0);
    return;
  }
  sql.transaction(() => {
    const rows = sql.all(
      `SELECT id FROM leads WHERE agreement IS NOT NULL AND agreement < ? ORDER BY id LIMIT ?`,
      inForce.version,
      batch,
    );
    for (const row of rows) {
      const lead = leadById(sql, number(row, 'id'));
      if (lead === null) throw new Error('A lead is gone while it is scored.');
      scoreAnew(context, inForce, lead, { kind: 'agreement' }, now);
    }
    if (rows.length < batch) clearDue(sql, 'rescore', 0);
    else setDue(sql, 'rescore', 0, now);
  });
}

/** Scores a lead as it stands now, and notes why. */
export function scoreAnew(
  context: Context,
  inForce: InForce,
  lead: Lead,
  cause: ScoreCause,
  now: number,
): void {
  const { sql } = context.parts;
  const judgement = inForce.judge.judge(leadFacts(lead, occurrencesOf(sql, lead.id)), now);
  const { score, total, agreement } = storedScore(inForce, judgement);
  sql.run(
    `UPDATE leads SET score = ?, total = ?, tier = ?, agreement = ?, scored_at = ? WHERE id = ?`,
    score,
    total,
    judgement.tier,
    agreement,
    now,
    lead.id,
  );
  noteScore(sql, lead.id, judgement, agreement, cause, now);
}
