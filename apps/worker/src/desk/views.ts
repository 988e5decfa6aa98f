// What the API shows of leads and deliveries. Reads only.
import { iso } from './instants.ts';
import { companyName, personName } from '../notify/names.ts';
import { authorName } from '../notify/stage-notice.ts';
import { shownAddress } from './chat-address.ts';
import type { Context } from './context.ts';
import { leadByEmail, leadById, leadByRef, type Lead } from './leads.ts';
import { aliasesOf } from './merging/merges.ts';
import { rowBefore } from './page-cursor.ts';
import { first, number, numberOrNull, record, text, textOrNull, type Row } from './sql.ts';
import { clockView } from './clocks/clock-view.ts';
import { handoffRow } from './handoffs.ts';

export type View = Readonly<Record<string, unknown>>;

function json(value: string | null): unknown {
  return value === null ? null : JSON.parse(value);
}

/** A page of leads, the latest first; `before` is the public id to go on from. Null when nothing has it. */
export function listLeads(
  context: Context,
  query: { readonly email: string | null; readonly limit: number; readonly before: string | null },
): { readonly leads: readonly View[]; readonly next: string | null } | null {
  const { sql } = context.parts;
  const before = rowBefore(sql, 'leads', query.before);
  if (before === null) return null;
  const rows =
    query.email === null
      ? sql.all(`SELECT id FROM leads WHERE id < ? ORDER BY id DESC LIMIT ?`, before, query.limit + 1)
      : [];
  const one = query.email === null ? null : leadByEmail(sql, query.email);
  const ids = one === null ? rows.map((row) => number(row, 'id')) : [one.id];
  const shown = ids.slice(0, query.limit).flatMap((id) => leadById(sql, id) ?? []);
  return {
    leads: shown.map((lead) => leadView(context, lead)),
    next: ids.length > query.limit ? (shown.at(-1)?.publicId ?? null) : null,
  };
}

/** One lead by its public id. */
export function leadByPublicId(context: Context, publicId: string): View | null {
  const lead = leadByRef(context.parts.sql, publicId);
  return lead === null ? null : leadView(context, lead);
}

function leadView(context: Context, lead: Lead): View {
  const { sql } = context.parts;
  const { people } = context.documents.all();
  const judged = first(sql, `SELECT * FROM leads WHERE id = ?`, lead.id);
  const version = judged === null ? null : numberOrNull(judged, 'agreement');
  const agreement =
    version === null ? null : first(sql, `SELECT version, hash FROM agreements WHERE version = ?`, version);
  const handoffs = sql
    .all(`SELECT * FROM handoffs WHERE lead = ? ORDER BY gave_way_to IS NOT NULL, at DESC, id DESC`, lead.id)
    .map(handoffRow);
  const current = handoffs[0] ?? null;
  const owner = people.get(lead.owner ?? '');
  return {
    id: lead.publicId,
    email: lead.email,
    aliases: aliasesOf(sql, lead.id).map(({ publicId, email, at, by }) => ({
      id: publicId,
      email,
      at: iso(at),
      by,
      byName: authorName(by, people),
    })),
    name: personName(lead),
    attributes: lead.attributes,
    company: { domain: lead.domain, name: companyName(lead) },
    score: judged === null ? null : json(textOrNull(judged, 'score')),
    tier: lead.tier,
    stage: lead.stage,
    contactedAt: judged === null ? null : iso(numberOrNull(judged, 'contacted_at')),
    amount: judged === null ? null : numberOrNull(judged, 'amount'),
    currency: judged === null ? null : textOrNull(judged, 'currency'),
    outcomeReason: judged === null ? null : textOrNull(judged, 'outcome_reason'),
    owner: lead.owner === null ? null : { email: lead.owner, name: owner?.name ?? lead.owner },
    deadline: current === null ? null : iso(current.deadline),
    agreement:
      agreement === null ? null : { version: number(agreement, 'version'), hash: text(agreement, 'hash') },
    visit: lead.visit,
    handoffs: handoffs.map((handoff) => ({
      id: handoff.publicId,
      owner: handoff.owner,
      why: handoff.why,
      tier: handoff.tier,
      score: handoff.score,
      agreement: handoff.agreement,
      at: iso(handoff.at),
      deadline: iso(handoff.deadline),
      ...clockView(handoff),
      verdict: handoff.verdict === null ? null : { ...handoff.verdict, at: iso(handoff.verdict.at) },
    })),
    stages: sql.all(`SELECT * FROM stage_changes WHERE lead = ? ORDER BY at`, lead.id).map((row) => ({
      stage: text(row, 'stage'),
      at: iso(number(row, 'at')),
      author: text(row, 'author'),
      agreement: numberOrNull(row, 'agreement'),
      amount: numberOrNull(row, 'amount'),
      currency: textOrNull(row, 'currency'),
      reason: textOrNull(row, 'reason'),
      corrected: number(row, 'corrected') === 1,
    })),
    submissions: sql
      .all(`SELECT * FROM submissions WHERE lead = ? ORDER BY at, id`, lead.id)
      .map((row) => submissionView(row, context.parts.now())),
    createdAt: iso(lead.createdAt),
    updatedAt: judged === null ? null : iso(number(judged, 'updated_at')),
  };
}

/** An unfinished submission that nobody has touched for so long was given up, ms. */
const abandonedAfter = 30 * 60_000;

/** Whoever began it has sent the form since then, under another id: after a refusal, or from another browser. */
const isSentSince = `EXISTS (SELECT 1 FROM leads person JOIN submissions sent ON sent.lead = person.id
  WHERE person.email = s.unfinished_email AND sent.form = s.form AND sent.final = 1 AND sent.at >= s.updated_at)`;

