// All that is kept of one person, row by row, for whoever has to show it to them. Secrets of browsers and of Baton are
// left out, and so is what opens a verdict: they are not to answer for sales; nor is the address told that opens a chat.
// Everything else is told as it stands.
import { shownAddress } from '../chat-address.ts';
import type { Context } from '../context.ts';
import { leadByRef } from '../leads.ts';
import { text, type Row } from '../sql.ts';
import { done, unknown, type HandAnswer } from './answer.ts';
import { iso } from '../instants.ts';
import { withoutVerdictLinks } from '../verdict-links.ts';
import { addressesOf, auditRows, personalTables, strayRows } from './personal-rows.ts';

export function exportLead(context: Context, id: string): HandAnswer {
  const { parts } = context;
  const lead = leadByRef(parts.sql, id);
  if (lead === null) return unknown('lead');
  const tables: Record<string, readonly object[]> = {};
  for (const { table, where, hidden = [] } of personalTables) {
    const all = parts.sql.all(`SELECT * FROM ${table} WHERE ${where}`, lead.id);
    const rows = table === 'deliveries' ? all.map(withShownTarget) : all;
    const strays = table === 'submissions' ? strayRows(context, addressesOf(parts.sql, lead)) : [];
    tables[table] = [...rows, ...strays].map((row) => shown(row, hidden));
  }
  tables['audit'] = auditRows(parts.sql, lead).map((row) => shown(row, []));
  return done({ lead: id, exportedAt: iso(parts.now()), tables });
}

function withShownTarget(row: Row): Row {
  return { ...row, target: shownAddress(text(row, 'channel'), text(row, 'target')) };
}

/** Row ids and JSON in columns are of no use to a reader: the one is left out, the other is read. */
function shown(row: Row, hidden: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !hidden.includes(column) && column !== 'id')
      .map(([column, value]) => [column, read(value)]),
  );
}

function read(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const shared = withoutVerdictLinks(value);
  if (!/^[[{]/.test(shared)) return shared;
  try {
    return JSON.parse(shared);
  } catch {
    // A text of theirs that only begins like JSON.
    return shared;
  }
}
