// Links that let somebody in, once. Looking at one changes nothing: mail scanners and browsers open links ahead of
// people. Only the press on its page's button uses it up.
import { first, text, type Row } from '../desk/sql.ts';
import type { GateParts } from './parts.ts';
import { hashOf } from './secret.ts';

const hour = 60 * 60_000;

/** How long each kind is good, ms. */
const linkLifetimes = { owner: 24 * hour } as const;

export type LinkKind = keyof typeof linkLifetimes;

type Link = { readonly id: string; readonly kind: LinkKind };

/** A link as it is handed out: nobody can read its address again. */
export type NewLink = { readonly url: string; readonly expiresAt: number };

/** Makes a link. */
export function newLink(parts: GateParts, kind: LinkKind): NewLink {
  const at = parts.now();
  const secret = parts.ids.token();
  const expiresAt = at + linkLifetimes[kind];
  parts.sql.run(
    `INSERT INTO links (id, hash, kind, created_at, expires_at) VALUES (?, ?, ?, ?, ?)`,
    parts.ids.next('inv', at),
    hashOf('link', secret),
    kind,
    at,
    expiresAt,
  );
  return { url: `${parts.url}/enter/${secret}`, expiresAt };
}

/** The link, while it is good. */
export function linkBy(parts: GateParts, secret: string): Link | null {
  const row = first(
    parts.sql,
    `SELECT id, kind FROM links WHERE hash = ? AND expires_at > ?`,
    hashOf('link', secret),
    parts.now(),
  );
  return row === null ? null : linkOf(row);
}

function linkOf(row: Row): Link {
  const kind = text(row, 'kind');
  if (kind !== 'owner') throw new Error(`Unknown link ${kind}.`);
  return { id: text(row, 'id'), kind };
}

/** Uses a link up. */
export function useUp({ sql }: GateParts, link: Link): void {
  sql.run(`DELETE FROM links WHERE id = ?`, link.id);
}

/** Forgets links whose time is over. */
export function forgetLinks({ sql, now }: GateParts): void {
  sql.run(`DELETE FROM links WHERE expires_at <= ?`, now());
}
