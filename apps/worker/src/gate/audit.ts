// Who changed what at the Gate, with how it was before and is after. Written in the transaction of the change.
import { changeView, type ChangeView } from '../desk/audit.ts';
import type { GateParts } from './parts.ts';

export type GateChange = {
  /** Where whoever did it was working; null where they belong to none any more. */
  readonly workspace: string | null;
  /** `person:<e-mail>`, `key:<id>` or `owner`. */
  readonly author: string;
  /** `person.joined`, `session.ended` … */
  readonly action: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

export function recordChange({ sql, ids, now }: GateParts, change: GateChange): void {
  const at = now();
  sql.run(
    `INSERT INTO audit (id, at, workspace, author, action, subject, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ids.next('aud', at),
    at,
    change.workspace,
    change.author,
    change.action,
    change.subject,
    change.before === undefined ? null : JSON.stringify(change.before),
    change.after === undefined ? null : JSON.stringify(change.after),
  );
}

/** Changes of a workspace's people before an id, the latest first. */
export function listGateChanges(
  { sql }: GateParts,
  workspace: string,
  before: string | null,
  limit: number,
): ChangeView[] {
  return sql
    .all(
      `SELECT id, at, author, action, subject, before, after FROM audit
       WHERE workspace = ? AND id < ? ORDER BY id DESC LIMIT ?`,
      workspace,
      before ?? '~',
      limit,
    )
    .map((row) => changeView(row, 'id'));
}
