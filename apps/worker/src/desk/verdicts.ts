// What sales says of a handoff. The first verdict stands; it can be taken back for ten minutes by whoever gave it.
// Refuses reasons that the agreement does not have, and says honestly who was first.
import type { EventType } from '@baton/workspace';
import { eventBody } from '../notify/event.ts';
import type { Notice } from '../notify/notice.ts';
import { verdictNotice } from '../notify/verdict-notice.ts';
import type { Context } from './context.ts';
import { destinationsFor, parcelFor } from './destinations.ts';
import { leadById, storeLeadStage, type Lead } from './leads.ts';
import type { Posted } from './outbox.ts';
import { first, number, numberOrNull, record, text, textOrNull, type Row } from './sql.ts';
import { changeStage } from './stages.ts';

/** How long a verdict can be taken back, ms. */
export const undoWindow = 10 * 60_000;

export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected'; readonly reason: string; readonly note: string | null };

export type StoredVerdict = {
  readonly kind: 'accepted' | 'rejected';
  readonly by: string;
  readonly at: number;
  readonly reason: string | null;
  readonly note: string | null;
};

export type HandoffRow = {
  readonly id: number;
  readonly publicId: string;
  readonly lead: number;
  readonly owner: string;
  readonly tier: string;
  readonly why: string;
  readonly score: Readonly<Record<string, unknown>>;
  readonly agreement: number;
  readonly at: number;
  readonly deadline: number | null;
  readonly verdict: StoredVerdict | null;
};

export type VerdictResult =
  | { readonly kind: 'done'; readonly verdict: StoredVerdict }
  | { readonly kind: 'taken'; readonly verdict: StoredVerdict }
  | { readonly kind: 'unknown_reason' }
  | { readonly kind: 'unknown_handoff' };

export function handoffRow(row: Row): HandoffRow {
  const kind = textOrNull(row, 'verdict');
  return {
    id: number(row, 'id'),
    publicId: text(row, 'public_id'),
    lead: number(row, 'lead'),
    owner: text(row, 'owner'),
    tier: text(row, 'tier'),
    why: text(row, 'why'),
    score: record(row, 'score'),
    agreement: number(row, 'agreement'),
    at: number(row, 'at'),
    deadline: numberOrNull(row, 'deadline_in_force') ?? numberOrNull(row, 'deadline'),
    verdict:
      kind === null
        ? null
        : {
            kind: kind === 'accepted' ? 'accepted' : 'rejected',
            by: text(row, 'verdict_by'),
            at: number(row, 'verdict_at'),
            reason: textOrNull(row, 'reason'),
            note: textOrNull(row, 'note'),
          },
  };
}

export function handoffByPublicId(context: Context, publicId: string): HandoffRow | null {
  const row = first(context.parts.sql, `SELECT * FROM handoffs WHERE public_id = ?`, publicId);
  return row === null ? null : handoffRow(row);
}

/** Gives a verdict on behalf of `by` (`person:…` or `destination:…`). */
export function giveVerdict(context: Context, handoff: string, by: string, verdict: Verdict): VerdictResult {
  const now = context.parts.now();
  const found = handoffByPublicId(context, handoff);
  if (found === null) return { kind: 'unknown_handoff' };
  if (found.verdict !== null) return { kind: 'taken', verdict: found.verdict };
  const agreement = context.documents.inForce()?.judge.agreement ?? null;
  const reason = verdict.kind === 'rejected' ? verdict.reason : null;
  const note = verdict.kind === 'rejected' ? verdict.note : null;
  const reasons = agreement?.rejections ?? [];
  if (reason !== null && reasons.length > 0 && !reasons.some((one) => one.id === reason))
    return { kind: 'unknown_reason' };
  const posted = context.parts.sql.transaction(() => {
    context.parts.sql.run(
      `UPDATE handoffs SET verdict = ?, verdict_by = ?, verdict_at = ?, reason = ?, note = ? WHERE id = ?`,
      verdict.kind,
      by,
      now,
      reason,
      note,
      found.id,
    );
    const lead = leadById(context.parts.sql, found.lead);
    if (lead === null) throw new Error('A handoff without its lead.');
    const closed: Lead = {
      ...lead,
      handoff: null,
      rejectedAt: verdict.kind === 'rejected' ? now : null,
      dipped: false,
    };
    const next = changeStage(
      context,
      closed,
      verdict.kind === 'accepted' ? 'sal' : 'lead',
      by,
      found.agreement,
      now,
    );
    storeLeadStage(context.parts.sql, next, now);
    return tell(
      context,
      verdict.kind === 'accepted' ? 'lead.accepted' : 'lead.rejected',
      found,
      next,
      { by, reason, note },
      now,
    );
  });
  if (posted.length > 0) context.parts.later(context.outbox.dispatch(posted));
  return { kind: 'done', verdict: { kind: verdict.kind, by, at: now, reason, note } };
}

/** Takes a verdict back within the window; false when it is not theirs, too late, or there is none. */
export function undoVerdict(context: Context, handoff: string, by: string): boolean {
  const now = context.parts.now();
  const found = handoffByPublicId(context, handoff);
  if (found === null || found.verdict === null) return false;
  if (found.verdict.by !== by || now - found.verdict.at > undoWindow) return false;
  const lead = leadById(context.parts.sql, found.lead);
  // Once the lead was handed to somebody anew, the old handoff cannot be opened again.
  if (lead === null || lead.handoff !== null) return false;
  context.parts.sql.transaction(() => {
    context.parts.sql.run(
      `UPDATE handoffs SET verdict = NULL, verdict_by = NULL, verdict_at = NULL, reason = NULL, note = NULL WHERE id = ?`,
      found.id,
    );
    const reopened: Lead = { ...lead, handoff: found.id, rejectedAt: null, dipped: false };
    storeLeadStage(context.parts.sql, changeStage(context, reopened, 'mql', by, found.agreement, now), now);
  });
  return true;
}

function agreementStamp(context: Context, version: number): { version: number; hash: string } | null {
  const row = first(context.parts.sql, `SELECT hash FROM agreements WHERE version = ?`, version);
  return row === null ? null : { version, hash: text(row, 'hash') };
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
