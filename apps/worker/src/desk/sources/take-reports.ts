// What comes of a CRM's report: the lead takes every step between where it stands and where the CRM says it is. A CRM
// knows no verdicts: what it works on it has accepted. What is not known is said back, never guessed.
import type { Context } from '../context.ts';
import { leadByEmail, leadById, leadByRef, type Lead } from '../leads.ts';
import { refusalInWords, standingOf, takeStep, type Move } from '../hands/move-stage.ts';
import { checkStep, stepOf, stepsTo, type SalesStep } from '../hands/stage-steps.ts';
import type { Posted } from '../outbox.ts';
import { first, numberOrNull, text } from '../sql.ts';
import { giveVerdict } from '../verdicts.ts';
import type { Report } from './read-reports.ts';

export type Outcome = {
  /** Null where nobody is known by what was told. */
  readonly lead: string | null;
  readonly outcome: 'moved' | 'unchanged' | 'unknown_lead' | 'unknown_stage' | 'refused';
  /** Where the lead stands then. */
  readonly stage: string | null;
  /** What the CRM called it. */
  readonly told: readonly string[];
  readonly detail: string | null;
};

/** Inside the transaction of the call. */
export function takeReport(
  context: Context,
  report: Report,
  by: string,
  now: number,
): { readonly outcome: Outcome; readonly posted: readonly Posted[] } {
  const { sql } = context.parts;
  const named = report.lead === null ? null : leadByRef(sql, report.lead);
  const lead = named ?? (report.email === null ? null : leadByEmail(sql, report.email));
  const end = (
    outcome: Outcome['outcome'],
    standing: Lead | null,
    detail: string | null = null,
    posted: readonly Posted[] = [],
  ) => ({
    outcome: {
      lead: standing?.publicId ?? null,
      outcome,
      stage: standing?.stage ?? null,
      told: report.stageNames,
      detail,
    },
    posted,
  });
  if (lead === null) return end('unknown_lead', null, 'Nobody is known by this id or address.');
  const { stage: to } = report;
  if (to === null) {
    const names = report.stageNames.map((name) => `“${name}”`).join(', ');
    return end(
      'unknown_stage',
      lead,
      names === '' ? 'No stage was told.' : `The mapping does not know ${names}.`,
    );
  }
  const accepted = acceptOpen(context, lead, by);
  const standing = standingOf(context, accepted);
  const from = stepOf(standing);
  if (from === null) {
    const step = checkStep(standing, to, true);
    return end('refused', accepted, step.ok ? null : refusalInWords(step, accepted, to));
  }
  if (isThere(context, accepted, from, to, report))
    return end(accepted === lead ? 'unchanged' : 'moved', accepted);
  const posted: Posted[] = [];
  let current = accepted;
  for (const [index, stage] of stepsTo(from, to).entries()) {
    const correct = isBack(from, to);
    // Steps on the way are told apart by their instants.
    const taken = takeStep(context, current, by, moveOf(report, stage, correct), now + index);
    current = taken.moved;
    posted.push(...taken.posted);
  }
  return end('moved', current, null, posted);
}

/** The CRM is at work on what nobody has answered here: it is accepted on its behalf. */
function acceptOpen(context: Context, lead: Lead, by: string): Lead {
  if (lead.handoff === null) return lead;
  const row = first(context.parts.sql, `SELECT public_id FROM handoffs WHERE id = ?`, lead.handoff);
  if (row === null) throw new Error('A lead whose handoff is gone.');
  giveVerdict(context, text(row, 'public_id'), by, { kind: 'accepted' });
  return leadById(context.parts.sql, lead.id) ?? lead;
}

function isThere(context: Context, lead: Lead, from: SalesStep, to: SalesStep, { amount }: Report): boolean {
  // Who was spoken to is no less accepted.
  if (from === 'contacted' && to === 'sal') return true;
  if (from !== to) return false;
  if (to !== 'opportunity' || amount === null) return true;
  const row = first(context.parts.sql, `SELECT amount FROM leads WHERE id = ?`, lead.id);
  return row !== null && numberOrNull(row, 'amount') === amount;
}

function isBack(from: SalesStep, to: SalesStep): boolean {
  const order: readonly SalesStep[] = ['sal', 'contacted', 'sql', 'opportunity', 'won', 'lost'];
  return order.indexOf(to) < order.indexOf(from) || from === 'won' || from === 'lost';
}

function moveOf({ amount, currency, reason }: Report, stage: SalesStep, correct: boolean): Move {
  const isDeal = stage === 'opportunity' || stage === 'won';
  return {
    stage,
    amount: isDeal ? amount : null,
    currency: isDeal ? currency : null,
    reason,
    correct,
  };
}
