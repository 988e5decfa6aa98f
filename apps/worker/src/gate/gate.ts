// The Gate: who may come in. One for the whole of Baton; it knows people, their sessions and the workspaces, and
// nothing of what a workspace holds.
import { authorOf, may, type Actor, type Scope } from '../access/rights.ts';
import type { Role } from '../access/roles.ts';
import { applyChanges } from '../desk/apply-changes.ts';
import type { ChangesAsked } from '../desk/audit-query.ts';
import type { ChangeView } from '../desk/audit.ts';
import { listGateChanges, recordChange } from './audit.ts';
import { enterBy, linkCard, type Entered, type Given, type LinkCard } from './enter.ts';
import { invite, renewInvitation, withdrawInvitation, type Invited } from './invitations.ts';
import { actorByKey, listKeys, makeKey, revokeKey, type KeyView, type MadeKey } from './keys.ts';
import { forgetLinks, newLink, type NewLink } from './links.ts';
import {
  changeRole,
  endMemberSession,
  listMembers,
  memberBy,
  membersOf,
  removeMember,
  rolesIn,
  type MemberList,
} from './members.ts';
import { firstWorkspace } from '../workspace-id.ts';
import type { GateParts } from './parts.ts';
import {
  beginMaking,
  beginUsing,
  finishMaking,
  finishUsing,
  passkeysOf,
  removePasskey,
  type PasskeyView,
  type Site,
} from './passkeys.ts';
import { emailOf, hasOwner } from './people.ts';
import { gateChanges } from './schema.ts';
import {
  endSession,
  forgetSessions,
  sessionsOf,
  signedInBy,
  type SessionView,
  type SignedIn,
} from './sessions.ts';
import { askForLink, signInLink } from './sign-in-links.ts';
import { whoActs, type WhoActs } from './who-acts.ts';
import {
  enterWorkspace,
  isWorkspace,
  makeWorkspace,
  nameWorkspace,
  type MadeWorkspace,
} from './workspaces.ts';

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
      return newLink(this.#parts, { kind: 'owner' });
    });
  }

  /** Whether people can be sent their links. */
  get mails(): boolean {
    return this.#parts.sendMail !== null;
  }

  /** Sends a sign-in link to whoever has this address. Says the same of all addresses, and as soon. */
  askForLink(typed: string, block: string | null): 'sent' | 'too_many' | 'not_email' {
    const email = emailOf(typed);
    if (email === null) return 'not_email';
    return askForLink(this.#parts, email, block) ? 'sent' : 'too_many';
  }

  /** A sign-in link for the person with this address, to be passed on by whoever runs Baton. */
  signInLink(typed: string): NewLink | null {
    return signInLink(this.#parts, emailOf(typed) ?? '');
  }

  /** The people of the workspace that an admin works in; null for others. So it is with all that follows. */
  members(secret: string): MemberList | null {
    return listMembers(this.#parts, secret);
  }

  member(secret: string, id: string): ReturnType<typeof memberBy> {
    return memberBy(this.#parts, secret, id);
  }

  /** Asked by Baton itself, for people whom it knows by their signatures. */
  rolesIn(workspace: string, emails: readonly string[]): ReturnType<typeof rolesIn> {
    return rolesIn(this.#parts, workspace, emails);
  }

  /** All who come in there. */
  membersOf(workspace: string): ReturnType<typeof membersOf> {
    return membersOf(this.#parts, workspace);
  }

  invite(secret: string, typed: string, role: Role): Promise<Invited> {
    return invite(this.#parts, secret, typed, role);
  }

  renewInvitation(secret: string, id: string): Promise<Invited> {
    return renewInvitation(this.#parts, secret, id);
  }

  withdrawInvitation(secret: string, id: string): ReturnType<typeof withdrawInvitation> {
    return withdrawInvitation(this.#parts, secret, id);
  }

  changeRole(secret: string, person: string, role: Role): ReturnType<typeof changeRole> {
    return changeRole(this.#parts, secret, person, role);
  }

  removeMember(secret: string, person: string): ReturnType<typeof removeMember> {
    return removeMember(this.#parts, secret, person);
  }

  endMemberSession(secret: string, person: string, session: string): ReturnType<typeof endMemberSession> {
    return endMemberSession(this.#parts, secret, person, session);
  }

  /** Changes of people of the actor's workspace, the latest first. Routes have asked whether they may. */
  changes(actor: Actor, asked: ChangesAsked): ChangeView[] {
    if (!may(actor, 'audit.read')) throw new Error(`${authorOf(actor)} may not: audit.read.`);
    return listGateChanges(this.#parts, actor.workspace, asked);
  }

  /** The keys of the workspace that an admin works in; null for others. */
  keys(secret: string): KeyView[] | null {
    return listKeys(this.#parts, secret);
  }

  makeKey(secret: string, name: string, wished: readonly Scope[]): MadeKey {
    return makeKey(this.#parts, secret, name, wished);
  }

  revokeKey(secret: string, id: string): ReturnType<typeof revokeKey> {
    return revokeKey(this.#parts, secret, id);
  }

  /** Who acts by a key; null when it opens nothing. */
  actorByKey(key: string): Actor | null {
    return actorByKey(this.#parts, key);
  }

  /** The person's own passkeys. Empty when the secret opens nothing. */
  passkeys(secret: string): PasskeyView[] {
    const signedIn = this.signedIn(secret);
    return signedIn === null ? [] : passkeysOf(this.#parts, signedIn.person.id);
  }

  beginPasskey(secret: string, site: Site): ReturnType<typeof beginMaking> {
    return beginMaking(this.#parts, secret, site);
  }

  makePasskey(
    secret: string,
    site: Site,
    ticket: string,
    answer: Parameters<typeof finishMaking>[4],
    browser: string,
  ): Promise<boolean> {
    return finishMaking(this.#parts, secret, site, ticket, answer, browser);
  }

  removePasskey(secret: string, id: string): boolean {
    return removePasskey(this.#parts, secret, id);
  }

  beginSignIn(site: Site): ReturnType<typeof beginUsing> {
    return beginUsing(this.#parts, site);
  }

  /** The secret of a new session; one that this browser had before ends. */
  async signInByPasskey(
    site: Site,
    ticket: string,
    answer: Parameters<typeof finishUsing>[3],
    browser: string,
    before: string | null,
  ): Promise<string | null> {
    const secret = await finishUsing(this.#parts, site, ticket, answer, browser);
    if (secret !== null && before !== null) this.signOut(before);
    return secret;
  }

  isWorkspace(workspace: string): boolean {
    return isWorkspace(this.#parts.sql, workspace);
  }

  makeWorkspace(secret: string, given: { readonly id: string; readonly name: string }): MadeWorkspace {
    return makeWorkspace(this.#parts, secret, given);
  }

  enterWorkspace(secret: string, workspace: string): boolean {
    return enterWorkspace(this.#parts, secret, workspace);
  }

  /** What whoever acts may know of themselves. */
  whoActs(actor: Actor): WhoActs {
    return whoActs(this.#parts.sql, actor);
  }

  /** Calls the actor's workspace by another name. */
  nameWorkspace(actor: Actor, name: string): void {
    if (!may(actor, 'workspace.write')) throw new Error(`${authorOf(actor)} may not: workspace.write.`);
    nameWorkspace(this.#parts, actor.workspace, name);
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
          workspace: signedIn.membership?.workspace ?? null,
          author: `person:${signedIn.person.email}`,
          action: 'session.ended',
          subject: signedIn.person.email,
        });
      }
      return ended;
    });
  }
}
