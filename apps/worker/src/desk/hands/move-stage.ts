// A lead takes a step in sales' hands: stamped with who, when and under which version, told to those who asked for it.
// Loss works like a late rejection: the lead may come back by the agreement's terms.
import type { Context } from '../context.ts';
import { leadByRef, storeLeadStage, type Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { first, numberOrNull, textOrNull } from '../sql.ts';
import { changeStage } from '../stages.ts';
import { tellStage } from '../tell-stage.ts';
import { done, refused, unknown, type HandAnswer } from './answer.ts';
import { iso } from '../instants.ts';
import { checkStep, nextSteps, stepOf, type SalesStep, type Standing, type Step } from './stage-steps.ts';

export type Move = {
  readonly stage: SalesStep;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly reason: string | null;
  /** It was wrong before. */
  readonly correct: boolean;
};

export function moveStage(context: Context, publicId: string, by: string, move: Move): HandAnswer {
  const { parts, outbox } = context;
  const now = parts.now();
  const lead = leadByRef(parts.sql, publicId);
  if (lead === null) return unknown('lead');
  const step = checkStep(standingOf(context, lead), move.stage, move.correct);
  if (!step.ok) return refused(refusalInWords(step, lead, move.stage));
  const { moved, posted } = parts.sql.transaction(() => takeStep(context, lead, by, move, now));
  if (posted.length > 0) parts.later(outbox.dispatch(posted));
  return done(stageView(context, moved));
}

/** Inside a transaction, once it is known that it may be done. */
export function takeStep(
  context: Context,
  lead: Lead,
  by: string,
  move: Move,
  now: number,
): { readonly moved: Lead; readonly posted: readonly Posted[] } {
  const { sql } = context.parts;
  const { stage: to, amount, currency, reason } = move;
  const version = context.documents.inForce()?.version ?? null;
  const from = stepOf(standingOf(context, lead)) ?? lead.stage;
  const isEnd = to === 'won' || to === 'lost';
  const detail = { amount, currency, reason: isEnd ? reason : null, corrected: move.correct, version };
  const stage = to === 'contacted' ? 'sal' : to;
  const settled: Lead = { ...lead, rejectedAt: to === 'lost' ? now : null, dipped: false };
  const moved = changeStage(context, settled, stage, by, version, now, {
    ...detail,
    ...(to === 'contacted' ? { step: to } : {}),
    again: to === 'opportunity',
  });
  storeLeadStage(sql, moved, now);
  sql.run(
    `UPDATE leads SET contacted_at = CASE WHEN ? = 'sal' THEN NULL WHEN ? = 'contacted' THEN ? ELSE contacted_at END,
       amount = coalesce(?, amount), currency = coalesce(?, currency), outcome_reason = ? WHERE id = ?`,
    to,
    to,
    now,
    amount,
    currency,
    detail.reason,
    lead.id,
  );
  const change = { from, to, by, ...detail };
  return { moved, posted: tellStage(context, moved, change, now) };
}

export function standingOf(context: Context, lead: Lead): Standing {
  const row = first(context.parts.sql, `SELECT contacted_at FROM leads WHERE id = ?`, lead.id);
  const contactedAt = row === null ? null : numberOrNull(row, 'contacted_at');
  return { stage: lead.stage, isContacted: contactedAt !== null, isOpen: lead.handoff !== null };
}

/** Where the lead stands now, and where it may go. */
function stageView(context: Context, lead: Lead): object {
  const row = first(
    context.parts.sql,
    `SELECT contacted_at, amount, currency, outcome_reason FROM leads WHERE id = ?`,
    lead.id,
  );
  return {
    lead: lead.publicId,
    stage: lead.stage,
    contactedAt: iso(row === null ? null : numberOrNull(row, 'contacted_at')),
    amount: row === null ? null : numberOrNull(row, 'amount'),
    currency: row === null ? null : textOrNull(row, 'currency'),
    reason: row === null ? null : textOrNull(row, 'outcome_reason'),
    next: nextSteps(standingOf(context, lead)),
  };
}

const words: Readonly<Record<SalesStep, string>> = {
  sal: 'accepted',
  contacted: 'contacted',
  sql: 'SQL',
  opportunity: 'opportunity',
  won: 'won',
  lost: 'lost',
};

/** Why a step cannot be taken, and which could be. */
export function refusalInWords(step: Exclude<Step, { ok: true }>, lead: Lead, to: SalesStep): string {
  const stands = lead.stage === 'lead' || lead.stage === 'mql' ? lead.stage : words[lead.stage];
  const others =
    step.next.length === 0 ? '' : ` It can become ${step.next.map((one) => words[one]).join(' or ')}.`;
  switch (step.code) {
    case 'not_accepted':
      return 'The lead waits for a verdict: accept it first.';
    case 'not_handed_off':
      return 'The lead is not with sales: it has to be handed over and accepted first.';
    case 'already_there':
      return `The lead is ${words[to]} already.${others}`;
    case 'not_next':
      return `The lead is ${stands}, which ${words[to]} does not follow.${others} To correct a mistake, say so with "correct": true.`;
  }
}
