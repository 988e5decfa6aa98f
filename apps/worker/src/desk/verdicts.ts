// What sales says of a handoff. The first verdict stands; it can be taken back for ten minutes by whoever gave it.
// Refuses reasons that the agreement in force does not have, and says honestly who was first. A verdict is given today,
// by the terms of today; what its reason blames is kept with it, since terms change.
import type { EventType } from '@baton/workspace';
import { eventBody } from '../notify/event.ts';
import type { Notice } from '../notify/notice.ts';
import { verdictNotice } from '../notify/verdict-notice.ts';
import { agreementStamp } from './agreement-stamp.ts';
import type { Context } from './context.ts';
import { destinationsFor, parcelFor } from './destinations.ts';
import { leadById, storeLeadStage, type Lead } from './leads.ts';
import type { Posted } from './outbox.ts';
import type { HandoffRow, StoredVerdict } from './handoffs.ts';
import { runOn, stopClock } from './clocks/plan.ts';
import { passedOn, standingHandoff } from './clocks/standing.ts';
import { changeStage } from './stages.ts';
import { plainChange, tellStage } from './tell-stage.ts';

/** How long a verdict can be taken back, ms. */
export const undoWindow = 10 * 60_000;

export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected'; readonly reason: string; readonly note: string | null };

/** Why a verdict cannot be taken back. */
export type NotUndone = 'unknown_handoff' | 'no_verdict' | 'not_theirs' | 'too_late' | 'moved_on';

export type VerdictResult =
  | { readonly kind: 'done'; readonly verdict: StoredVerdict }
  | { readonly kind: 'taken'; readonly verdict: StoredVerdict }
  /** The one it was given to has it no longer. */
  | { readonly kind: 'passed_on'; readonly to: string; readonly at: number }
  | { readonly kind: 'unknown_reason' }
  | { readonly kind: 'unknown_handoff' };

/** Gives a verdict on behalf of `by` (`person:…` or `destination:…`). */
export function giveVerdict(context: Context, handoff: string, by: string, verdict: Verdict): VerdictResult {
  const now = context.parts.now();
  const found = standingHandoff(context, handoff, by);
  if (found === null) return { kind: 'unknown_handoff' };
  const passed = passedOn(context, found);
  if (passed !== null) return { kind: 'passed_on', to: passed.owner, at: passed.at };
  if (found.verdict !== null) return { kind: 'taken', verdict: found.verdict };
  const inForce = context.documents.inForce();
  const reason = verdict.kind === 'rejected' ? verdict.reason : null;
  const note = verdict.kind === 'rejected' ? verdict.note : null;
  const reasons = inForce?.judge.agreement.rejections ?? [];
  const named = reasons.find((one) => one.id === reason);
  if (reason !== null && reasons.length > 0 && named === undefined) return { kind: 'unknown_reason' };
  const posted = context.parts.sql.transaction(() => {
    context.parts.sql.run(
      `UPDATE handoffs SET verdict = ?, verdict_by = ?, verdict_at = ?, touched_at = ?, reason = ?, note = ?, blames = ?,
         verdict_agreement = ? WHERE id = ?`,
      verdict.kind,
      by,
      now,
      now,
      reason,
      note,
      named === undefined ? null : JSON.stringify(named.blames),
      inForce?.version ?? null,
      found.id,
    );
    stopClock(context.parts.sql, found.id);
    const lead = leadById(context.parts.sql, found.lead);
    if (lead === null) throw new Error('A handoff without its lead.');
    const closed: Lead = {
      ...lead,
      handoff: null,
      rejectedAt: verdict.kind === 'rejected' ? now : null,
      dipped: false,
    };
    const stage = verdict.kind === 'accepted' ? 'sal' : 'lead';
    const next = changeStage(context, closed, stage, by, found.agreement, now);
    storeLeadStage(context.parts.sql, next, now);
    // What became of it the last time is not what becomes of it now.
    context.parts.sql.run(
      `UPDATE leads SET contacted_at = NULL, amount = NULL, currency = NULL, outcome_reason = NULL WHERE id = ?`,
      next.id,
    );
    const type = verdict.kind === 'accepted' ? 'lead.accepted' : 'lead.rejected';
    return [
      ...tell(context, type, found, next, { by, reason, note }, now),
      ...tellStage(context, next, plainChange(lead.stage, stage, by), now),
    ];
  });
  if (posted.length > 0) context.parts.later(context.outbox.dispatch(posted));
  return { kind: 'done', verdict: { kind: verdict.kind, by, at: now, reason, note } };
}

/** Takes a verdict back within the window; null when that is done. */
export function undoVerdict(context: Context, handoff: string, by: string): NotUndone | null {
  const { sql, now: clock } = context.parts;
  const now = clock();
  const found = standingHandoff(context, handoff, by);
  const lead = found === null ? null : leadById(sql, found.lead);
  if (found === null || lead === null) return 'unknown_handoff';
  if (found.verdict === null) return 'no_verdict';
  if (found.verdict.by !== by) return 'not_theirs';
  if (now - found.verdict.at > undoWindow) return 'too_late';
  // Once the lead was handed to somebody anew, or has gone on, the old handoff cannot be opened again.
  const stage = found.verdict.kind === 'accepted' ? 'sal' : 'lead';
  if (lead.handoff !== null || lead.stage !== stage || lead.owner !== found.owner) return 'moved_on';
  const posted = sql.transaction(() => {
    sql.run(
      `UPDATE handoffs SET verdict = NULL, verdict_by = NULL, verdict_at = NULL, touched_at = NULL, reason = NULL, note = NULL,
         blames = NULL, verdict_agreement = NULL WHERE id = ?`,
      found.id,
    );
    runOn(context.parts, context.documents, found.id);
    const reopened: Lead = { ...lead, handoff: found.id, rejectedAt: null, dipped: false };
    const next = changeStage(context, reopened, 'mql', by, found.agreement, now);
    storeLeadStage(sql, next, now);
    return tellStage(context, next, plainChange(stage, 'mql', by), now);
  });
  if (posted.length > 0) context.parts.later(context.outbox.dispatch(posted));
  return null;
}

function tell(
  context: Context,
  type: EventType,
  handoff: HandoffRow,
  lead: Lead,
  verdict: Pick<StoredVerdict, 'by' | 'reason' | 'note'>,
  now: number,
): Posted[] {
  const { people } = context.documents.all();
  const owner = people.get(handoff.owner) ?? null;
  const event = (): string =>
    eventBody({
      type,
      at: now,
      lead,
      score: handoff.score,
      tier: handoff.tier,
      agreement: agreementStamp(context, handoff.agreement),
      owner,
      deadline: handoff.deadline,
      submission: null,
      links: null,
      more: { verdict },
    });
  const notice = (): Notice => {
    const rejections = context.documents.inForce()?.judge.agreement.rejections ?? [];
    const reason = rejections.find(({ id }) => id === verdict.reason)?.says ?? verdict.reason;
    return verdictNotice({
      ...verdict,
      lead,
      accepted: type === 'lead.accepted',
      people,
      reason,
      tier: handoff.tier,
    });
  };
  const posted: Posted[] = [];
  const about = { lead: lead.id, handoff: null, submission: null };
  for (const destination of destinationsFor(context.documents, type, handoff.tier)) {
    const parcel = parcelFor(destination, type, about, { event, notice });
    posted.push(context.outbox.post(parcel, now));
  }
  return posted;
}
