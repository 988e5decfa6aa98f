// How many came from where within the hour, without keeping from where: a block of addresses is known by a hash under a
// salt that is thrown away within a day. Bounded: in a flood from everywhere the oldest are forgotten, and people pass.
import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from './context.ts';
import { forgetAt } from './forget.ts';
import { first, number, text, type Sql } from './sql.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** Rows, at most: a few MB. */
const mostRows = 20_000;

/** What is counted: submissions from one block, or those that say that they could not get at a check. */
export type Counted = { readonly form: string; readonly of: string };

/** The salt of today; changed by {@link saltStored} alone. */
export const saltKept = `SELECT value FROM facts WHERE key = 'limit_salt'`;

export const saltStored = `INSERT INTO facts (key, value) VALUES ('limit_salt', ?), ('limit_salt_at', ?)`;

export const countedSince = `SELECT count(*) AS many FROM limits WHERE key = ? AND at > ?`;

/** How many were counted in the hour before `now`. */
export function countedBefore(sql: Sql, counted: Counted, now: number): number {
  const salt = storedSalt(sql);
  if (salt === null) return 0;
  const row = first(sql, countedSince, keyOf(salt, counted), now - hour);
  return row === null ? 0 : number(row, 'many');
}

/** Counts one more, in the transaction of the submission. */
export function countOne({ parts }: Context, counted: Counted, now: number): void {
  const { sql } = parts;
  const salt = storedSalt(sql) ?? newSalt(sql, now);
  sql.run(`INSERT INTO limits (key, at) VALUES (?, ?)`, keyOf(salt, counted), now);
  sql.run(`DELETE FROM limits WHERE id <= (SELECT max(id) FROM limits) - ?`, mostRows);
  forgetAt(parts, 'hourly', now + hour);
}

/** Forgets what is older than an hour and, when it was in use for a day or nothing is left, the salt with all it hides. */
export function forgetCounted(sql: Sql, now: number): void {
  sql.run(`DELETE FROM limits WHERE at <= ?`, now - hour);
  const made = first(sql, `SELECT value FROM facts WHERE key = 'limit_salt_at'`);
  const isOld = made !== null && Number(text(made, 'value')) <= now - day;
  if (isOld || first(sql, `SELECT 1 FROM limits LIMIT 1`) === null) {
    sql.run(`DELETE FROM limits`);
    sql.run(`DELETE FROM facts WHERE key IN ('limit_salt', 'limit_salt_at')`);
  }
}

function keyOf(salt: string, { form, of }: Counted): string {
  return createHmac('sha256', salt).update(`${form} ${of}`).digest('base64url').slice(0, 22);
}

function storedSalt(sql: Sql): string | null {
  const row = first(sql, saltKept);
  return row === null ? null : text(row, 'value');
}

function newSalt(sql: Sql, now: number): string {
  const salt = randomBytes(32).toString('base64url');
  sql.run(saltStored, salt, String(now));
  return salt;
}
