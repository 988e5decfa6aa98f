// Who looks after the workspace: the people whom its document calls admins, and those who come in as admins. The Gate knows
// the latter and tells them whenever they change; they are kept here, so that an alert is written in the transaction of what
// it is about.
import type { Party } from '@baton/agreement';
import * as z from 'zod';
import type { Context } from './context.ts';
import { first, text, type Sql } from './sql.ts';

const addresses = z.array(z.string());

/** Keeps who comes in as an admin, by their addresses. */
export function keepAdmins(sql: Sql, emails: readonly string[]): void {
  const told = JSON.stringify(emails);
  if (told === JSON.stringify(cameIn(sql))) return;
  sql.run(
    `INSERT INTO facts (key, value) VALUES ('admins', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    told,
  );
}

function cameIn(sql: Sql): readonly string[] {
  const row = first(sql, `SELECT value FROM facts WHERE key = 'admins'`);
  return row === null ? [] : addresses.parse(JSON.parse(text(row, 'value')));
}

/** The addresses of the people of these sides, each once. */
export function addressesOf(
  { documents, parts }: Pick<Context, 'documents' | 'parts'>,
  parties: readonly Party[],
): readonly string[] {
  const named = [...documents.all().people.values()].filter(({ party }) => parties.includes(party));
  return [
    ...new Set([...named.map(({ email }) => email), ...(parties.includes('admin') ? cameIn(parts.sql) : [])]),
  ];
}
