// Who looks after the workspace: the people whom its document calls admins, and those who come in as admins. The Gate knows
// the latter and tells them whenever they change; they are kept here, so that an alert is written in the transaction of what
// it is about.
import type { Party } from '@baton/agreement';
import type { Context } from './context.ts';
import { admins } from './people/members.ts';

/** The addresses of the people of these sides, each once. */
export function addressesOf(
  { documents, parts }: Pick<Context, 'documents' | 'parts'>,
  parties: readonly Party[],
): readonly string[] {
  const named = [...documents.all().people.values()].filter(({ party }) => parties.includes(party));
  return [
    ...new Set([...named.map(({ email }) => email), ...(parties.includes('admin') ? admins(parts.sql) : [])]),
  ];
}
