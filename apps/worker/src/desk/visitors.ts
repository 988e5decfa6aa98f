// Browsers that have sent something: a random token, whose lead it is, and what this browser itself has told.
import type { Context } from './context.ts';
import { leadById } from './leads.ts';
import { first, number, record, textOrNull } from './sql.ts';

export type Visitor = {
  readonly token: string;
  readonly lead: number;
  /** What this browser told, where it is another address of its lead; null: the lead's own. */
  readonly address: string | null;
  /** By attribute id; never what others told about the same address. */
  readonly attributes: Readonly<Record<string, unknown>>;
};

/** What is known of a browser by its token. */
export const visitorOfToken = `SELECT lead, address, attributes FROM visitors WHERE token = ?`;

export function visitorByToken(context: Context, token: string | null): Visitor | null {
  if (token === null) return null;
  const row = first(context.parts.sql, visitorOfToken, token);
  if (row === null) return null;
  const attributes = record(row, 'attributes');
  return { token, lead: number(row, 'lead'), address: textOrNull(row, 'address'), attributes };
}

/** The address that a browser's token stands for: the one that it told, whatever lead that is under now. */
export function addressByToken(context: Context, visitor: Visitor | null): string | null {
  if (visitor === null) return null;
  const lead = leadById(context.parts.sql, visitor.lead);
  return lead === null ? null : (visitor.address ?? lead.email);
}
