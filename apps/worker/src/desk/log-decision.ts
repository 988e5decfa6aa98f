// The line of the log that says what was decided on a submission.
import type { Arrival } from './arrival.ts';
import type { Context } from './context.ts';
import type { HandedOver } from './hand-over.ts';
import type { Judged } from './judge-event.ts';
import type { Lead } from './leads.ts';
import type { LedgerState } from './ledger.ts';
import type { Posted } from './outbox.ts';

export function logDecision(
  context: Context,
  arrival: Pick<Arrival, 'form'>,
  publicId: string,
  lead: Lead,
  judged: Judged,
  state: LedgerState,
  handed: HandedOver | null,
  posted: readonly Posted[],
  now: number,
): void {
  const judgement = judged.kind === 'judged' ? judged.judgement : null;
  const owner = handed?.owner ?? context.documents.all().people.get(lead.owner ?? '') ?? null;
  context.parts.log({
    baton: 'decision',
    at: now,
    submission: publicId,
    form: arrival.form,
    email: lead.email,
    score: judgement?.score ?? null,
    tier: judgement?.tier ?? null,
    state,
    owner: owner === null ? null : { email: owner.email, name: owner.name },
    deadline: handed === null || handed.deadline === null ? null : new Date(handed.deadline).toISOString(),
    timeZone: judged.kind === 'judged' ? judged.inForce.judge.agreement.hours.timeZone : null,
    why: handed?.why ?? null,
    deliveries: posted.map((one) => one.publicId),
  });
}
