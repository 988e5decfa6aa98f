// What people say of a version, on the table or not any more. Kept as it was said: nothing is edited or taken back.
import type { Context } from '../context.ts';
import { first, number, text } from '../sql.ts';
import { storedVersion } from './versions.ts';

/** So many of one version. */
export const mostComments = 500;

export type Comment = {
  readonly id: string;
  readonly author: string;
  readonly at: number;
  readonly text: string;
};

export type Commented = 'commented' | 'unknown' | 'too_many';

export function comment(context: Context, version: number, author: string, said: string): Commented {
  const { parts } = context;
  return parts.sql.transaction(() => {
    if (storedVersion(parts.sql, version) === null) return 'unknown';
    const row = first(
      parts.sql,
      `SELECT count(*) AS many FROM agreement_comments WHERE agreement = ?`,
      version,
    );
    if (row !== null && number(row, 'many') >= mostComments) return 'too_many';
    const now = parts.now();
    parts.sql.run(
      `INSERT INTO agreement_comments (public_id, agreement, at, author, text) VALUES (?, ?, ?, ?, ?)`,
      parts.ids.next('com', now),
      version,
      now,
      author,
      said,
    );
    return 'commented';
  });
}

/** The earliest first. */
export function commentsOf({ parts }: Context, version: number): Comment[] {
  return parts.sql
    .all(`SELECT * FROM agreement_comments WHERE agreement = ? ORDER BY id`, version)
    .map((row) => ({
      id: text(row, 'public_id'),
      author: text(row, 'author'),
      at: number(row, 'at'),
      text: text(row, 'text'),
    }));
}
