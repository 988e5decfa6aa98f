// What marketing says it spent: by source and month, in one currency each. A row that is told anew replaces what stood
// there; nothing spent takes the row away. Who told what is in the audit.
import type { Spend } from '@baton/review';
import { recordChange } from '../audit.ts';
import type { Parts } from '../parts.ts';
import { number, text, type Sql } from '../sql.ts';

export function allSpend(sql: Sql): Spend[] {
  return sql
    .all(`SELECT month, source, currency, amount FROM spend ORDER BY month DESC, source, currency`)
    .map((row) => ({
      month: text(row, 'month'),
      source: text(row, 'source'),
      currency: text(row, 'currency'),
      amount: number(row, 'amount'),
    }));
}

/** All or none. Those that say what stands there already change nothing. */
export function saveSpend(
  parts: Parts,
  rows: readonly Spend[],
  author: string,
): { readonly changed: number } {
  return parts.sql.transaction(() => {
    const before = new Map(allSpend(parts.sql).map((row) => [keyOf(row), row.amount]));
    const changed = [...new Map(rows.map((row) => [keyOf(row), row])).values()].filter(
      (row) => (before.get(keyOf(row)) ?? 0) !== row.amount,
    );
    for (const { month, source, currency, amount } of changed) {
      if (amount === 0) {
        parts.sql.run(
          `DELETE FROM spend WHERE month = ? AND source = ? AND currency = ?`,
          month,
          source,
          currency,
        );
        continue;
      }
      parts.sql.run(
        `INSERT INTO spend (month, source, currency, amount) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET amount = excluded.amount`,
        month,
        source,
        currency,
        amount,
      );
    }
    if (changed.length > 0) {
      recordChange(parts, author, {
        action: 'spend.changed',
        subject: 'spend',
        before: changed.map((row) => ({ ...row, amount: before.get(keyOf(row)) ?? 0 })),
        after: changed,
      });
    }
    return { changed: changed.length };
  });
}

function keyOf({ month, source, currency }: Spend): string {
  return JSON.stringify([month, source, currency]);
}
