// What follows from a judged submission: the lead is handed over if that is the verdict, stored as it now stands,
// everybody concerned is written to, and the decision is logged.
import type { Occurrence } from '@baton/agreement';
import type { ToldSubmission } from '../notify/event.ts';
import type { Context } from './context.ts';
import type { PublishedVersion } from './published-version.ts';
import type { HandedOver } from './give-to.ts';
import { handOver } from './hand-over.ts';
import type { Judged } from './judge-event.ts';
import { storedScore } from './judging.ts';
import { storeLead } from './leads.ts';
import type { LedgerState } from './ledger.ts';
import { logDecision } from './log-decision.ts';
import type { Posted } from './outbox.ts';
import { noteScore } from './score-changes.ts';
import { tellReceived } from './tell-received.ts';

export type Concluding = {
  readonly judged: Judged;
  /** The submission's state in the ledger; a duplicate is told to nobody. */
  readonly state: LedgerState;
  readonly occurrences: readonly Occurrence[];
  readonly submission: { readonly row: number; readonly told: ToldSubmission };
  readonly published: PublishedVersion;
  /** It has been here before, and no score came of it: whoever wants every arrival was told then. */
  readonly isAgain?: boolean;
};

export type Concluded = {
  /** What is to be delivered after the transaction. */
  readonly posted: readonly Posted[];
  readonly handed: HandedOver | null;
};

/** Inside the transaction of the arrival. */
export function conclude(context: Context, concluding: Concluding, now: number): Concluded {
  const { judged, state, occurrences, submission, published, isAgain = false } = concluding;
  const cause = { submission, published };
  const handed =
    judged.kind === 'judged' && judged.handOff
      ? handOver(context, judged.inForce, judged.lead, occurrences, judged.judgement, cause, now)
      : null;
  const lead = handed?.lead ?? judged.lead;
  const score = judged.kind === 'judged' ? storedScore(judged.inForce, judged.judgement) : null;
  storeLead(context.parts.sql, lead, score, now, { form: published.form.id, state });
  if (judged.kind === 'judged') {
    const { id, form } = submission.told;
    const why = { kind: 'submission', submission: id, form } as const;
    noteScore(context.parts.sql, lead.id, judged.judgement, judged.inForce.version, why, now);
  }
  const received =
    state === 'duplicate' ? [] : tellReceived(context, lead, judged, { ...submission, isAgain }, now);
  const posted = [...(handed?.posted ?? []), ...received];
  logDecision(context, { submission: submission.told, lead, judged, state, handed, posted }, now);
  return { posted, handed };
}