function submissionView(row: Row, now: number): View {
  const { facts, ...visit } = record(row, 'visit');
  const final = number(row, 'final') === 1;
  return {
    id: text(row, 'public_id'),
    form: text(row, 'form'),
    version: number(row, 'version'),
    final,
    abandoned:
      row['unfinished_email'] !== null &&
      row['sent_since'] !== 1 &&
      now - number(row, 'updated_at') >= abandonedAfter,
    state: textOrNull(row, 'state'),
    agreement: numberOrNull(row, 'agreement'),
    ...suspicionView(row),
    looked: textOrNull(row, 'looked'),
    lookedBy: textOrNull(row, 'looked_by'),
    lookedAt: iso(numberOrNull(row, 'looked_at')),
    answers: record(row, 'answers'),
    consent: json(textOrNull(row, 'consent')),
    visit: facts === undefined ? visit : { ...visit, facts },
    at: iso(number(row, 'at')),
  };
}

/** What spoke against a submission, and what could not be looked at. */
function suspicionView(row: Row): View {
  return row['why'] === null ? { reasons: [], unchecked: [] } : record(row, 'why');
}

/** Submissions, all or those of one state of the ledger or those that were abandoned; the latest first. */
export function listSubmissions(
  context: Context,
  query: {
    readonly state: string | null;
    /** Only those that nobody has looked at, or that were confirmed or released. */
    readonly looked?: 'no' | 'confirmed' | 'released' | null;
    readonly limit: number;
    readonly before: string | null;
  },
): { readonly submissions: readonly View[]; readonly next: string | null } | null {
  const { sql } = context.parts;
  const before = rowBefore(sql, 'submissions', query.before);
  if (before === null) return null;
  const { state } = query;
  const [which, value] =
    state === 'abandoned'
      ? [
          `s.final = 0 AND s.unfinished_email IS NOT NULL AND s.updated_at <= ? AND NOT ${isSentSince}`,
          context.parts.now() - abandonedAfter,
        ]
      : [state === null ? '? IS NULL' : 's.state = ?', state];
  const rows = sql.all(
    `SELECT s.*, l.public_id AS lead_id, s.unfinished_email IS NOT NULL AND ${isSentSince} AS sent_since
     FROM submissions s LEFT JOIN leads l ON l.id = s.lead
     WHERE s.id < ? AND ${which} AND (? IS NULL OR coalesce(s.looked, 'no') = ?)
       ${state === 'quarantined' ? `AND s.state = 'quarantined'` : ''} ORDER BY s.id DESC LIMIT ?`,
    before,
    value,
    query.looked ?? null,
    query.looked ?? null,
    query.limit + 1,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    submissions: shown.map((row) => ({
      ...submissionView(row, context.parts.now()),
      lead: textOrNull(row, 'lead_id'),
    })),
    next: rows.length > query.limit && last !== undefined ? text(last, 'public_id') : null,
  };
}

/** A page of deliveries with every try, the latest first. */
export function listDeliveries(
  context: Context,
  query: {
    readonly state: string | null;
    readonly lead: string | null;
    readonly submission: string | null;
    readonly destination: string | null;
    readonly limit: number;
    readonly before: string | null;
  },
): { readonly deliveries: readonly View[]; readonly next: string | null } | null {
  const { sql } = context.parts;
  const before = rowBefore(sql, 'deliveries', query.before);
  if (before === null) return null;
  // Said in the words of the index on what was given up, which SQLite then uses.
  const givenUp = query.state === 'dead' || query.state === 'disabled';
  const rows = sql.all(
    `SELECT d.*, l.public_id AS lead_id, s.public_id AS submission_id, h.public_id AS handoff_id, due.at AS next_at
     FROM deliveries d
     LEFT JOIN leads l ON l.id = d.lead
     LEFT JOIN submissions s ON s.id = d.submission
     LEFT JOIN handoffs h ON h.id = d.handoff
     LEFT JOIN due ON due.kind = 'delivery' AND due.subject = d.id
     WHERE d.id < ? AND (? IS NULL OR d.state = ?) AND (? IS NULL OR l.public_id = ?) AND (? IS NULL OR s.public_id = ?)
       ${givenUp ? `AND d.state IN ('dead', 'disabled')` : ''}
       ${query.destination === null ? 'AND ? IS NULL' : 'AND d.destination = ?'}
     ORDER BY d.id DESC LIMIT ?`,
    before,
    query.state,
    query.state,
    query.lead,
    query.lead,
    query.submission,
    query.submission,
    query.destination,
    query.limit + 1,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    deliveries: shown.map((row) => deliveryView(context, row)),
    next: rows.length > query.limit && last !== undefined ? text(last, 'public_id') : null,
  };
}

function deliveryView(context: Context, row: Row): View {
  const attempts = context.parts.sql.all(
    `SELECT * FROM attempts WHERE delivery = ? ORDER BY number`,
    number(row, 'id'),
  );
  return {
    id: text(row, 'public_id'),
    type: text(row, 'type'),
    channel: text(row, 'channel'),
    destination: textOrNull(row, 'destination'),
    to: shownAddress(text(row, 'channel'), text(row, 'target')),
    lead: textOrNull(row, 'lead_id'),
    handoff: textOrNull(row, 'handoff_id'),
    submission: textOrNull(row, 'submission_id'),
    state: text(row, 'state'),
    createdAt: iso(number(row, 'created_at')),
    settledAt: iso(numberOrNull(row, 'settled_at')),
    nextAt: iso(numberOrNull(row, 'next_at')),
    attempts: attempts.map((attempt) => ({
      number: number(attempt, 'number'),
      at: iso(number(attempt, 'at')),
      milliseconds: number(attempt, 'milliseconds'),
      status: numberOrNull(attempt, 'status'),
      error: textOrNull(attempt, 'error'),
    })),
  };
}
