// The stages of a lead. Every change is stamped with its time, its author and the agreement's version.
import type { Stage } from '@baton/agreement';
import type { Context } from './context.ts';
import type { Lead } from './leads.ts';

export type StageDetail = {
  readonly amount: number | null;
  readonly currency: string | null;
  /** Why it was won or lost. */
  readonly reason: string | null;
  /** It takes back a mistake. */
  readonly corrected: boolean;
  /** What is written down where that says more than the stage. */
  readonly step?: 'contacted';
  /** It is written down though the stage stays. */
  readonly again?: boolean;
};

const plain: StageDetail = { amount: null, currency: null, reason: null, corrected: false };

/** The lead in its next stage; the change is stored, the lead itself is not. */
export function changeStage(
  context: Context,
  lead: Lead,
  stage: Stage,
  author: string,
  agreement: number | null,
  now: number,
  detail: StageDetail = plain,
): Lead {
  if (lead.stage === stage && detail.step === undefined && detail.again !== true) return lead;
  context.parts.sql.run(
    `INSERT INTO stage_changes (lead, at, stage, author, agreement, amount, currency, reason, corrected)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET author = excluded.author, agreement = excluded.agreement, amount = excluded.amount,
       currency = excluded.currency, reason = excluded.reason, corrected = excluded.corrected`,
    lead.id,
    now,
    detail.step ?? stage,
    author,
    agreement,
    detail.amount,
    detail.currency,
    detail.reason,
    detail.corrected ? 1 : 0,
  );
  return { ...lead, stage };
}
