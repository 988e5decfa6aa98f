// The Gate: who may come in. One for the whole of Baton; it knows people, their sessions and the workspaces, and
// nothing of what a workspace holds.
import { applyChanges } from '../desk/apply-changes.ts';
import { recordChange } from './audit.ts';
import { enterBy, linkCard, type Entered, type Given, type LinkCard } from './enter.ts';
import { forgetLinks, newLink, type NewLink } from './links.ts';
import { firstWorkspace, type GateParts } from './parts.ts';
import { hasOwner } from './people.ts';
import { gateChanges } from './schema.ts';
import {
  endSession,
  forgetSessions,
  sessionsOf,
  signedInBy,
  type SessionView,
  type SignedIn,
} from './sessions.ts';

export class Gate {
  readonly #parts: GateParts;

  constructor(parts: GateParts) {
    this.#parts = parts;
    applyChanges(parts.sql, gateChanges);
    parts.sql.run(
      `INSERT INTO workspaces (id, name, created_at) VALUES (?, 'Baton', ?) ON CONFLICT (id) DO NOTHING`,
      firstWorkspace,
      parts.now(),
    );
    forgetSessions(parts);
    forgetLinks(parts);
  }

  /** A link that makes its opener the owner, in place of any made before; null when there is an owner. */
  ownerLink(): NewLink | null {
    const { sql } = this.#parts;
    return sql.transaction(() => {
      if (hasOwner(sql)) return null;
      sql.run(`DELETE FROM links WHERE kind = 'owner'`);
      return newLink(this.#parts, 'owner');
    });
  }

  /** What a link's page shows; null when the link is not good. Changes nothing. */
  linkCard(secret: string): LinkCard | null {
    return linkCard(this.#parts, secret);
  }

  /** Comes in by a link. A session that this browser had before ends. */
  enter(secret: string, given: Given, browser: string, before: string | null): Entered {
    const entered = enterBy(this.#parts, secret, given, browser);
    if (entered.kind === 'in' && before !== null) this.signOut(before);
    return entered;
  }

  signedIn(secret: string): SignedIn | null {
    return signedInBy(this.#parts, secret);
  }

  /** Ends the session of this secret, if there is one. */
  signOut(secret: string): void {
    const signedIn = this.signedIn(secret);
    if (signedIn !== null) endSession(this.#parts, signedIn.person.id, signedIn.session);
  }

  /** The person's own sessions. Empty when the secret opens none. */
  sessions(secret: string): SessionView[] {
    const signedIn = this.signedIn(secret);
    return signedIn === null ? [] : sessionsOf(this.#parts, signedIn.person.id, signedIn.session);
  }

  /** Ends another session of the same person. False when they have no such session. */
  endSession(secret: string, session: string): boolean {
    const signedIn = this.signedIn(secret);
    if (signedIn === null) return false;
    return this.#parts.sql.transaction(() => {
      const ended = endSession(this.#parts, signedIn.person.id, session);
      if (ended) {
        recordChange(this.#parts, {
          workspace: null,
          author: `person:${signedIn.person.email}`,
          action: 'session.ended',
          subject: signedIn.person.email,
        });
      }
      return ended;
    });
  }
}
