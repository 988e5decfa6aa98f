// The rhythm in which both sides look at their agreement again. When a review is due, everybody is written to and it is
// due until somebody says that it was looked at, or another version comes into force. Nothing stops being in force.
import { reviewDueAt } from '@baton/agreement';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { clearDue, setDue } from '../due-work.ts';
import type { Posted } from '../outbox.ts';
import { first } from '../sql.ts';
import { tellReviewDue } from './tell.ts';
import { versionInForce } from './versions.ts';

/** When the agreement in force is to be looked at again, epoch ms; null: never, or there is none. */
export function nextReview(context: Context): number | null {
  const row = versionInForce(context.parts.sql);
  const inForce = context.documents.inForce();
  if (row === null || inForce === null) return null;
  return reviewDueAt(inForce.judge.agreement, row.reviewedAt ?? row.inForceAt ?? row.proposedAt);
}

/** Sees to it that the alarm comes for the next review. */
export function planReview(context: Context): void {
  const { sql, wake } = context.parts;
  const at = nextReview(context);
  if (at === null) {
    clearDue(sql, 'review', 0);
    return;
  }
  setDue(sql, 'review', 0, at);
  wake(at);
}

/** The same after a start: for an agreement that came into force when reviews were not planned yet. */
export function ensureReview(context: Context): void {
  const { sql } = context.parts;
  if (context.documents.inForce() === null) return;
  if (first(sql, `SELECT 1 FROM due WHERE kind = 'review'`) === null) planReview(context);
}

/** From the alarm, inside a transaction: tells everybody, and comes back one rhythm later. */
export function remindOfReview(context: Context, now: number): Posted[] {
  const { sql } = context.parts;
  const inForce = context.documents.inForce();
  const at = nextReview(context);
  if (inForce === null || at === null) {
    clearDue(sql, 'review', 0);
    return [];
  }
  if (at > now) {
    setDue(sql, 'review', 0, at);
    return [];
  }
  const again = reviewDueAt(inForce.judge.agreement, now);
  if (again === null) clearDue(sql, 'review', 0);
  else setDue(sql, 'review', 0, again);
  return tellReviewDue(context, inForce.version);
}

/** Both sides have looked at it and leave it as it is. False when nothing is in force. */
export function noteReview(context: Context, by: string): boolean {
  const { parts } = context;
  return parts.sql.transaction(() => {
    const inForce = versionInForce(parts.sql);
    if (inForce === null) return false;
    parts.sql.run(
      `UPDATE agreements SET reviewed_at = ?, reviewed_by = ? WHERE version = ?`,
      parts.now(),
      by,
      inForce.version,
    );
    recordChange(parts, by, { action: 'agreement.reviewed', subject: String(inForce.version) });
    planReview(context);
    return true;
  });
}
