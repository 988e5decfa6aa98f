// A draft that becomes a version by itself at its hour. What is planned stands with the draft, so that saving it anew takes it
// back; the hour stands in the one table of things due.
import { iso } from './instants.ts';
import type { Context } from './context.ts';
import { recordChange } from './audit.ts';
import { clearDue, setDue } from './due-work.ts';
import { first, number, numberOrNull, text, textOrNull, type Row } from './sql.ts';

export type Scheduled = {
  /** Epoch ms. */
  readonly at: number;
  readonly by: string;
  readonly revision: number;
  readonly note: string | null;
};

/** What is planned with a row of `drafts`; null: nothing. */
export function scheduledIn(row: Row): Scheduled | null {
  const at = numberOrNull(row, 'publish_at');
  if (at === null) return null;
  return {
    at,
    by: text(row, 'publish_by'),
    revision: number(row, 'revision'),
    note: textOrNull(row, 'publish_note'),
  };
}

/** Plans it, in place of what was planned before. Whoever calls has seen that it could be published now. */
export function plan(context: Context, form: string, planned: Scheduled, accepted: boolean): void {
  const { parts } = context;
  parts.sql.run(
    `UPDATE drafts SET publish_at = ?, publish_by = ?, publish_note = ?, publish_accepted = ? WHERE form = ?`,
    planned.at,
    planned.by,
    planned.note,
    accepted ? 1 : 0,
    form,
  );
  const { revision, note } = planned;
  recordChange(parts, planned.by, {
    action: 'form.scheduled',
    subject: form,
    after: { at: iso(planned.at), revision, note },
  });
  setAlarm(context);
}

/** Takes back what is planned. False where nothing is. */
export function cancel(context: Context, form: string, author: string): boolean {
  const { sql } = context.parts;
  return sql.transaction(() => {
    const row = first(sql, `SELECT * FROM drafts WHERE form = ?`, form);
    const planned = row === null ? null : scheduledIn(row);
    if (planned === null) return false;
    sql.run(
      `UPDATE drafts SET publish_at = NULL, publish_by = NULL, publish_note = NULL WHERE form = ?`,
      form,
    );
    unplanned(context, form, planned, author);
    return true;
  });
}

/** Notes that what was planned has been taken back. */
export function unplanned(
  context: Context,
  form: string,
  { at, revision, note }: Scheduled,
  author: string,
): void {
  recordChange(context.parts, author, {
    action: 'form.unscheduled',
    subject: form,
    before: { at: iso(at), revision, note },
  });
  setAlarm(context);
}

/** Has the alarm ring at the earliest hour that is planned. */
export function setAlarm({ parts }: Context): void {
  const row = first(parts.sql, `SELECT min(publish_at) AS at FROM drafts`);
  const at = row === null ? null : numberOrNull(row, 'at');
  if (at === null) clearDue(parts.sql, 'publish', 0);
  else {
    setDue(parts.sql, 'publish', 0, at);
    parts.wake(at);
  }
}
