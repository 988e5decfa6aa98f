// Which changes are asked for, as the Desk and the Gate ask their storage for them.
import { auditActions, saveActions, type AuditArea } from './audit-actions.ts';
import type { SqlValue } from './sql.ts';

export type ChangesAsked = {
  /** Changes before this id. */
  readonly before?: string | undefined;
  readonly limit: number;
  readonly area?: AuditArea | undefined;
  /** As the audit names them. */
  readonly author?: string | undefined;
  readonly subject?: string | undefined;
  /** False: without saves of drafts. */
  readonly saves?: boolean;
};

/** The end of a query for them, the latest first, with what it asks with. @param id the column that sorts by time */
export function askedChanges(
  asked: ChangesAsked,
  id: 'id' | 'public_id',
): { readonly where: string; readonly values: readonly SqlValue[] } {
  const clauses: readonly (readonly [string, SqlValue | undefined])[] = [
    [`${id} < ?`, asked.before ?? '~'],
    ['action IN (SELECT value FROM json_each(?))', listed(asked.area && auditActions[asked.area])],
    [
      'action NOT IN (SELECT value FROM json_each(?))',
      listed(asked.saves === false ? saveActions : undefined),
    ],
    ['author = ?', asked.author],
    ['subject = ?', asked.subject],
  ];
  const said = clauses.flatMap(([clause, value]) => (value === undefined ? [] : [{ clause, value }]));
  return {
    where: `${said.map(({ clause }) => clause).join(' AND ')} ORDER BY ${id} DESC LIMIT ?`,
    values: [...said.map(({ value }) => value), asked.limit],
  };
}

function listed(actions: readonly string[] | undefined): string | undefined {
  return actions === undefined ? undefined : JSON.stringify(actions);
}
