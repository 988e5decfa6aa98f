// How a submission is written down: its own immutable row, which is also the history of its lead, and what this
// browser told.
import type { Answers } from '@baton/form';
import type { Arrival } from './arrival.ts';
import type { ConsentRecord } from './consent.ts';
import type { Context } from './context.ts';
import type { Lead } from './leads.ts';
import type { PublishedVersion } from './published-version.ts';
import type { LedgerState } from './ledger.ts';
import { countAccepted } from './ledger-balance.ts';
import { first, number, text, type Sql } from './sql.ts';
import type { Suspicion } from './suspicion.ts';

/** The row that an unfinished submission with the same secret has already. */
export type KnownRow = { readonly id: number; readonly reply: string } | null;

export type SubmissionRow = {
  readonly known: KnownRow;
  readonly publicId: string;
  readonly reply: string;
  readonly lead: number | null;
  readonly visitor: string | null;
  readonly state: LedgerState | null;
  readonly agreement: number | null;
  readonly final: boolean;
  /** What spoke against it, and what could not be looked at. */
  readonly suspicion: Suspicion;
  /** What was agreed to. */
  readonly consent: ConsentRecord | null;
  /** Whose it is, while no lead has it: as told, or as its browser's token stands for. */
  readonly address: string | null;
  /** Whose it will be, while it is not final. */
  readonly unfinishedEmail: string | null;
  readonly now: number;
};

/** Stored in the transaction of the arrival. Gives its row. */
export function storeSubmission(
  context: Context,
  arrival: Arrival,
  published: PublishedVersion,
  answers: Answers,
  row: SubmissionRow,
): number {
  const { sql } = context.parts;
  const wasFinal = row.known !== null && isFinal(sql, row.known.id);
  // What was begun some day and is finished now was told now: its row stands behind all that came in between.
  const isFinished = row.known !== null && row.final && !wasFinal;
  if (isFinished) sql.run(`DELETE FROM submissions WHERE id = ?`, row.known.id);
  const id = row.known === null || isFinished ? context.rows.next('submissions') : row.known.id;
  sql.run(
    `INSERT INTO submissions (id, public_id, secret, form, version, final, lead, visitor, answers, visit, state, agreement, why, consent, address, unfinished_email, reply, at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET form = excluded.form, version = excluded.version, final = excluded.final,
       lead = excluded.lead, visitor = excluded.visitor, answers = excluded.answers, visit = excluded.visit,
       state = excluded.state, agreement = excluded.agreement, why = excluded.why,
       consent = excluded.consent, address = excluded.address, unfinished_email = excluded.unfinished_email, reply = excluded.reply, updated_at = excluded.updated_at`,
    id,
    row.publicId,
    arrival.secret,
    published.form.id,
    published.version,
    row.final ? 1 : 0,
    row.lead,
    row.visitor,
    JSON.stringify(answers),
    JSON.stringify({ ...arrival.journal, facts: arrival.visit }),
    row.state,
    row.agreement,
    noted(row.suspicion),
    row.consent === null ? null : JSON.stringify(row.consent),
    row.address,
    row.unfinishedEmail,
    row.reply,
    row.now,
    row.now,
  );
  // What was put aside is final before it is taken up.
  if (row.final && !wasFinal) countAccepted(context, row.now);
  return id;
}

function isFinal(sql: Sql, id: number): boolean {
  const row = first(sql, `SELECT final FROM submissions WHERE id = ?`, id);
  if (row === null) throw new Error('A stored submission is gone.');
  return number(row, 'final') === 1;
}

function noted({ reasons, unchecked }: Suspicion): string | null {
  return reasons.length + unchecked.length === 0 ? null : JSON.stringify({ reasons, unchecked });
}

/** What was stored of a submission, by its public id; of one that is not there, nothing. */
export function answersOf(sql: Sql, submission: string): Answers {
  const row = first(sql, `SELECT answers FROM submissions WHERE public_id = ?`, submission);
  return row === null ? {} : JSON.parse(text(row, 'answers'));
}

/**
 * Stored in the transaction of the arrival.
 * @param email what this browser told, which may be another address of the lead
 */
export function storeVisitor(
  context: Context,
  token: string,
  lead: Pick<Lead, 'id' | 'email'>,
  email: string,
  attributes: Readonly<Record<string, unknown>>,
  now: number,
): void {
  context.parts.sql.run(
    `INSERT INTO visitors (token, lead, address, attributes, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (token) DO UPDATE SET attributes = excluded.attributes`,
    token,
    lead.id,
    email === lead.email ? null : email,
    JSON.stringify(attributes),
    now,
  );
}

/** The id that is shown of a stored submission. */
export function publicIdOf(context: Context, id: number): string {
  const row = first(context.parts.sql, `SELECT public_id FROM submissions WHERE id = ?`, id);
  if (row === null) throw new Error('A stored submission is gone.');
  return text(row, 'public_id');
}
