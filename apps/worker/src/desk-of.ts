// Which Desk a request is for.
import type { DeskObject } from './desk-object.ts';
import type { Env } from './env.ts';

/** The first workspace's Desk. */
export function deskOf(env: Env): DurableObjectStub<DeskObject> {
  return env.DESK.get(env.DESK.idFromName('main'));
}
