// Browsers that have sent something: a random token, whose lead it is, and what this browser itself has told.
import type { Context } from './context.ts';
import { first, number, record } from './sql.ts';

export type Visitor = {
  readonly token: string;
  readonly lead: number;
  /** By attribute id; never what others told about the same address. */
  readonly attributes: Readonly<Record<string, unknown>>;
};

export function visitorByToken(context: Context, token: string | null): Visitor | null {
  if (token === null) return null;
  const row = first(context.parts.sql, `SELECT lead, attributes FROM visitors WHERE token = ?`, token);
  return row === null ? null : { token, lead: number(row, 'lead'), attributes: record(row, 'attributes') };
}
