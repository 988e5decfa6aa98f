// How often each answer was given, of what rules read: counted over the latest leads, once for an agreement and again when a
// day has passed. Whoever is asked questions by it learns nothing of anybody: it is the same for all, and is not asked about
// a lead.
import { compileDeciding, type AnswerCounts, type Deciding, type Judge } from '@baton/agreement';
import { isMissing } from '@baton/rules';
import type { Context } from './context.ts';
import { record } from './sql.ts';

/** More leads change the shares by less than they cost to read. */
const mostLeads = 5_000;
/** Values that hardly ever recur, such as names, are not worth keeping. */
const mostValues = 500;
const day = 86_400_000;

const kept = new WeakMap<Judge, { readonly at: number; readonly deciding: Deciding }>();

/** What the agreement in force says about which question decides; null: none is in force. */
export function decidingInForce({ documents, parts }: Context): Deciding | null {
  const judge = documents.inForce()?.judge;
  if (judge === undefined) return null;
  const now = parts.now();
  const known = kept.get(judge);
  if (known !== undefined && now - known.at < day) return known.deciding;
  const deciding = compileDeciding(judge.agreement, documents.all().catalogue, countAnswers(parts.sql));
  kept.set(judge, { at: now, deciding });
  return deciding;
}

function countAnswers(sql: Context['parts']['sql']): AnswerCounts {
  const counts = new Map<string, Map<string, { readonly value: unknown; count: number }>>();
  const rows = sql.all(`SELECT attributes FROM leads ORDER BY id DESC LIMIT ?`, mostLeads);
  for (const row of rows) {
    for (const [id, value] of Object.entries(record(row, 'attributes'))) {
      if (isMissing(value)) continue;
      const values = counts.get(id) ?? new Map<string, { readonly value: unknown; count: number }>();
      counts.set(id, values);
      const key = JSON.stringify(value);
      const told = values.get(key);
      if (told) told.count += 1;
      else if (values.size < mostValues) values.set(key, { value, count: 1 });
    }
  }
  return new Map([...counts].map(([id, values]) => [id, [...values.values()]]));
}
