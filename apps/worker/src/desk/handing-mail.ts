// The mail that handed a lead to somebody: what they are told of it later answers that one, so that mail readers keep all
// of it together.
import type { Context } from './context.ts';
import type { Lead } from './leads.ts';
import { first, text } from './sql.ts';

/** Null where none did. */
export function handingMail(context: Context, lead: Lead, owner: string): string | null {
  const row = first(
    context.parts.sql,
    `SELECT public_id FROM deliveries WHERE lead = ? AND type = 'lead.handed_off' AND channel = 'email' AND target = ?
     ORDER BY id DESC LIMIT 1`,
    lead.id,
    owner,
  );
  return row === null ? null : text(row, 'public_id');
}
