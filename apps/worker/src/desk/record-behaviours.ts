// A known visitor did something: the lead is judged anew in that moment, and handed off if that is what it took.
// Who is not known is answered alike, and nothing is kept of them.
import { occurrenceKey, type Occurrence } from '@baton/agreement';
import { toldSubmission } from '../notify/event.ts';
import type { Context } from './context.ts';
import type { Cause } from './give-to.ts';
import { noteForOwner, saidOf } from './follow-up.ts';
import { handOver } from './hand-over.ts';
import { judgeEvent } from './judge-event.ts';
import { addOccurrences, joinOccurrences, occurrencesOf, storedScore } from './judging.ts';
import { leadByEmail, leadById, storeLead, type Lead } from './leads.ts';
import { logDecision } from './log-decision.ts';
import type { Posted } from './outbox.ts';
import { noteScore } from './score-changes.ts';
import { first, number, record, text } from './sql.ts';
import { visitorByToken } from './visitors.ts';

/** Behaviours that a browser reports under its token. */
export function recordOfVisitor(context: Context, token: string, occurrences: readonly Occurrence[]): void {
  const visitor = visitorByToken(context, token);
  const lead = visitor === null ? null : leadById(context.parts.sql, visitor.lead);
  if (lead !== null) judgeAnew(context, lead, token, occurrences);
}

/** Behaviours known from elsewhere, such as a webinar attended. False when no lead has the address. */
export function recordOfLead(context: Context, email: string, occurrences: readonly Occurrence[]): boolean {
  const lead = leadByEmail(context.parts.sql, email);
  if (lead === null) return false;
  // No browser's token: what others report must not show in what any browser is told.
  judgeAnew(context, lead, '', occurrences);
  return true;
}

function judgeAnew(context: Context, lead: Lead, visitor: string, added: readonly Occurrence[]): void {
  const { parts } = context;
  const posted = parts.sql.transaction((): readonly Posted[] => {
    const now = parts.now();
    const known = occurrencesOf(parts.sql, lead.id);
    const occurrences = joinOccurrences(known, added);
    // Whoever reports it, for it is theirs as well; the lead did it once.
    addOccurrences(parts.sql, lead.id, visitor, added, now);
    if (occurrences.length === known.length) return [];
    const judged = judgeEvent(context, { lead, occurrences: known }, { lead, occurrences }, now);
    if (judged.kind !== 'judged') return [];
    const why = { kind: 'behaviour', ...named(added[0]), many: added.length } as const;
    noteScore(parts.sql, lead.id, judged.judgement, judged.inForce.version, why, now);
    if (!judged.handOff) {
      storeLead(parts.sql, judged.lead, storedScore(judged.inForce, judged.judgement), now);
      const says = judged.state === 'in_hand' ? saidOf(judged.inForce, newIn(known, added)) : [];
      if (says.length > 0) noteForOwner(context, lead, { says }, now);
      return [];
    }
    const cause = lastCause(context, lead);
    const handed = handOver(context, judged.inForce, judged.lead, occurrences, judged.judgement, cause, now);
    storeLead(parts.sql, handed.lead, storedScore(judged.inForce, judged.judgement), now);
    const { posted } = handed;
    const submission = cause.submission?.told ?? null;
    logDecision(context, { submission, lead: handed.lead, judged, state: judged.state, handed, posted }, now);
    return posted;
  });
  if (posted.length === 0) return;
  parts.later(context.outbox.dispatch(posted));
}

function newIn(known: readonly Occurrence[], added: readonly Occurrence[]): readonly Occurrence[] {
  const before = new Set(known.map(occurrenceKey));
  return joinOccurrences([], added).filter((one) => !before.has(occurrenceKey(one)));
}

function named(occurrence: Occurrence | undefined): { readonly path?: string; readonly event?: string } {
  if (occurrence?.path !== undefined) return { path: occurrence.path };
  return occurrence?.event === undefined ? {} : { event: occurrence.event };
}

/** What the lead sent last: what sales is told when behaviour alone tipped the scale. */
export function lastCause(context: Context, lead: Lead): Cause {
  const row = first(
    context.parts.sql,
    `SELECT id, public_id, form, version, answers, visit FROM submissions WHERE lead = ? AND final = 1 ORDER BY id DESC LIMIT 1`,
    lead.id,
  );
  const published =
    row === null ? null : context.documents.published(text(row, 'form'), number(row, 'version'));
  if (row === null || published === null) return { submission: null, published: null };
  const { facts: _facts, ...journal } = record(row, 'visit');
  const told = toldSubmission(published, text(row, 'public_id'), record(row, 'answers'), journal);
  return { submission: { row: number(row, 'id'), told }, published };
}
