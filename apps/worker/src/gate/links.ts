// Links that let somebody in, once. Looking at one changes nothing: mail scanners and browsers open links ahead of
// people. Only the press on its page's button uses it up.
import { roleOf, type Role } from '../access/roles.ts';
import { first, number, text, textOrNull, type Row } from '../desk/sql.ts';
import type { GateParts } from './parts.ts';
import { hashOf } from './secret.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long each kind is good, ms. */
const lifetimes = { owner: day, invitation: 7 * day, sign_in: 15 * minute } as const;

/** Whom a link lets in, and as what. */
export type LinkFor =
  | { readonly kind: 'owner' }
  | { readonly kind: 'sign_in'; readonly email: string }
  | {
      readonly kind: 'invitation';
      readonly email: string;
      readonly workspace: string;
      readonly role: Role;
      /** The name of whoever invited. */
      readonly by: string;
    };

export type Link = LinkFor & { readonly id: string };
export type Invitation = Extract<Link, { kind: 'invitation' }>;

/** A link as it is handed out: nobody can read its address again. */
export type NewLink = { readonly url: string; readonly expiresAt: number };

/** Makes a link. */
export function newLink(parts: GateParts, whom: LinkFor): NewLink {
  const at = parts.now();
  const secret = parts.ids.token();
  const expiresAt = at + lifetimes[whom.kind];
  const invitation = whom.kind === 'invitation' ? whom : null;
  parts.sql.run(
    `INSERT INTO links (id, hash, kind, email, workspace, role, created_by, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    parts.ids.next('inv', at),
    hashOf('link', secret),
    whom.kind,
    whom.kind === 'owner' ? null : whom.email,
    invitation?.workspace ?? null,
    invitation?.role ?? null,
    invitation?.by ?? null,
    at,
    expiresAt,
  );
  return { url: `${parts.url}/enter/${secret}`, expiresAt };
}

/** The link, while it is good. */
export function linkBy(parts: GateParts, secret: string): Link | null {
  const row = first(
    parts.sql,
    `SELECT * FROM links WHERE hash = ? AND expires_at > ?`,
    hashOf('link', secret),
    parts.now(),
  );
  return row === null ? null : linkOf(row);
}

function linkOf(row: Row): Link {
  const id = text(row, 'id');
  const kind = text(row, 'kind');
  switch (kind) {
    case 'owner':
      return { id, kind };
    case 'sign_in':
      return { id, kind, email: text(row, 'email') };
    case 'invitation':
      return invitationOf(row);
    default:
      throw new Error(`Unknown link ${kind}.`);
  }
}

function invitationOf(row: Row): Invitation {
  const role = roleOf(text(row, 'role'));
  if (role === null) throw new Error('A stored role is unknown.');
  return {
    id: text(row, 'id'),
    kind: 'invitation',
    email: text(row, 'email'),
    workspace: text(row, 'workspace'),
    role,
    by: textOrNull(row, 'created_by') ?? '',
  };
}

/** Invitations into a workspace that nobody has taken up, with the instant at which each ends; the latest first. */
export function openInvitations(
  { sql, now }: GateParts,
  workspace: string,
): (Invitation & { readonly expiresAt: number })[] {
  return sql
    .all(
      `SELECT * FROM links WHERE kind = 'invitation' AND workspace = ? AND expires_at > ? ORDER BY id DESC`,
      workspace,
      now(),
    )
    .map((row) => ({ ...invitationOf(row), expiresAt: number(row, 'expires_at') }));
}

/** Ends a link, used or not. */
export function endLink({ sql }: GateParts, id: string): void {
  sql.run(`DELETE FROM links WHERE id = ?`, id);
}

/** Ends the sign-in links of an address: only the latest lets in. */
export function endSignInLinks({ sql }: GateParts, email: string): void {
  sql.run(`DELETE FROM links WHERE kind = 'sign_in' AND email = ?`, email);
}

/** Forgets links whose time is over. */
export function forgetLinks({ sql, now }: GateParts): void {
  sql.run(`DELETE FROM links WHERE expires_at <= ?`, now());
}
