// Which Desk a request is for.
import type { DeskObject } from './desk-object.ts';
import type { Env } from './env.ts';

/** An id is the digest of a name: the same every time, and worth keeping. */
const ids = new WeakMap<Env['DESK'], DurableObjectId>();

/** The first workspace's Desk. */
export function deskOf({ DESK: desks }: Env): DurableObjectStub<DeskObject> {
  const id = ids.get(desks) ?? desks.idFromName('main');
  ids.set(desks, id);
  return desks.get(id);
}
