// A past lead is written down as if it had happened here: its submission, its handoff with the verdict, its steps, each at
// its own instant. Nobody is told, no clock starts, nothing is handed over. Who is known already keeps what is newer of each
// attribute: what is older only fills gaps. Refuses answers that a form would refuse.
import type { Issue } from '@baton/rules';
import { askingOf } from '../asking.ts';
import { withMerged } from '../attributes/merged.ts';
import type { Arrival } from '../arrival.ts';
import type { Context } from '../context.ts';
import { companyDomainOf, withDerived } from '../derived.ts';
import { leadByEmail, newLead, storeLead, type Lead } from '../leads.ts';
import type { LedgerState } from '../ledger.ts';
import { underMain } from '../merging/under-main.ts';
import { originFormId } from '../origin-form.ts';
import { sha256 } from '../sha256.ts';
import { first, number, numberOrNull, textOrNull } from '../sql.ts';
import { storeSubmission } from '../store-submission.ts';
import { takeAnswers } from '../take-answers.ts';
import { attributesTold, toldAtOf, withEarlier } from '../told.ts';
import { endOf, type PastEnd } from './past-end.ts';
import type { PastLead } from './row-reader.ts';

export const historyForm = originFormId('history');

/** Stands where an author does: nobody here did it. */
export const historyAuthor = 'history';

type Taken =
  | { readonly kind: 'taken' | 'known' }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/** What of it would be refused; nothing is written. */
export function checkPast(context: Context, past: PastLead): readonly Issue[] {
  const checked = answersOf(context, past);
  return checked.ok ? [] : checked.issues.map(ofAttributes);
}

/** @param from the import that it belongs to; in its transaction */
export function takePast(context: Context, past: PastLead, from: number): Taken {
  const { parts, rows } = context;
  const { sql } = parts;
  const { life } = past;
  const secret = `${historyForm}:${sha256(past.key)}`;
  if (first(sql, `SELECT 1 FROM submissions WHERE secret = ?`, secret) !== null) return { kind: 'known' };
  const checked = answersOf(context, past);
  if (!checked.ok) return { kind: 'invalid', issues: checked.issues.map(ofAttributes) };
  const { published, answers } = checked;
  const email = String(answers[published.identity] ?? '')
    .trim()
    .toLowerCase();
  const found = leadByEmail(sql, email);
  const lead =
    found ?? newLead(rows.next('leads'), parts.ids.next('lead', life.createdAt), email, life.createdAt);
  const told = withMerged(context.documents.all().attributes, attributesTold(published, answers));
  const state: LedgerState = life.handoff === null ? 'nurture' : 'handed_off';
  const end = endOf(past, context.documents.all().people);

  const publicId = parts.ids.next('sub', life.createdAt);
  const isOlder = found !== null && hasToldSince(context, found, life.createdAt);
  const toldBefore: ReadonlyMap<string, number> = isOlder ? toldAtOf(context, lead.id) : new Map();
  const submission = storeSubmission(context, arrivalOf(past, secret), published, answers, {
    known: null,
    publicId,
    reply: JSON.stringify({ submission: publicId }),
    lead: lead.id,
    visitor: null,
    state,
    agreement: null,
    final: true,
    suspicion: { reasons: [], unchecked: [] },
    consent: null,
    address: null,
    unfinishedEmail: null,
    now: life.createdAt,
  });
  const handoff = storeHandoff(context, past, lead.id, submission);
  const wasLatest = latestStep(context, lead);
  const steps = [...life.changes, ...end.after];
  for (const { stage, at, dated } of steps) storeStep(context, lead.id, past, stage, at, dated);
  sql.run(
    `INSERT INTO history_rows (submission, import, handoff, steps) VALUES (?, ?, ?, ?)`,
    submission,
    from,
    handoff,
    JSON.stringify(steps.map(({ stage, at }) => [at, stage])),
  );

  const joining = underMain(lead, email, told);
  const both = isOlder
    ? withEarlier(found.attributes, joining, toldBefore, life.createdAt)
    : { ...found?.attributes, ...joining };
  const attributes = withDerived(context, lead.email, both);
  const visit = found !== null && isOlder ? found.visit : past.visit;
  const merged: Lead = { ...lead, attributes, visit, domain: companyDomainOf(attributes) };
  // Where it stands is what happened last; what waits for a verdict waits.
  const isLast = wasLatest === null || (steps.length > 0 && end.lastAt >= wasLatest);
  const stands = lead.handoff === null && isLast;
  storeMerged(context, { found, merged, stands: stands ? end : null, isOlder, state, past });
  return { kind: 'taken' };
}

function answersOf({ documents }: Context, past: PastLead) {
  const published = documents.published(historyForm);
  if (published === null) throw new Error('Leads from history have their form.');
  const arrival = { answers: past.attributes, visit: past.visit };
  const checked = takeAnswers(published, arrival, {
    ...askingOf(published, null, past.attributes),
    partial: false,
  });
  return checked.ok ? { ...checked, published } : checked;
}

