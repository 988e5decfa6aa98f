// The versions of the agreement as rows, from proposal to end, and who put each on the table. Decides what state one is
// in at an instant; changes nothing.
import type { Context } from '../context.ts';
import { first, number, numberOrNull, text, textOrNull, type Row, type Sql } from '../sql.ts';
import { agreementStates, endings, sides, type AgreementState, type Ending, type Side } from './states.ts';

export type VersionRow = {
  readonly version: number;
  readonly hash: string;
  readonly state: AgreementState;
  /** The version in force when it was proposed. */
  readonly base: number | null;
  /** As the audit names them. */
  readonly proposedBy: string;
  /** Null: proposed by nobody's side, such as by an import. */
  readonly party: Side | null;
  readonly proposedAt: number;
  readonly note: string | null;
  /** The proposal that it was made instead of. */
  readonly answers: number | null;
  /** From then on it cannot be signed; null: it stays until something ends it. */
  readonly expiresAt: number | null;
  readonly inForceAt: number | null;
  readonly endedAt: number | null;
  readonly endedBy: string | null;
  readonly endedWhy: Ending | null;
  readonly reviewedAt: number | null;
  readonly reviewedBy: string | null;
};

export type GivenSignature = {
  readonly party: Side;
  /** E-mail. */
  readonly by: string;
  readonly hash: string;
  readonly at: number;
};

export function versionRow(row: Row): VersionRow {
  return {
    version: number(row, 'version'),
    hash: text(row, 'hash'),
    state: oneOf(agreementStates, text(row, 'state')),
    base: numberOrNull(row, 'base'),
    proposedBy: text(row, 'proposed_by'),
    party: nullable(sides, row, 'party'),
    proposedAt: number(row, 'proposed_at'),
    note: textOrNull(row, 'note'),
    answers: numberOrNull(row, 'answers'),
    expiresAt: numberOrNull(row, 'expires_at'),
    inForceAt: numberOrNull(row, 'in_force_at'),
    endedAt: numberOrNull(row, 'ended_at'),
    endedBy: textOrNull(row, 'ended_by'),
    endedWhy: nullable(endings, row, 'ended_why'),
    reviewedAt: numberOrNull(row, 'reviewed_at'),
    reviewedBy: textOrNull(row, 'reviewed_by'),
  };
}

function oneOf<T extends string>(all: readonly T[], value: string): T {
  const known = all.find((one) => one === value);
  if (known === undefined) throw new Error(`Stored is "${value}", which is none of ${all.join(', ')}.`);
  return known;
}

function nullable<T extends string>(all: readonly T[], row: Row, column: string): T | null {
  const value = textOrNull(row, column);
  return value === null ? null : oneOf(all, value);
}

/** A version with its documents; null when there is none. */
export function storedVersion(
  sql: Sql,
  version: number,
): { readonly row: Row; readonly version: VersionRow } | null {
  const row = first(sql, `SELECT * FROM agreements WHERE version = ?`, version);
  return row === null ? null : { row, version: versionRow(row) };
}

/** The version that is said to be in force, sound or not. */
export function versionInForce(sql: Sql): VersionRow | null {
  const row = first(sql, `SELECT * FROM agreements WHERE state = 'in_force'`);
  return row === null ? null : versionRow(row);
}

export function openProposals(sql: Sql): VersionRow[] {
  return sql
    .all(`SELECT * FROM agreements WHERE state = 'proposed' ORDER BY version DESC`)
    .map((row) => versionRow(row));
}

/** A proposal whose time is over is expired from that instant, whenever the alarm comes to say so. */
export function isOver({ state, expiresAt }: VersionRow, now: number): boolean {
  return state === 'proposed' && expiresAt !== null && now >= expiresAt;
}

/** Signatures over a hash, the earliest first. */
export function signaturesOf(sql: Sql, { version, hash }: VersionRow): GivenSignature[] {
  return sql
    .all(
      `SELECT * FROM signatures WHERE agreement = ? AND hash = ? AND party IN ('marketing', 'sales')
       ORDER BY at, party`,
      version,
      hash,
    )
    .map((row) => ({
      party: oneOf(sides, text(row, 'party')),
      by: text(row, 'person'),
      hash: text(row, 'hash'),
      at: number(row, 'at'),
    }));
}

export function nextVersion(sql: Sql): number {
  const last = first(sql, `SELECT coalesce(max(version), 0) AS version FROM agreements`);
  return (last === null ? 0 : number(last, 'version')) + 1;
}

/** Who wrote something: their address where it is a person, else how the audit names them; and what they are called. */
export function saidBy(
  { documents }: Pick<Context, 'documents'>,
  author: string,
): { readonly by: string; readonly name: string } {
  if (author === 'owner') return { by: author, name: 'The owner key' };
  if (author === 'baton') return { by: author, name: 'Baton' };
  if (!author.startsWith('person:')) return { by: author, name: 'A program' };
  const by = author.slice('person:'.length);
  return { by, name: documents.all().people.get(by)?.name ?? by };
}
