// Keys for programs: each of one workspace, with scopes, shown once and kept as a hash. Admins make and revoke them.
import { scopes, type Actor, type Scope } from '../access/rights.ts';
import { first, number, numberOrNull, text, type Row } from '../desk/sql.ts';
import { recordChange } from './audit.ts';
import { adminBy, authorOf } from './members.ts';
import type { GateParts } from './parts.ts';
import { nameOf } from './people.ts';
import { hashOf } from './secret.ts';

const minute = 60_000;

/** What every key begins with, so that people and programs that look for lost secrets know one. */
export const keyPrefix = 'bk_';

export type KeyView = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** The last characters, to tell keys apart. */
  readonly hint: string;
  readonly createdBy: string;
  /** Epoch ms; `usedAt`: to the minute, null when never. */
  readonly createdAt: number;
  readonly usedAt: number | null;
};

export type MadeKey =
  /** Nobody can read `secret` again. */
  | { readonly kind: 'made'; readonly key: KeyView; readonly secret: string }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'invalid'; readonly fields: readonly ('name' | 'scopes')[] };

/** The keys of the workspace that an admin works in, the latest first; null for others. */
export function listKeys(parts: GateParts, session: string): KeyView[] | null {
  const admin = adminBy(parts, session);
  if (admin === null) return null;
  return parts.sql
    .all(`SELECT * FROM api_keys WHERE workspace = ? ORDER BY id DESC`, admin.workspace)
    .map(keyView);
}

/** Makes a key. */
export function makeKey(parts: GateParts, session: string, typed: string, wished: readonly Scope[]): MadeKey {
  return parts.sql.transaction(() => {
    const admin = adminBy(parts, session);
    if (admin === null) return { kind: 'not_allowed' };
    const name = nameOf(typed);
    if (name === null || wished.length === 0) {
      return {
        kind: 'invalid',
        fields: [
          ...(name === null ? ['name' as const] : []),
          ...(wished.length === 0 ? ['scopes' as const] : []),
        ],
      };
    }
    const at = parts.now();
    const secret = keyPrefix + parts.ids.token();
    const key: KeyView = {
      id: parts.ids.next('key', at),
      name,
      scopes: scopes.filter((scope) => wished.includes(scope)),
      hint: secret.slice(-4),
      createdBy: admin.person.email,
      createdAt: at,
      usedAt: null,
    };
    parts.sql.run(
      `INSERT INTO api_keys (id, workspace, name, hash, hint, scopes, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      key.id,
      admin.workspace,
      name,
      hashOf('key', secret),
      key.hint,
      key.scopes.join(' '),
      key.createdBy,
      at,
    );
    recordChange(parts, {
      workspace: admin.workspace,
      author: authorOf(admin),
      action: 'key.made',
      subject: key.id,
      after: { name, scopes: key.scopes },
    });
    return { kind: 'made', key, secret };
  });
}

/** Ends a key, from this moment. */
export function revokeKey(parts: GateParts, session: string, id: string): 'done' | 'unknown' | 'not_allowed' {
  return parts.sql.transaction(() => {
    const admin = adminBy(parts, session);
    if (admin === null) return 'not_allowed';
    const row = first(
      parts.sql,
      `SELECT * FROM api_keys WHERE id = ? AND workspace = ?`,
      id,
      admin.workspace,
    );
    if (row === null) return 'unknown';
    const { name, scopes: had } = keyView(row);
    parts.sql.run(`DELETE FROM api_keys WHERE id = ?`, id);
    recordChange(parts, {
      workspace: admin.workspace,
      author: authorOf(admin),
      action: 'key.revoked',
      subject: id,
      before: { name, scopes: had },
    });
    return 'done';
  });
}

/** Who acts by a key; null when it opens nothing (any more). */
export function actorByKey({ sql, now }: GateParts, secret: string): Actor | null {
  const row = first(sql, `SELECT * FROM api_keys WHERE hash = ?`, hashOf('key', secret));
  if (row === null) return null;
  const key = keyView(row);
  if (key.usedAt === null || key.usedAt <= now() - minute) {
    sql.run(`UPDATE api_keys SET used_at = ? WHERE id = ?`, now(), key.id);
  }
  return { kind: 'key', id: key.id, scopes: key.scopes, workspace: text(row, 'workspace') };
}

function keyView(row: Row): KeyView {
  const had = text(row, 'scopes').split(' ');
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    scopes: scopes.filter((scope) => had.includes(scope)),
    hint: text(row, 'hint'),
    createdBy: text(row, 'created_by'),
    createdAt: number(row, 'created_at'),
    usedAt: numberOrNull(row, 'used_at'),
  };
}
