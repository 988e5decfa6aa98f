// Why a deadline was missed: said once it was, by whoever was asked, in one of a few words that can be counted. Saying
// it again replaces what was said.
import type { Context } from '../context.ts';
import { handoffByPublicId } from '../handoffs.ts';
import { breachReasons } from './breach-reasons.ts';

export type ReasonGiven = 'done' | 'unknown_handoff' | 'unknown_reason' | 'not_late';

/** @param by `person:<e-mail>` or another author's name */
export function giveBreachReason(
  context: Context,
  publicId: string,
  by: string,
  given: { readonly reason: string; readonly note: string | null },
): ReasonGiven {
  const { sql, now } = context.parts;
  const handoff = handoffByPublicId(context, publicId);
  if (handoff === null) return 'unknown_handoff';
  if (!breachReasons.some(({ id }) => id === given.reason)) return 'unknown_reason';
  if (handoff.breach === null) return 'not_late';
  sql.run(
    `UPDATE handoffs SET breach_reason = ?, breach_note = ?, breach_said_by = ?, breach_said_at = ? WHERE id = ?`,
    given.reason,
    given.note,
    by,
    now(),
    handoff.id,
  );
  return 'done';
}