function ofAttributes({ path, ...issue }: Issue): Issue {
  return { ...issue, path: path[0] === 'answers' ? ['attributes', ...path.slice(1)] : path };
}

function arrivalOf(past: PastLead, secret: string): Arrival {
  return {
    form: historyForm,
    secret,
    version: null,
    final: true,
    answers: past.attributes,
    visitor: null,
    visit: past.visit,
    journal: past.visit,
    behaviours: [],
    language: null,
    trapped: false,
    elapsed: null,
    proof: null,
    turnstile: null,
    block: null,
    origin: null,
  };
}

function hasToldSince({ parts }: Context, lead: Lead, at: number): boolean {
  const row = first(
    parts.sql,
    `SELECT 1 FROM submissions WHERE lead = ? AND at > ? AND final = 1 LIMIT 1`,
    lead.id,
    at,
  );
  return row !== null;
}

function latestStep({ parts }: Context, lead: Lead): number | null {
  const row = first(parts.sql, `SELECT max(at) AS at FROM stage_changes WHERE lead = ?`, lead.id);
  return row === null ? null : numberOrNull(row, 'at');
}

const noScore = JSON.stringify({ fit: 0, engagement: 0, intent: 0, total: 0, reasons: [] });

/** Closed from the start: no clock, no deadline, and nobody has it. Agreement 0: it was before there was one. */
function storeHandoff(context: Context, past: PastLead, lead: number, submission: number): number | null {
  const { handoff } = past.life;
  if (handoff === null) return null;
  const { parts, rows } = context;
  const id = rows.next('handoffs');
  const { verdict, touchedAt, at } = handoff;
  parts.sql.run(
    `INSERT INTO handoffs (id, public_id, lead, submission, owner, why, tier, score, agreement, at, delivered_at,
       touched_at, ended_at, verdict, verdict_by, verdict_at, reason, author)
     VALUES (?, ?, ?, ?, ?, 'From history.', '', '${noScore}', 0, ?, ?, ?, ?, ?, ?, ?, ?, '${historyAuthor}')`,
    id,
    parts.ids.next('hand', at),
    lead,
    submission,
    past.owner ?? '',
    at,
    touchedAt === null ? null : at,
    touchedAt,
    verdict === null ? past.life.lastAt : null,
    verdict?.kind ?? null,
    verdict === null ? null : historyAuthor,
    verdict?.at ?? null,
    verdict?.kind === 'rejected' ? past.reason : null,
  );
  return id;
}

function storeStep(
  { parts }: Context,
  lead: number,
  { amount, currency, reason }: PastLead,
  stage: string,
  at: number,
  dated: boolean,
): void {
  const isDeal = stage === 'opportunity' || stage === 'won';
  const isEnd = stage === 'won' || stage === 'lost';
  parts.sql.run(
    `INSERT INTO stage_changes (lead, at, stage, author, agreement, amount, currency, reason, dated)
     VALUES (?, ?, ?, '${historyAuthor}', NULL, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    lead,
    at,
    stage,
    isDeal ? amount : null,
    isDeal ? currency : null,
    isEnd ? reason : null,
    dated ? 1 : 0,
  );
}

type Merging = {
  readonly found: Lead | null;
  readonly merged: Lead;
  /** Where it stands now; null: where it stood. */
  readonly stands: PastEnd | null;
  readonly isOlder: boolean;
  readonly state: LedgerState;
  readonly past: PastLead;
};

function storeMerged({ parts }: Context, { found, merged, stands, isOlder, state, past }: Merging): void {
  const { sql } = parts;
  const before = first(sql, `SELECT updated_at, ledger FROM leads WHERE id = ?`, merged.id);
  const lead: Lead =
    stands === null
      ? merged
      : {
          ...merged,
          stage: stands.stage,
          owner: stands.owner ?? merged.owner,
          everHandedOff: merged.everHandedOff || stands.everHandedOff,
          rejectedAt: stands.rejectedAt,
          dipped: false,
        };
  const updatedAt = Math.max(before === null ? 0 : number(before, 'updated_at'), past.life.lastAt);
  storeLead(sql, lead, null, updatedAt, { form: historyForm, state });
  sql.run(
    `UPDATE leads SET created_at = min(created_at, ?), ledger = ? WHERE id = ?`,
    past.life.createdAt,
    isOlder && before !== null ? textOrNull(before, 'ledger') : state,
    lead.id,
  );
  // Scored with all others of an earlier version, once there is a later one.
  if (found === null || JSON.stringify(found.attributes) !== JSON.stringify(lead.attributes))
    sql.run(`UPDATE leads SET agreement = 0 WHERE id = ?`, lead.id);
  if (stands === null) return;
  sql.run(
    `UPDATE leads SET contacted_at = ?, amount = ?, currency = ?, outcome_reason = ? WHERE id = ?`,
    stands.contactedAt,
    past.amount,
    past.currency,
    stands.isOver ? past.reason : null,
    lead.id,
  );
}
