// The version of the agreement that judged, as events tell it.
import type { Context } from './context.ts';
import { first, text } from './sql.ts';

export function agreementStamp(context: Context, version: number): { version: number; hash: string } | null {
  const row = first(context.parts.sql, `SELECT hash FROM agreements WHERE version = ?`, version);
  return row === null ? null : { version, hash: text(row, 'hash') };
}
