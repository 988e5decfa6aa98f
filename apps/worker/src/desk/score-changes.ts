// How a lead's score came to be what it is: one line each time it changed, with what caused it. Written in the
// transaction of the change. A lead keeps its first line and the latest ones; what lies between goes first. The lines of
// a lead that has gone under it stand below number one: its own history goes on from them, not through them.
import type { Judgement } from '@baton/agreement';
import { leadByRef } from './leads.ts';
import { number, record, text, type Sql } from './sql.ts';

/** Lines that one lead keeps. */
export const mostChanges = 200;

export type ScoreCause =
  | { readonly kind: 'submission'; readonly submission: string; readonly form: string }
  /** The first of what was reported together, and how many there were. */
  | {
      readonly kind: 'behaviour';
      readonly path?: string | undefined;
      readonly event?: string | undefined;
      readonly many: number;
    }
  /** Another agreement came into force. */
  | { readonly kind: 'agreement' }
  /** Another lead went under this one, or what had gone under it was taken out again. */
  | { readonly kind: 'merged' | 'unmerged' }
  /** Counted anew without any of these; so is what stood when the history began. */
  | { readonly kind: 'rescore' };

/** Writes a line where anything of the score has changed since the last one. */
export function noteScore(
  sql: Sql,
  lead: number,
  { score, tier }: Judgement,
  agreement: number,
  cause: ScoreCause,
  now: number,
): void {
  const { fit, engagement, intent, total } = score;
  sql.run(
    `INSERT INTO score_changes (lead, number, at, fit, engagement, intent, total, tier, agreement, cause)
     SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM score_changes WHERE lead = ?
     HAVING NOT EXISTS (SELECT 1 FROM (SELECT * FROM score_changes WHERE lead = ? ORDER BY number DESC LIMIT 1)
       WHERE fit = ? AND engagement = ? AND intent = ? AND tier = ?)`,
    lead,
    now,
    fit,
    engagement,
    intent,
    total,
    tier,
    agreement,
    JSON.stringify(cause),
    lead,
    lead,
    fit,
    engagement,
    intent,
    tier,
  );
  // The first line stays, whatever comes.
  sql.run(
    `DELETE FROM score_changes WHERE lead = ?1 AND number > 1
       AND number <= (SELECT max(number) FROM score_changes WHERE lead = ?1) - ?2`,
    lead,
    mostChanges - 1,
  );
}

/** The history of a lead, the earliest first; null when there is no such lead. */
export function scoreChanges(
  sql: Sql,
  publicId: string,
): readonly Readonly<Record<string, unknown>>[] | null {
  const lead = leadByRef(sql, publicId);
  if (lead === null) return null;
  return sql
    .all(`SELECT * FROM score_changes WHERE lead = ? AND number > 0 ORDER BY number`, lead.id)
    .map((row) => ({
      at: new Date(number(row, 'at')).toISOString(),
      fit: number(row, 'fit'),
      engagement: number(row, 'engagement'),
      intent: number(row, 'intent'),
      total: number(row, 'total'),
      tier: text(row, 'tier'),
      agreement: number(row, 'agreement'),
      cause: record(row, 'cause'),
    }));
}
