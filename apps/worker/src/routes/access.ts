// Who asks the API, and whether they may. The owner key is compared in constant time; without one set, it opens nothing. A
// browser that is signed in may read with its cookie alone; to change something it must be a page of ours.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { may, type Actor, type Right } from '../access/rights.ts';
import type { DeskObject } from '../desk-object.ts';
import { deskOf } from '../desk-of.ts';
import type { Env } from '../env.ts';
import { gateOf } from '../gate-of.ts';
import { keyPrefix } from '../gate/keys.ts';
import { firstWorkspace } from '../workspace-id.ts';
import { problemResponse } from '../problem.ts';
import type { Bindings } from './route.ts';
import { isFromOurPage, sessionSecret } from './session.ts';

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks; nobody goes on unknown. */
export const identified: MiddlewareHandler<Bindings> = async (context, next) => {
  const { env, req } = context;
  const authorization = req.header('authorization');
  const found = await (authorization === undefined ? visitor(req.raw, env) : ofKey(authorization, env));
  const actor = await inNamedWorkspace(found, context);
  if (actor === 'unknown') return problemResponse({ kind: 'unknown', what: 'workspace' });
  if (actor === null) return problemResponse({ kind: 'unauthorised' });
  if (actor.kind === 'person' && !safe.has(req.method) && !isFromOurPage(req.raw, env)) {
    return problemResponse({ kind: 'forbidden', detail: 'This was not sent by a page of Baton’s own.' });
  }
  context.set('actor', actor);
  await next();
  context.header('cache-control', 'no-store');
  return undefined;
};

/** Lets on whoever has the right. */
export function allow(right: Right): MiddlewareHandler<Bindings> {
  return async (context, next) => {
    const actor = context.get('actor');
    if (!may(actor, right)) {
      const who = actor.kind === 'person' ? `The role ${actor.role}` : 'This key';
      return problemResponse({ kind: 'forbidden', detail: `${who} does not have the right ${right}.` });
    }
    await next();
    return undefined;
  };
}

/** The Desk of the workspace that whoever asks acts on. */
export function actingDesk({ env, var: { actor } }: Context<Bindings>): DurableObjectStub<DeskObject> {
  return deskOf(env, actor.workspace);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function ofKey(authorization: string, env: Env): Promise<Actor | null> {
  const given = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
  if (given.startsWith(keyPrefix)) return gateOf(env).actorByKey(given);
  const key = env.BATON_OWNER_KEY ?? '';
  if (key === '' || !timingSafeEqual(digest(key), digest(given))) return null;
  return { kind: 'owner', workspace: firstWorkspace };
}

/** The owner key acts on the workspace that it names, and on the first without one. */
async function inNamedWorkspace(
  actor: Actor | null,
  { env, req }: Context<Bindings>,
): Promise<Actor | null | 'unknown'> {
  const named = req.header('baton-workspace');
  if (actor?.kind !== 'owner' || named === undefined) return actor;
  return (await gateOf(env).isWorkspace(named)) ? { ...actor, workspace: named } : 'unknown';
}

async function visitor(request: Request, env: Env): Promise<Actor | null> {
  const secret = sessionSecret(request);
  const signedIn = secret === null ? null : await gateOf(env).signedIn(secret);
  if (signedIn === null || signedIn.membership === null) return null;
  const { person, membership } = signedIn;
  const { workspace, role } = membership;
  return { kind: 'person', id: person.id, email: person.email, role, workspace };
}
