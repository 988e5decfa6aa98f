// Who is signed in. A session is opaque, lives for thirty days and ends after seven without a visit. What its person
// may do is read anew at every request, so that a changed role holds at once.
import { first, number, text, type Row } from '../desk/sql.ts';
import type { GateParts } from './parts.ts';
import { membershipsOf, personOf, type Membership, type Person } from './people.ts';
import { hashOf } from './secret.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const lifetime = 30 * day;
const patience = 7 * day;

/** How long a browser keeps the cookie, s. */
export const sessionSeconds = lifetime / 1000;

export type SignedIn = {
  readonly session: string;
  readonly person: Person;
  /** The workspace that this browser works in; null when the person belongs to none any more. */
  readonly membership: Membership | null;
  readonly memberships: readonly Membership[];
};

export type SessionView = {
  readonly id: string;
  readonly browser: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly seenAt: number;
  readonly isThis: boolean;
};

/** Opens a session and gives its secret, which nobody can read again. */
export function openSession(parts: GateParts, person: string, workspace: string, browser: string): string {
  const at = parts.now();
  const secret = parts.ids.token();
  parts.sql.run(
    `INSERT INTO sessions (id, hash, person, workspace, browser, created_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    parts.ids.next('ses', at),
    hashOf('session', secret),
    person,
    workspace,
    browser,
    at,
    at,
  );
  return secret;
}

/** Whose session it is; null when there is none, or it has ended. */
export function signedInBy(parts: GateParts, secret: string): SignedIn | null {
  const { sql } = parts;
  const now = parts.now();
  const row = first(
    sql,
    `SELECT s.id AS session, s.workspace, s.seen_at, p.id, p.email, p.name FROM sessions s
     JOIN people p ON p.id = s.person WHERE s.hash = ? AND s.created_at > ? AND s.seen_at > ?`,
    hashOf('session', secret),
    now - lifetime,
    now - patience,
  );
  if (row === null) return null;
  const session = text(row, 'session');
  // One write an hour is enough to know that somebody is still there.
  if (number(row, 'seen_at') <= now - hour) {
    sql.run(`UPDATE sessions SET seen_at = ? WHERE id = ?`, now, session);
  }
  const person = personOf(row);
  const memberships = membershipsOf(sql, person.id);
  const chosen = text(row, 'workspace');
  const membership = memberships.find(({ workspace }) => workspace === chosen) ?? memberships[0] ?? null;
  return { session, person, membership, memberships };
}

/** The sessions of a person that go on, the latest seen first. */
export function sessionsOf(parts: GateParts, person: string, current: string | null): SessionView[] {
  const now = parts.now();
  return parts.sql
    .all(
      `SELECT id, browser, created_at, seen_at FROM sessions
       WHERE person = ? AND created_at > ? AND seen_at > ? ORDER BY seen_at DESC, id DESC`,
      person,
      now - lifetime,
      now - patience,
    )
    .map((row) => sessionView(row, current));
}

/** The sessions in which a person works in this workspace, the latest seen first. */
export function sessionsIn(parts: GateParts, person: string, workspace: string): SessionView[] {
  const now = parts.now();
  return parts.sql
    .all(
      `SELECT id, browser, created_at, seen_at FROM sessions
       WHERE person = ? AND workspace = ? AND created_at > ? AND seen_at > ? ORDER BY seen_at DESC, id DESC`,
      person,
      workspace,
      now - lifetime,
      now - patience,
    )
    .map((row) => sessionView(row, null));
}

function sessionView(row: Row, current: string | null): SessionView {
  const id = text(row, 'id');
  return {
    id,
    browser: text(row, 'browser'),
    createdAt: number(row, 'created_at'),
    seenAt: number(row, 'seen_at'),
    isThis: id === current,
  };
}

/** Ends one session of a person. False when they have no such session. */
export function endSession({ sql }: GateParts, person: string, session: string): boolean {
  const row = first(sql, `SELECT 1 FROM sessions WHERE id = ? AND person = ?`, session, person);
  if (row === null) return false;
  sql.run(`DELETE FROM sessions WHERE id = ?`, session);
  return true;
}

/** Forgets sessions that nobody can use any more. */
export function forgetSessions({ sql, now }: GateParts): void {
  sql.run(`DELETE FROM sessions WHERE created_at <= ? OR seen_at <= ?`, now() - lifetime, now() - patience);
}
