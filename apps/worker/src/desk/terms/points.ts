// Recent leads as points on the plane of fit and intent, and along the score. Reads what is stored; judges nothing.
import { personName } from '../../notify/names.ts';
import type { Context } from '../context.ts';
import { leadById } from '../leads.ts';
import { number, record, text } from '../sql.ts';

/** The leads that changed last and have a score, the latest first. */
export function recentPoints(
  { parts }: Context,
  limit: number,
): readonly Readonly<Record<string, unknown>>[] {
  const { sql } = parts;
  const rows = sql.all(
    `SELECT id, public_id, score, total, tier, stage FROM leads WHERE score IS NOT NULL ORDER BY id DESC LIMIT ?`,
    limit,
  );
  return rows.map((row) => {
    const lead = leadById(sql, number(row, 'id'));
    const { fit, engagement, intent } = record(row, 'score');
    return {
      lead: text(row, 'public_id'),
      name: lead === null ? '' : personName(lead),
      fit,
      engagement,
      intent,
      total: number(row, 'total'),
      tier: text(row, 'tier'),
      stage: text(row, 'stage'),
    };
  });
}
