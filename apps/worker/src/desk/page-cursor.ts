// Where a page of a list goes on: after the thing that the page before named last. Row ids never leave the Desk.
import { first, number, type Sql } from './sql.ts';

/** The row that a page stays below; null when nothing has that public id. Without one, the first page. */
export function rowBefore(
  sql: Sql,
  table: 'leads' | 'submissions' | 'deliveries',
  publicId: string | null,
): number | null {
  if (publicId === null) return Number.MAX_SAFE_INTEGER;
  const row = first(sql, `SELECT id FROM ${table} WHERE public_id = ?`, publicId);
  return row === null ? null : number(row, 'id');
}
