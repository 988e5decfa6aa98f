// Who changed what at the Gate, with how it was before and is after. Written in the transaction of the change.
import { changeView, type ChangeView } from '../desk/audit.ts';
import type { AuditAction } from '../desk/audit-actions.ts';
import { askedChanges, type ChangesAsked } from '../desk/audit-query.ts';
import type { GateParts } from './parts.ts';

export type GateChange = {
  /** Where whoever did it was working; null where they belong to none any more. */
  readonly workspace: string | null;
  /** `person:<e-mail>`, `key:<id>` or `owner`. */
  readonly author: string;
  readonly action: AuditAction;
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

/** Changes of a workspace's people, the latest first. */
export function listGateChanges({ sql }: GateParts, workspace: string, asked: ChangesAsked): ChangeView[] {
  const { where, values } = askedChanges(asked, 'id');
  return sql
    .all(
      `SELECT id, at, author, action, subject, before, after FROM audit WHERE workspace = ? AND ${where}`,
      workspace,
      ...values,
    )
    .map((row) => changeView(row, 'id'));
}
