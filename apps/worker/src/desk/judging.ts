// The Desk's side of judging: it gathers what is known of a lead and asks the agreement. It decides nothing.
import { occurrenceKey, type Judgement, type LeadFacts, type Occurrence } from '@baton/agreement';
import type { InForce } from './documents.ts';
import type { Lead } from './leads.ts';
import { number, text, type Sql } from './sql.ts';

/** All that a lead is known to have done, each once, however many have reported it. */
export const occurrencesOfLead = `SELECT DISTINCT what, at FROM occurrences WHERE lead = ?`;

/** Occurrences of a lead, or of one visitor alone. */
export function occurrencesOf(sql: Sql, lead: number, visitor: string | null = null): Occurrence[] {
  const rows =
    visitor === null
      ? sql.all(occurrencesOfLead, lead)
      : sql.all(`SELECT what, at FROM occurrences WHERE lead = ? AND visitor = ?`, lead, visitor);
  return rows.map((row) => {
    const what = text(row, 'what');
    const at = number(row, 'at');
    return what.startsWith('e:') ? { event: what.slice(2), at } : { path: what.slice(2), at };
  });
}

/** Stores occurrences, each once for whoever reports it, however often they do. */
export function addOccurrences(
  sql: Sql,
  lead: number,
  visitor: string,
  occurrences: readonly Occurrence[],
  now: number,
): void {
  for (const occurrence of occurrences) {
    sql.run(
      `INSERT INTO occurrences (lead, what, at, visitor, known_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      lead,
      occurrence.event === undefined ? `p:${occurrence.path ?? ''}` : `e:${occurrence.event}`,
      occurrence.at,
      visitor,
      now,
    );
  }
}

/** The occurrences of both lists, each once. */
export function joinOccurrences(
  known: readonly Occurrence[],
  added: readonly Occurrence[],
): readonly Occurrence[] {
  if (added.length === 0) return known;
  return [...new Map([...known, ...added].map((one) => [occurrenceKey(one), one])).values()];
}

/** What the agreement reads of a lead. */
export function leadFacts(lead: Lead, occurrences: readonly Occurrence[]): LeadFacts {
  return { attributes: lead.attributes, occurrences, visit: lead.visit };
}

/** A judgement in the form the lead's row keeps. */
export function storedScore(
  inForce: InForce,
  judgement: Judgement,
): { readonly score: string; readonly total: number; readonly agreement: number } {
  return { score: JSON.stringify(judgement.score), total: judgement.score.total, agreement: inForce.version };
}
