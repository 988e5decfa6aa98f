// How many links may be asked for: by one address, so that nobody's mailbox is flooded, and from one block of network
// addresses. What is counted is known by a keyed hash alone, and for an hour.
import { createHmac, randomBytes } from 'node:crypto';
import { first, number, text, type Sql } from '../desk/sql.ts';

const minute = 60_000;
const hour = 60 * minute;

const perAddress = { most: 5, within: 15 * minute };
const perBlock = { most: 30, within: hour };
/** All who come from nobody knows where share one limit. */
const unknownBlock = { most: 300, within: hour };

/** Counts one wish for a link, and says whether it is one too many. Whether the address is anybody's plays no part. */
export function isOneTooMany(sql: Sql, email: string, block: string | null, now: number): boolean {
  sql.run(`DELETE FROM limits WHERE at <= ?`, now - hour);
  const key = limitKey(sql);
  const nameOf = (of: string) => createHmac('sha256', key).update(of).digest('base64url').slice(0, 22);
  // From a block that has asked too often nothing more is written down, so that a flood fills nothing.
  if (isOver(sql, nameOf(`block ${block ?? ''}`), block === null ? unknownBlock : perBlock, now)) return true;
  return isOver(sql, nameOf(`address ${email}`), perAddress, now);
}

function isOver(sql: Sql, name: string, { most, within }: typeof perAddress, now: number): boolean {
  const row = first(sql, `SELECT count(*) AS many FROM limits WHERE key = ? AND at > ?`, name, now - within);
  if (row !== null && number(row, 'many') >= most) return true;
  sql.run(`INSERT INTO limits (key, at) VALUES (?, ?)`, name, now);
  return false;
}

function limitKey(sql: Sql): string {
  const row = first(sql, `SELECT value FROM facts WHERE key = 'limit_key'`);
  if (row !== null) return text(row, 'value');
  const made = randomBytes(32).toString('base64url');
  sql.run(`INSERT INTO facts (key, value) VALUES ('limit_key', ?)`, made);
  return made;
}
