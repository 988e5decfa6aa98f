// Keys of the workspace's own, which nobody is ever told.
import { randomBytes } from 'node:crypto';
import { first, text, type Sql } from './sql.ts';

export const keyKept = `SELECT value FROM facts WHERE key = ?`;

/** Read, or made, before any transaction begins: a key must not be rolled back while something goes out under it. */
export function storedKey(sql: Sql, name: 'verdict_key' | 'proof_key' | 'trust_key'): Buffer {
  const row = first(sql, keyKept, name);
  if (row !== null) return Buffer.from(text(row, 'value'), 'base64url');
  const made = randomBytes(32);
  sql.run(`INSERT INTO facts (key, value) VALUES (?, ?)`, name, made.toString('base64url'));
  return made;
}
