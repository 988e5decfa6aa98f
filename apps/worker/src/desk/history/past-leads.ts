// Past leads as they are counted: whose outcome is known, whence they came, what was told of them. Read some thousand at a
// time, so that visitors get their turn in between.
import type { Sql } from '../sql.ts';
import { number, numberOrNull, record, text, textOrNull } from '../sql.ts';
import { historyForm } from './take-past.ts';

export type CountedLead = {
  readonly id: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly visit: Readonly<Record<string, unknown>>;
  readonly source: string | null;
  readonly createdAt: number;
  /** Null: what becomes of it is open. A rejected lead was not won. */
  readonly isWon: boolean | null;
};

const stride = 500;

/** The next ones after a row, every so-manieth; fewer than asked for when there are no more. */
export function readPast(
  sql: Sql,
  after: number,
  every = 1,
): { readonly leads: CountedLead[]; readonly isLast: boolean } {
  const rows = sql.all(
    `SELECT id, attributes, visit, source, stage, rejected_at, created_at FROM leads
     WHERE id > ? AND id % ? = 0 AND instr(forms, ?) > 0 ORDER BY id LIMIT ?`,
    after,
    every,
    ` ${historyForm} `,
    stride,
  );
  return {
    isLast: rows.length < stride,
    leads: rows.map((row) => {
      const stage = text(row, 'stage');
      const isLost = stage === 'lost' || (stage === 'lead' && numberOrNull(row, 'rejected_at') !== null);
      return {
        id: number(row, 'id'),
        attributes: record(row, 'attributes'),
        visit: record(row, 'visit'),
        source: textOrNull(row, 'source'),
        createdAt: number(row, 'created_at'),
        isWon: stage === 'won' ? true : isLost ? false : null,
      };
    }),
  };
}
