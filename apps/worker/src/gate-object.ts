// The Gate on Cloudflare's own engine: a thin Durable Object that gives it storage and a clock.
import { DurableObject } from 'cloudflare:workers';
import { randomIds } from './desk/ids.ts';
import { publicUrl, type Env } from './env.ts';
import { Gate } from './gate/gate.ts';
import { storageSql } from './storage-sql.ts';

export class GateObject extends DurableObject<Env> {
  readonly #gate: Gate;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#gate = new Gate({
      sql: storageSql(state.storage),
      now: () => Date.now(),
      ids: randomIds,
      url: publicUrl(env),
    });
  }

  ownerLink(): ReturnType<Gate['ownerLink']> {
    return this.#gate.ownerLink();
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
}
