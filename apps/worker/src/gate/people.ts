// People and the workspaces they belong to. A person is known by one e-mail address, trimmed and in lower case.
import { isMailAddress } from '../channels/mail-address.ts';
import { roleOf, type Role } from '../access/roles.ts';
import { first, text, type Row, type Sql } from '../desk/sql.ts';
import { firstWorkspace } from '../workspace-id.ts';
import type { GateParts } from './parts.ts';

export type Person = { readonly id: string; readonly email: string; readonly name: string };
export type Membership = { readonly workspace: string; readonly name: string; readonly role: Role };

/** The address as people are known by it; null when it is none. */
export function emailOf(typed: string): string | null {
  const email = typed.trim().toLowerCase();
  return isMailAddress(email) ? email : null;
}

/** A name on one line; null when there is none. */
export function nameOf(typed: string): string | null {
  const name = typed.replaceAll(/\s+/g, ' ').trim();
  return name === '' || name.length > 100 ? null : name;
}

export function personByEmail(sql: Sql, email: string): Person | null {
  const row = first(sql, `SELECT id, email, name FROM people WHERE email = ?`, email);
  return row === null ? null : personOf(row);
}

export function personOf(row: Row): Person {
  return { id: text(row, 'id'), email: text(row, 'email'), name: text(row, 'name') };
}

/** The person with this address, who comes to be if nobody has it; a known one keeps their name. */
export function personWith({ sql, ids, now }: GateParts, email: string, name: string): Person {
  const known = personByEmail(sql, email);
  if (known !== null) return known;
  const at = now();
  const id = ids.next('per', at);
  sql.run(`INSERT INTO people (id, email, name, created_at) VALUES (?, ?, ?, ?)`, id, email, name, at);
  return { id, email, name };
}

/** The workspaces of a person, the one they joined first in front. */
export function membershipsOf(sql: Sql, person: string): Membership[] {
  return sql
    .all(
      `SELECT m.workspace, w.name, m.role FROM memberships m JOIN workspaces w ON w.id = m.workspace
       WHERE m.person = ? ORDER BY m.since, m.workspace`,
      person,
    )
    .map((row) => {
      const role = roleOf(text(row, 'role'));
      if (role === null) throw new Error('A stored role is unknown.');
      return { workspace: text(row, 'workspace'), name: text(row, 'name'), role };
    });
}

/** Whether the first workspace has an admin: from then on nobody becomes owner by a link. */
export function hasOwner(sql: Sql): boolean {
  const row = first(
    sql,
    `SELECT 1 FROM memberships WHERE workspace = ? AND role = 'admin' LIMIT 1`,
    firstWorkspace,
  );
  return row !== null;
}

export function join(
  { sql, now, membersChanged }: GateParts,
  person: string,
  workspace: string,
  role: Role,
): void {
  membersChanged(workspace);
  sql.run(
    `INSERT INTO memberships (person, workspace, role, since) VALUES (?, ?, ?, ?)`,
    person,
    workspace,
    role,
    now(),
  );
}

/** What a workspace is called. */
export function workspaceName(sql: Sql, workspace: string): string {
  const row = first(sql, `SELECT name FROM workspaces WHERE id = ?`, workspace);
  return row === null ? workspace : text(row, 'name');
}
