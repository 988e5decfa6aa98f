// An address that is there, asked with a method that it does not know: 405, and which ones it does know.
import type { Context } from 'hono';
import { problemResponse } from '../problem.ts';
import type { App, Bindings } from './route.ts';

const methods = ['GET', 'POST', 'PUT', 'OPTIONS'] as const;

/** The answer where no route took the request: 405 when the address is there for other methods, else 404. */
export function noRoute(app: App, context: Context<Bindings>): Response {
  const known = methods.filter((method) => isRegistered(app, method, context.req.path));
  return known.length === 0 ? problemResponse({ kind: 'unknown', what: 'address' }) : notAllowed(known);
}

/** For addresses that a wider route would answer too, such as `/f/demo.js` beside `/f/:form`: for GET alone. */
export function onlyGet(): Response {
  return notAllowed(['GET']);
}

function notAllowed(known: readonly string[]): Response {
  const allow = known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  return problemResponse({ kind: 'not_allowed', allow });
}

/** Middleware stands under every method and makes no address. */
function isRegistered(app: App, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path);
  return handlers.some(([[, route]]) => route.method === method);
}
