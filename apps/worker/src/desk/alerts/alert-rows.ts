// Alerts and what is muted, as storage holds them. One alert is open about one thing of one form.
import { watched, type Evidence, type Watched } from '@baton/review/alerts';
import type { Parts } from '../parts.ts';
import { first, number, numberOrNull, text, textOrNull, type Row, type Sql } from '../sql.ts';

/** `recovered`: it is as before; `settled`: for so long it has been as it is now; `gone`: nothing is counted any more. */
export type Closing = 'recovered' | 'settled' | 'gone';

export type AlertRow = {
  readonly id: number;
  readonly publicId: string;
  readonly form: string;
  readonly what: Watched;
  readonly openedAt: number;
  readonly toldAt: number | null;
  readonly closedAt: number | null;
  readonly closedWhy: string | null;
  readonly evidence: Evidence;
};

export function alertRow(row: Row): AlertRow {
  const name = text(row, 'what');
  const what = watched.find((one) => one === name);
  if (what === undefined) throw new Error(`Nothing called ${name} is watched.`);
  const evidence: Evidence = JSON.parse(text(row, 'evidence'));
  return {
    id: number(row, 'id'),
    publicId: text(row, 'public_id'),
    form: text(row, 'form'),
    what,
    openedAt: number(row, 'opened_at'),
    toldAt: numberOrNull(row, 'told_at'),
    closedAt: numberOrNull(row, 'closed_at'),
    closedWhy: textOrNull(row, 'closed_why'),
    evidence,
  };
}

/** Open ones, the oldest first. */
export function openAlerts(sql: Sql): AlertRow[] {
  return sql.all(`SELECT * FROM review_alerts WHERE closed_at IS NULL ORDER BY id`).map(alertRow);
}

export function alertByPublicId(sql: Sql, publicId: string): AlertRow | null {
  const row = first(sql, `SELECT * FROM review_alerts WHERE public_id = ?`, publicId);
  return row === null ? null : alertRow(row);
}

export function openAlert(
  { sql, ids }: Pick<Parts, 'sql' | 'ids'>,
  form: string,
  what: Watched,
  evidence: Evidence,
  now: number,
): void {
  sql.run(
    `INSERT INTO review_alerts (public_id, form, what, opened_at, evidence) VALUES (?, ?, ?, ?, ?)`,
    ids.next('alr', now),
    form,
    what,
    now,
    JSON.stringify(evidence),
  );
}

/** What it is now; it is told again. */
export function worsenAlert(sql: Sql, id: number, evidence: Evidence): void {
  sql.run(`UPDATE review_alerts SET evidence = ?, told_at = NULL WHERE id = ?`, JSON.stringify(evidence), id);
}

export function closeAlert(sql: Sql, id: number, why: Closing, now: number): void {
  sql.run(`UPDATE review_alerts SET closed_at = ?, closed_why = ? WHERE id = ?`, now, why, id);
}

export function markTold(sql: Sql, ids: readonly number[], now: number): void {
  for (const id of ids) sql.run(`UPDATE review_alerts SET told_at = ? WHERE id = ?`, now, id);
}

export type Mute = {
  /** `*`: any. */
  readonly form: string;
  readonly what: Watched | '*';
  /** Epoch ms; null: for ever. */
  readonly until: number | null;
  readonly author: string;
  readonly at: number;
};

/** Those that still hold. */
export function mutesOf(sql: Sql, now: number): Mute[] {
  return sql
    .all(`SELECT * FROM alert_mutes WHERE until IS NULL OR until > ? ORDER BY at DESC`, now)
    .map((row) => {
      const what = text(row, 'what');
      return {
        form: text(row, 'form'),
        what: watched.find((one) => one === what) ?? '*',
        until: numberOrNull(row, 'until'),
        author: text(row, 'author'),
        at: number(row, 'at'),
      };
    });
}

export function isMuted(mutes: readonly Mute[], { form, what }: Pick<AlertRow, 'form' | 'what'>): boolean {
  return mutes.some(
    (mute) => (mute.form === '*' || mute.form === form) && (mute.what === '*' || mute.what === what),
  );
}
