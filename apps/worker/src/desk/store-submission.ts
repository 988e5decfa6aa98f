// How a submission is written down: its own immutable row, what it told of the lead, and what this browser told.
import type { Answers } from '@baton/form';
import type { Arrival } from './arrival.ts';
import type { Context } from './context.ts';
import type { PublishedVersion } from './documents.ts';
import type { LedgerState } from './ledger.ts';
import { first, number, text } from './sql.ts';

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
  readonly now: number;
};

/** Stored in the transaction of the arrival. */
export function storeSubmission(
  context: Context,
  arrival: Arrival,
  published: PublishedVersion,
  answers: Answers,
  row: SubmissionRow,
): number {
  const stored = first(
    context.parts.sql,
    `INSERT INTO submissions (public_id, secret, form, version, final, lead, visitor, answers, visit, state, agreement, reply, at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (secret) DO UPDATE SET form = excluded.form, version = excluded.version, final = excluded.final,
       lead = excluded.lead, visitor = excluded.visitor, answers = excluded.answers, visit = excluded.visit,
       state = excluded.state, agreement = excluded.agreement, reply = excluded.reply, updated_at = excluded.updated_at
     RETURNING id`,
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
    row.reply,
    row.now,
    row.now,
  );
  if (stored === null) throw new Error('A stored submission did not come back.');
  return number(stored, 'id');
}

/** Stored in the transaction of the arrival. */
export function storeTold(
  context: Context,
  lead: number,
  row: number,
  told: Record<string, unknown>,
  now: number,
): void {
  for (const [attribute, value] of Object.entries(told)) {
    context.parts.sql.run(
      `INSERT INTO told (lead, attribute, submission, value, at) VALUES (?, ?, ?, ?, ?)`,
      lead,
      attribute,
      row,
      JSON.stringify(value),
      now,
    );
  }
}

/** Stored in the transaction of the arrival. */
export function storeVisitor(
  context: Context,
  token: string,
  lead: number,
  attributes: Readonly<Record<string, unknown>>,
  now: number,
): void {
  context.parts.sql.run(
    `INSERT INTO visitors (token, lead, attributes, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (token) DO UPDATE SET attributes = excluded.attributes`,
    token,
    lead,
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
