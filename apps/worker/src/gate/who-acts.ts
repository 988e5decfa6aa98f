// Who acts, as they may read it themselves: their name, and the workspaces they could act on. Nothing of anybody else.
import type { Actor } from '../access/rights.ts';
import { first, text, type Sql } from '../desk/sql.ts';
import { membershipsOf, workspaceName, type Membership } from './people.ts';

export type WhoActs = {
  /** A person's name, or what an admin calls a key. */
  readonly name: string | null;
  /** What the workspace acted on is called. */
  readonly workspace: string;
  /** All that a person may work in; empty for keys. */
  readonly memberships: readonly Membership[];
};

export function whoActs(sql: Sql, actor: Actor): WhoActs {
  return {
    name:
      actor.kind === 'owner' ? null : nameIn(sql, actor.kind === 'person' ? 'people' : 'api_keys', actor.id),
    workspace: workspaceName(sql, actor.workspace),
    memberships: actor.kind === 'person' ? membershipsOf(sql, actor.id) : [],
  };
}

function nameIn(sql: Sql, table: 'people' | 'api_keys', id: string): string | null {
  const row = first(sql, `SELECT name FROM ${table} WHERE id = ?`, id);
  return row === null ? null : text(row, 'name');
}
