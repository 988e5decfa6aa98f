// Which handoff a link acts on. Whoever had the lead once is stopped where it left them; anybody else, such as a
// channel that was told of it, acts on what it has become since.
import type { Context } from '../context.ts';
import { first, type Row } from '../sql.ts';
import { handoffByPublicId, handoffRow, type HandoffRow } from '../handoffs.ts';

/** @param holder `person:<e-mail>` or another name */
export function standingHandoff(context: Context, publicId: string, holder: string): HandoffRow | null {
  const found = handoffByPublicId(context, publicId);
  if (found === null || holder === `person:${found.owner}`) return found;
  return passedOn(context, found) ?? found;
}

/** The handoff that this one has become, however often it was passed on or gave way; null where it did not. */
export function passedOn(context: Context, handoff: HandoffRow): HandoffRow | null {
  let last: HandoffRow | null = null;
  for (let current = handoff; current.endedAt !== null;) {
    const row: Row | null = first(
      context.parts.sql,
      `SELECT * FROM handoffs WHERE passed_from = ? UNION ALL SELECT * FROM handoffs WHERE id = ?`,
      current.id,
      current.gaveWayTo,
    );
    if (row === null) return last;
    current = handoffRow(row);
    last = current;
  }
  return last;
}
