// What an admin does with the people of a workspace: invites them, gives them a role, ends their sessions, removes them.
// Refuses to leave a workspace without an admin. Everything here asks first whether it is an admin who asks.
import type { Role } from '../access/roles.ts';
import { roleOf } from '../access/roles.ts';
import { first, number, text, type Row } from '../desk/sql.ts';
import { recordChange } from './audit.ts';
import { forgetSessions, sessionsIn, signedInBy, type SessionView } from './sessions.ts';
import { openInvitations } from './links.ts';
import type { GateParts } from './parts.ts';
import { membershipsOf, personOf, type Person } from './people.ts';

export type Member = Person & { readonly role: Role; readonly since: number; readonly isYou: boolean };
export type MemberList = {
  readonly members: readonly Member[];
  readonly invitations: ReturnType<typeof openInvitations>;
};

/** Why nothing was done. */
export type Refused = 'not_allowed' | 'unknown' | 'last_admin';

export type Admin = { readonly person: Person; readonly workspace: string; readonly workspaceName: string };

/** Who asks, where they are an admin of the workspace they work in; else null. */
export function adminBy(parts: GateParts, secret: string): Admin | null {
  const signedIn = signedInBy(parts, secret);
  if (signedIn?.membership?.role !== 'admin') return null;
  const { workspace, name } = signedIn.membership;
  return { person: signedIn.person, workspace, workspaceName: name };
}

/** The author's name in the audit. */
export function authorOf({ person }: Admin): string {
  return `person:${person.email}`;
}

export function listMembers(parts: GateParts, secret: string): MemberList | null {
  const admin = adminBy(parts, secret);
  if (admin === null) return null;
  const rows = parts.sql.all(
    `SELECT p.id, p.email, p.name, m.role, m.since FROM memberships m JOIN people p ON p.id = m.person
     WHERE m.workspace = ? ORDER BY p.name, p.id`,
    admin.workspace,
  );
  return {
    members: rows.map((row) => memberOf(row, admin)),
    invitations: openInvitations(parts, admin.workspace),
  };
}

function memberOf(row: Row, { person }: Admin): Member {
  const role = roleOf(text(row, 'role'));
  if (role === null) throw new Error('A stored role is unknown.');
  return { ...personOf(row), role, since: number(row, 'since'), isYou: text(row, 'id') === person.id };
}

/** One member with the sessions in which they work here; null when there is none, or nobody who may look. */
export function memberBy(
  parts: GateParts,
  secret: string,
  id: string,
): { readonly member: Member; readonly sessions: readonly SessionView[] } | null {
  const admin = adminBy(parts, secret);
  const member = admin === null ? null : memberIn(parts, admin, id);
  if (admin === null || member === null) return null;
  return { member, sessions: sessionsIn(parts, member.id, admin.workspace) };
}

function memberIn({ sql }: GateParts, admin: Admin, id: string): Member | null {
  const row = first(
    sql,
    `SELECT p.id, p.email, p.name, m.role, m.since FROM memberships m JOIN people p ON p.id = m.person
     WHERE m.workspace = ? AND p.id = ?`,
    admin.workspace,
    id,
  );
  return row === null ? null : memberOf(row, admin);
}

/** The role that each of these people has in a workspace, by e-mail; null: none. */
export function rolesIn(
  { sql }: GateParts,
  workspace: string,
  emails: readonly string[],
): Record<string, Role | null> {
  const roleOfOne = (email: string): Role | null => {
    const row = first(
      sql,
      `SELECT m.role FROM memberships m JOIN people p ON p.id = m.person WHERE m.workspace = ? AND p.email = ?`,
      workspace,
      email,
    );
    return row === null ? null : roleOf(text(row, 'role'));
  };
  return Object.fromEntries(emails.map((email) => [email, roleOfOne(email)]));
}

