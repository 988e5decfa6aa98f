// The ways of looking at the inbox that somebody has kept for themselves.
import { first, text, type Sql } from '../sql.ts';

/** A name, and the inbox's address as it was, from the question mark on. */
export type OwnView = { readonly name: string; readonly search: string };

export function ownViews(sql: Sql, author: string): readonly OwnView[] {
  const row = first(sql, `SELECT document FROM inbox_views WHERE author = ?`, author);
  return row === null ? [] : JSON.parse(text(row, 'document'));
}

export function keepViews(sql: Sql, author: string, views: readonly OwnView[]): void {
  sql.run(
    `INSERT INTO inbox_views (author, document) VALUES (?, ?)
     ON CONFLICT (author) DO UPDATE SET document = excluded.document`,
    author,
    JSON.stringify(views),
  );
}
