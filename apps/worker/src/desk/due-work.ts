// The one table of things that have their hour. The alarm is always set to the earliest of them.
import { first, number, text, type Sql } from './sql.ts';

export type DueKind = 'delivery' | 'judge' | 'rescore';
export type DueItem = { readonly kind: DueKind; readonly subject: number; readonly at: number };

const kinds = ['delivery', 'judge', 'rescore'] as const satisfies readonly DueKind[];

/** Puts one thing on the list, or moves it to another instant. */
export function setDue(sql: Sql, kind: DueKind, subject: number, at: number): void {
  sql.run(
    `INSERT INTO due (kind, subject, at) VALUES (?, ?, ?) ON CONFLICT (kind, subject) DO UPDATE SET at = excluded.at`,
    kind,
    subject,
    at,
  );
}

export function clearDue(sql: Sql, kind: DueKind, subject: number): void {
  sql.run(`DELETE FROM due WHERE kind = ? AND subject = ?`, kind, subject);
}

/** What is due at `now`, oldest first. */
export function dueNow(sql: Sql, now: number, limit: number): DueItem[] {
  return sql
    .all(`SELECT kind, subject, at FROM due WHERE at <= ? ORDER BY at LIMIT ?`, now, limit)
    .map((row) => {
      const name = text(row, 'kind');
      const kind = kinds.find((candidate) => candidate === name);
      if (kind === undefined) throw new Error(`Unknown due work ${name}.`);
      return { kind, subject: number(row, 'subject'), at: number(row, 'at') };
    });
}

/** The instant of the next thing due, or null. */
export function nextDue(sql: Sql): number | null {
  const row = first(sql, `SELECT at FROM due ORDER BY at LIMIT 1`);
  return row === null ? null : number(row, 'at');
}
