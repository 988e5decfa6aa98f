// Which workspace this Desk keeps. It is told once, when the workspace is made, and remembers: an alarm that wakes it
// does not say by which name it was ever asked for. One that was never told is the first workspace's.
import { firstWorkspace, prefixOf } from '../workspace-id.ts';
import { first, text, type Sql } from './sql.ts';

export const workspaceKept = `SELECT value FROM facts WHERE key = 'workspace'`;

export function workspaceOf(sql: Sql): string {
  const row = first(sql, workspaceKept);
  return row === null ? firstWorkspace : text(row, 'value');
}

/** What stands before the names of its forms and links in addresses. */
export function ownPrefix(sql: Sql): string {
  return prefixOf(workspaceOf(sql));
}

/** Tells it; to tell the same again changes nothing. */
export function beWorkspace(sql: Sql, workspace: string): void {
  sql.run(`INSERT INTO facts (key, value) VALUES ('workspace', ?) ON CONFLICT (key) DO NOTHING`, workspace);
  if (workspaceOf(sql) !== workspace) throw new Error(`This Desk keeps ${workspaceOf(sql)}.`);
}
