// All leads, each as one line: who they are, whence they came, where they stand, and their score. In the order of their rows.
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { number, numberOrNull, record, text, textOrNull, type Row } from '../sql.ts';
import type { Page } from './pages.ts';

/** Lines of one page. */
const pageLines = 500;

/** @param after the row that the page before ended with */
export function leadLines({ parts }: Context, after: number): Page<number> {
  const rows = parts.sql.all(
    `SELECT id, public_id, email, attributes, visit, domain, score, total, tier, agreement, stage, owner, contacted_at,
       amount, currency, outcome_reason, forms, created_at, updated_at
     FROM leads WHERE id > ? ORDER BY id LIMIT ?`,
    after,
    pageLines,
  );
  const last = rows.at(-1);
  return {
    lines: rows.map(leadLine),
    next: last === undefined || rows.length < pageLines ? null : number(last, 'id'),
  };
}

function leadLine(row: Row): Readonly<Record<string, unknown>> {
  const score = textOrNull(row, 'score') === null ? {} : record(row, 'score');
  const visit = record(row, 'visit');
  return {
    id: text(row, 'public_id'),
    email: text(row, 'email'),
    attributes: record(row, 'attributes'),
    company: textOrNull(row, 'domain'),
    source: visit['utm_source'] ?? visit['referrer_host'] ?? null,
    medium: visit['utm_medium'] ?? null,
    campaign: visit['utm_campaign'] ?? null,
    forms: text(row, 'forms').split(' ').filter(Boolean),
    stage: text(row, 'stage'),
    owner: textOrNull(row, 'owner'),
    tier: textOrNull(row, 'tier'),
    total: numberOrNull(row, 'total'),
    fit: score['fit'] ?? null,
    engagement: score['engagement'] ?? null,
    intent: score['intent'] ?? null,
    agreement: judgedBy(row),
    createdAt: iso(number(row, 'created_at')),
    updatedAt: iso(number(row, 'updated_at')),
    contactedAt: iso(numberOrNull(row, 'contacted_at')),
    amount: numberOrNull(row, 'amount'),
    currency: textOrNull(row, 'currency'),
    reason: textOrNull(row, 'outcome_reason'),
  };
}

/** 0: not yet judged by any. */
function judgedBy(row: Row): number | null {
  const agreement = numberOrNull(row, 'agreement');
  return agreement === 0 ? null : agreement;
}