/** Everybody of a workspace with their role, who joined first in front. */
export function membersOf(
  { sql }: GateParts,
  workspace: string,
): { readonly email: string; readonly name: string; readonly role: Role }[] {
  return sql
    .all(
      `SELECT p.email, p.name, m.role FROM memberships m JOIN people p ON p.id = m.person
       WHERE m.workspace = ? ORDER BY m.since, p.email`,
      workspace,
    )
    .map((row) => {
      const role = roleOf(text(row, 'role'));
      if (role === null) throw new Error('A stored role is unknown.');
      return { email: text(row, 'email'), name: text(row, 'name'), role };
    });
}

/** Does something with a member, in one transaction. */
function withMember(
  parts: GateParts,
  secret: string,
  id: string,
  work: (admin: Admin, member: Member) => Refused | 'done',
): Refused | 'done' {
  return parts.sql.transaction(() => {
    const admin = adminBy(parts, secret);
    if (admin === null) return 'not_allowed';
    const member = memberIn(parts, admin, id);
    return member === null ? 'unknown' : work(admin, member);
  });
}

export function changeRole(parts: GateParts, secret: string, id: string, role: Role): Refused | 'done' {
  return withMember(parts, secret, id, (admin, member) => {
    if (member.role === role) return 'done';
    if (member.role === 'admin' && isLastAdmin(parts, admin.workspace)) return 'last_admin';
    parts.membersChanged(admin.workspace);
    parts.sql.run(
      `UPDATE memberships SET role = ? WHERE person = ? AND workspace = ?`,
      role,
      id,
      admin.workspace,
    );
    recordChange(parts, {
      workspace: admin.workspace,
      author: authorOf(admin),
      action: 'role.changed',
      subject: member.email,
      before: { role: member.role },
      after: { role },
    });
    return 'done';
  });
}

/** Takes somebody out of the workspace. Who belongs to no other one is forgotten, with their sessions. */
export function removeMember(parts: GateParts, secret: string, id: string): Refused | 'done' {
  return withMember(parts, secret, id, (admin, member) => {
    const { sql } = parts;
    const { workspace } = admin;
    if (member.role === 'admin' && isLastAdmin(parts, workspace)) return 'last_admin';
    parts.membersChanged(workspace);
    sql.run(`DELETE FROM memberships WHERE person = ? AND workspace = ?`, id, workspace);
    sql.run(`DELETE FROM sessions WHERE person = ? AND workspace = ?`, id, workspace);
    sql.run(`DELETE FROM links WHERE kind = 'sign_in' AND email = ?`, member.email);
    if (membershipsOf(sql, id).length === 0) {
      sql.run(`DELETE FROM sessions WHERE person = ?`, id);
      sql.run(`DELETE FROM passkeys WHERE person = ?`, id);
      sql.run(`DELETE FROM people WHERE id = ?`, id);
    }
    recordChange(parts, {
      workspace,
      author: authorOf(admin),
      action: 'person.removed',
      subject: member.email,
      before: { name: member.name, role: member.role },
    });
    return 'done';
  });
}

/** Ends a session in which a member works here. */
export function endMemberSession(
  parts: GateParts,
  secret: string,
  id: string,
  session: string,
): Refused | 'done' {
  return withMember(parts, secret, id, (admin, member) => {
    forgetSessions(parts);
    const { sql } = parts;
    const where = `id = ? AND person = ? AND workspace = ?`;
    if (first(sql, `SELECT 1 FROM sessions WHERE ${where}`, session, id, admin.workspace) === null) {
      return 'unknown';
    }
    sql.run(`DELETE FROM sessions WHERE ${where}`, session, id, admin.workspace);
    recordChange(parts, {
      workspace: admin.workspace,
      author: authorOf(admin),
      action: 'session.ended',
      subject: member.email,
    });
    return 'done';
  });
}

function isLastAdmin({ sql }: GateParts, workspace: string): boolean {
  const row = first(
    sql,
    `SELECT count(*) AS many FROM memberships WHERE workspace = ? AND role = 'admin'`,
    workspace,
  );
  return row !== null && number(row, 'many') < 2;
}
