// The line of the log that says what was decided on a submission.
import type { ToldSubmission } from '../notify/event.ts';
import type { Context } from './context.ts';
import type { HandedOver } from './give-to.ts';
import type { Judged } from './judge-event.ts';
import type { Lead } from './leads.ts';
import type { LedgerState } from './ledger.ts';
import type { Posted } from './outbox.ts';
import type { Suspected } from './suspicion.ts';

export type Decision = {
  /** Null when a lead was handed off that has sent nothing. */
  readonly submission: ToldSubmission | null;
  readonly lead: Lead;
  readonly judged: Judged;
  readonly state: LedgerState;
  readonly handed: HandedOver | null;
  readonly posted: readonly Posted[];
};

export function logDecision(context: Context, decision: Decision, now: number): void {
  const { submission, lead, judged, state, handed, posted } = decision;
  const judgement = judged.kind === 'judged' ? judged.judgement : null;
  const owner = handed?.owner ?? context.documents.all().people.get(lead.owner ?? '') ?? null;
  const deadline = handed?.deadline ?? null;
  context.parts.log({
    baton: 'decision',
    at: now,
    submission: submission?.id ?? '',
    form: submission?.form ?? '',
    email: lead.email,
    score: judgement?.score ?? null,
    tier: judgement?.tier ?? null,
    state,
    owner: owner === null ? null : { email: owner.email, name: owner.name },
    deadline: deadline === null ? null : new Date(deadline).toISOString(),
    timeZone: judged.kind === 'judged' ? judged.inForce.judge.agreement.hours.timeZone : null,
    why: handed?.why ?? null,
    deliveries: posted.map((one) => one.publicId),
  });
}

/** A submission was put aside. */
export function logQuarantine(
  context: Context,
  submission: { readonly id: string; readonly form: string; readonly email: string },
  reasons: readonly Suspected[],
  now: number,
): void {
  context.parts.log({
    baton: 'decision',
    at: now,
    submission: submission.id,
    form: submission.form,
    email: submission.email,
    score: null,
    tier: null,
    state: 'quarantined',
    owner: null,
    deadline: null,
    timeZone: null,
    why: reasons.join(', '),
    deliveries: [],
  });
}
