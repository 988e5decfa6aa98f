// Which Desk a request is for.
import type { DeskObject } from './desk-object.ts';
import type { Env } from './env.ts';
import { firstWorkspace } from './workspace-id.ts';

/** An id is the digest of a name: the same every time, and worth keeping for the workspace that most requests are for. */
const ids = new WeakMap<Env['DESK'], DurableObjectId>();

/** A workspace's Desk; without one named, the first workspace's. */
export function deskOf(
  { DESK: desks }: Env,
  workspace: string = firstWorkspace,
): DurableObjectStub<DeskObject> {
  if (workspace !== firstWorkspace) return desks.get(desks.idFromName(workspace));
  const id = ids.get(desks) ?? desks.idFromName(firstWorkspace);
  ids.set(desks, id);
  return desks.get(id);
}
