// The directory of workspaces: which there are, and in which one a browser works. Each has a Desk of its own under its id.
import { first, type Sql } from '../desk/sql.ts';
import { recordChange } from './audit.ts';
import { firstWorkspace, isWorkspaceId } from '../workspace-id.ts';
import type { GateParts } from './parts.ts';
import { join, nameOf, type Membership } from './people.ts';
import { signedInBy } from './sessions.ts';

export type MadeWorkspace =
  | { readonly kind: 'made'; readonly workspace: string }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'invalid'; readonly fields: readonly ('name' | 'id' | 'taken')[] };

export function isWorkspace(sql: Sql, workspace: string): boolean {
  return first(sql, `SELECT 1 FROM workspaces WHERE id = ?`, workspace) !== null;
}

/** Admins of the first workspace make others. */
export function makesWorkspaces(memberships: readonly Membership[]): boolean {
  return memberships.some(({ workspace, role }) => workspace === firstWorkspace && role === 'admin');
}

/** Makes a workspace with its maker as its admin, and leads their browser there. */
export function makeWorkspace(
  parts: GateParts,
  session: string,
  given: { readonly id: string; readonly name: string },
): MadeWorkspace {
  const { sql } = parts;
  return sql.transaction(() => {
    const signedIn = signedInBy(parts, session);
    if (signedIn === null || !makesWorkspaces(signedIn.memberships)) return { kind: 'not_allowed' };
    const name = nameOf(given.name);
    const id = given.id.trim().toLowerCase();
    const fields = [
      ...(name === null ? ['name' as const] : []),
      ...(isWorkspaceId(id) ? [] : ['id' as const]),
      ...(isWorkspace(sql, id) ? ['taken' as const] : []),
    ];
    if (name === null || fields.length > 0) return { kind: 'invalid', fields };
    sql.run(`INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, ?)`, id, name, parts.now());
    join(parts, signedIn.person.id, id, 'admin');
    sql.run(`UPDATE sessions SET workspace = ? WHERE id = ?`, id, signedIn.session);
    recordChange(parts, {
      workspace: id,
      author: `person:${signedIn.person.email}`,
      action: 'workspace.made',
      subject: id,
      after: { name },
    });
    return { kind: 'made', workspace: id };
  });
}

/** Works in another of one's workspaces from now on. False when it is none of theirs. */
export function enterWorkspace(parts: GateParts, session: string, workspace: string): boolean {
  return parts.sql.transaction(() => {
    const signedIn = signedInBy(parts, session);
    if (!signedIn?.memberships.some((one) => one.workspace === workspace)) return false;
    parts.sql.run(`UPDATE sessions SET workspace = ? WHERE id = ?`, workspace, signedIn.session);
    return true;
  });
}

/** Calls a workspace by the name that its document says. */
export function nameWorkspace({ sql }: GateParts, workspace: string, typed: string): void {
  const name = nameOf(typed);
  if (name !== null) sql.run(`UPDATE workspaces SET name = ? WHERE id = ?`, name, workspace);
}
