// Who changed what in the workspace, with how it was before and is after. Written in the transaction of the change.
import type { AuditAction } from './audit-actions.ts';
import { askedChanges, type ChangesAsked } from './audit-query.ts';
import type { Parts } from './parts.ts';
import { number, text, textOrNull, type Row } from './sql.ts';

export type Change = {
  readonly action: AuditAction;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

export function recordChange({ sql, ids, now }: Parts, author: string, change: Change): void {
  const at = now();
  sql.run(
    `INSERT INTO audit (public_id, at, author, action, subject, before, after, detail) VALUES (?, ?, ?, ?, ?, ?, ?, '')`,
    ids.next('aud', at),
    at,
    author,
    change.action,
    change.subject,
    change.before === undefined ? null : JSON.stringify(change.before),
    change.after === undefined ? null : JSON.stringify(change.after),
  );
}

export type ChangeView = {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** Changes, the latest first. Their ids sort by time, so one id pages through several such lists. */
export function listChanges({ sql }: Pick<Parts, 'sql'>, asked: ChangesAsked): ChangeView[] {
  const { where, values } = askedChanges(asked, 'public_id');
  return sql
    .all(`SELECT public_id, at, author, action, subject, before, after FROM audit WHERE ${where}`, ...values)
    .map((row) => changeView(row, 'public_id'));
}

/** A row of an audit as it is shown. */
export function changeView(row: Row, id: 'id' | 'public_id'): ChangeView {
  return {
    id: text(row, id),
    at: new Date(number(row, 'at')).toISOString(),
    author: text(row, 'author'),
    action: text(row, 'action'),
    subject: text(row, 'subject'),
    before: parsed(textOrNull(row, 'before')),
    after: parsed(textOrNull(row, 'after')),
  };
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
