// The owner's key in front of `/api`. It is compared in constant time; without a key set, nobody gets in.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { problemResponse } from '../problem.ts';
import type { Bindings } from './route.ts';

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

export const owner: MiddlewareHandler<Bindings> = async (context, next) => {
  const key = context.env.BATON_OWNER_KEY ?? '';
  const given = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
  if (key === '' || !timingSafeEqual(digest(key), digest(given)))
    return problemResponse({ kind: 'unauthorised' });
  await next();
  context.header('cache-control', 'no-store');
  return undefined;
};
