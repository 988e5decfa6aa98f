// One event of a lead, judged: its state just before and just after under the agreement in force, and what follows.
// A rule that throws costs nothing but the judgement: the lead is kept and the submission stands as failed.
import { decideHandoff, type Judgement, type Occurrence } from '@baton/agreement';
import { bugLine } from '../log.ts';
import type { Context } from './context.ts';
import type { InForce } from './documents.ts';
import { leadFacts } from './judging.ts';
import type { Lead } from './leads.ts';
import type { LedgerState } from './ledger.ts';

export type Moment = { readonly lead: Lead; readonly occurrences: readonly Occurrence[] };

export type Judged =
  | { readonly kind: 'unagreed' | 'failed'; readonly state: LedgerState; readonly lead: Lead }
  | {
      readonly kind: 'judged';
      /** True when the lead is to be handed off now. */
      readonly handOff: boolean;
      readonly state: LedgerState;
      readonly lead: Lead;
      readonly judgement: Judgement;
      readonly inForce: InForce;
    };

/** @param before the lead as it was; null when this event is its first. */
export function judgeEvent(context: Context, before: Moment | null, after: Moment, now: number): Judged {
  const inForce = context.documents.inForce();
  const { lead } = after;
  if (inForce === null) return { kind: 'unagreed', state: 'unagreed', lead };
  try {
    const { judge } = inForce;
    const then = before === null ? null : judge.judge(leadFacts(before.lead, before.occurrences), now);
    const judgement = judge.judge(leadFacts(lead, after.occurrences), now);
    const decision = decideHandoff(
      {
        stage: lead.stage,
        open: lead.handoff !== null,
        handedOffBefore: lead.everHandedOff,
        rejectedAt: lead.rejectedAt,
        dipped: lead.dipped,
      },
      then,
      judgement,
      judge,
      now,
    );
    return {
      kind: 'judged',
      handOff: decision.kind === 'hand_off',
      state: decision.kind === 'hand_off' ? 'handed_off' : decision.kind,
      lead: { ...lead, tier: judgement.tier, dipped: decision.dipped },
      judgement,
      inForce,
    };
  } catch (error) {
    context.parts.log(bugLine(error, `lead ${lead.publicId}`));
    return { kind: 'failed', state: 'failed', lead };
  }
}
