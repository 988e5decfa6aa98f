// The Gate on Cloudflare's own engine: a thin Durable Object that gives it storage, a clock and a way to send mail.
import type { ChangesAsked } from './desk/audit-query.ts';
import { DurableObject } from 'cloudflare:workers';
import type { Actor } from './access/rights.ts';
import { createMailChannel, type Mail } from './channels/mail.ts';
import { mailRoute } from './channels/mail-route.ts';
import { deskOf } from './desk-of.ts';
import { randomIds } from './desk/ids.ts';
import { publicUrl, type Env } from './env.ts';
import { Gate } from './gate/gate.ts';
import { bugLine, createLog } from './log.ts';
import { storageSql } from './storage-sql.ts';

export class GateObject extends DurableObject<Env> {
  readonly #gate: Gate;
  readonly #log = createLog(false);

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    const hasMail = mailRoute(env) !== null;
    const later = (work: () => Promise<void>): void => {
      // In a turn of its own, so that the answer is on its way whatever there is to do.
      const done = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(work);
      state.waitUntil(done.catch((error: unknown) => this.#log(bugLine(error, 'gate'))));
    };
    this.#gate = new Gate({
      sql: storageSql(state.storage).sql,
      now: () => Date.now(),
      ids: randomIds,
      url: publicUrl(env),
      sendMail: hasMail ? (to, mail) => this.#sendMail(to, mail) : null,
      later,
      // Who they are then is told, whatever becomes of what is being done now.
      membersChanged: (workspace) =>
        later(async () => {
          await deskOf(env, workspace).knowMembers(this.#gate.membersOf(workspace));
        }),
    });
  }

  /** One try: whoever waits for it can ask again. What went wrong is logged without saying for whom. */
  async #sendMail(to: string, mail: Mail): Promise<boolean> {
    const channel = createMailChannel({ sendMail: (message) => this.env.MAIL.sendMail(message) });
    const now = Date.now();
    const id = randomIds.next('msg', now);
    const body = JSON.stringify(mail);
    const result = await channel.send({ id, target: to, body, secrets: [], createdAt: now, now });
    if (!result.ok) this.#log(bugLine(new Error(`A link could not be mailed: ${result.code}`), id));
    return result.ok;
  }

  rolesIn(workspace: string, emails: readonly string[]): ReturnType<Gate['rolesIn']> {
    return this.#gate.rolesIn(workspace, emails);
  }

  membersOf(workspace: string): ReturnType<Gate['membersOf']> {
    return this.#gate.membersOf(workspace);
  }

  ownerLink(): ReturnType<Gate['ownerLink']> {
    return this.#gate.ownerLink();
  }

  mails(): boolean {
    return this.#gate.mails;
  }

  askForLink(typed: string, block: string | null): ReturnType<Gate['askForLink']> {
    return this.#gate.askForLink(typed, block);
  }

  signInLink(typed: string): ReturnType<Gate['signInLink']> {
    return this.#gate.signInLink(typed);
  }

  linkCard(secret: string): ReturnType<Gate['linkCard']> {
    return this.#gate.linkCard(secret);
  }

  enter(...asked: Parameters<Gate['enter']>): ReturnType<Gate['enter']> {
    return this.#gate.enter(...asked);
  }

  signedIn(secret: string): ReturnType<Gate['signedIn']> {
    return this.#gate.signedIn(secret);
  }

  signOut(secret: string): void {
    this.#gate.signOut(secret);
  }

  sessions(secret: string): ReturnType<Gate['sessions']> {
    return this.#gate.sessions(secret);
  }

  endSession(secret: string, session: string): boolean {
    return this.#gate.endSession(secret, session);
  }

  keys(secret: string): ReturnType<Gate['keys']> {
    return this.#gate.keys(secret);
  }

  makeKey(...asked: Parameters<Gate['makeKey']>): ReturnType<Gate['makeKey']> {
    return this.#gate.makeKey(...asked);
  }

  revokeKey(secret: string, id: string): ReturnType<Gate['revokeKey']> {
    return this.#gate.revokeKey(secret, id);
  }

  actorByKey(key: string): Actor | null {
    return this.#gate.actorByKey(key);
  }

  passkeys(secret: string): ReturnType<Gate['passkeys']> {
    return this.#gate.passkeys(secret);
  }

  beginPasskey(...asked: Parameters<Gate['beginPasskey']>): ReturnType<Gate['beginPasskey']> {
    return this.#gate.beginPasskey(...asked);
  }

  makePasskey(...asked: Parameters<Gate['makePasskey']>): ReturnType<Gate['makePasskey']> {
    return this.#gate.makePasskey(...asked);
  }

  removePasskey(secret: string, id: string): boolean {
    return this.#gate.removePasskey(secret, id);
  }

  beginSignIn(...asked: Parameters<Gate['beginSignIn']>): ReturnType<Gate['beginSignIn']> {
    return this.#gate.beginSignIn(...asked);
  }

  signInByPasskey(...asked: Parameters<Gate['signInByPasskey']>): ReturnType<Gate['signInByPasskey']> {
    return this.#gate.signInByPasskey(...asked);
  }

  isWorkspace(workspace: string): boolean {
    return this.#gate.isWorkspace(workspace);
  }

  makeWorkspace(...asked: Parameters<Gate['makeWorkspace']>): ReturnType<Gate['makeWorkspace']> {
    return this.#gate.makeWorkspace(...asked);
  }

  enterWorkspace(secret: string, workspace: string): boolean {
    return this.#gate.enterWorkspace(secret, workspace);
  }

  whoActs(actor: Actor): ReturnType<Gate['whoActs']> {
    return this.#gate.whoActs(actor);
  }

  nameWorkspace(actor: Actor, name: string): void {
    this.#gate.nameWorkspace(actor, name);
  }

  /** Changes before an id, the latest first, as JSON. */
  changes(actor: Actor, asked: ChangesAsked): string {
    return JSON.stringify(this.#gate.changes(actor, asked));
  }

  members(secret: string): ReturnType<Gate['members']> {
    return this.#gate.members(secret);
  }

  member(secret: string, id: string): ReturnType<Gate['member']> {
    return this.#gate.member(secret, id);
  }

  invite(...asked: Parameters<Gate['invite']>): ReturnType<Gate['invite']> {
    return this.#gate.invite(...asked);
  }

  renewInvitation(secret: string, id: string): ReturnType<Gate['renewInvitation']> {
    return this.#gate.renewInvitation(secret, id);
  }

  withdrawInvitation(secret: string, id: string): ReturnType<Gate['withdrawInvitation']> {
    return this.#gate.withdrawInvitation(secret, id);
  }

  changeRole(...asked: Parameters<Gate['changeRole']>): ReturnType<Gate['changeRole']> {
    return this.#gate.changeRole(...asked);
  }

  removeMember(secret: string, person: string): ReturnType<Gate['removeMember']> {
    return this.#gate.removeMember(secret, person);
  }

  endMemberSession(...asked: Parameters<Gate['endMemberSession']>): ReturnType<Gate['endMemberSession']> {
    return this.#gate.endMemberSession(...asked);
  }
}
