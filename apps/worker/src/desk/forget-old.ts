// The alarm's round of forgetting: what limits have counted, challenges that nobody could use any more, and submissions
// that nobody has finished.
import { clearDue, setDue } from './due-work.ts';
import { forgetting, unfinishedLifetime } from './forget.ts';
import { forgetCounted } from './limits.ts';
import { first, type Sql } from './sql.ts';

/** Between two rounds, at least, ms. */
const pause = 10 * 60_000;
const hour = 60 * 60_000;

/** Forgets what is old, and asks to be called again while there is something left. */
export function forgetOld(sql: Sql, now: number): void {
  forgetCounted(sql, now);
  sql.run(`DELETE FROM used_proofs WHERE expires_at <= ?`, now);
  sql.run(`DELETE FROM submissions WHERE final = 0 AND updated_at <= ?`, now - unfinishedLifetime);
  const hourly = `SELECT min(at) + ${hour} AS at FROM limits UNION ALL SELECT min(expires_at) FROM used_proofs`;
  const unfinished = `SELECT min(updated_at) + ${unfinishedLifetime} AS at FROM submissions WHERE final = 0`;
  planNext(sql, forgetting.hourly, hourly, now);
  planNext(sql, forgetting.unfinished, unfinished, now);
}

function planNext(sql: Sql, subject: number, instants: string, now: number): void {
  const next = first(sql, `SELECT min(at) AS at FROM (${instants})`)?.['at'];
  if (typeof next === 'number') setDue(sql, 'forget', subject, Math.max(next, now + pause));
  else clearDue(sql, 'forget', subject);
}
