// What all routes share: the app's type, and how a form is named in an address.
import type { Hono } from 'hono';
import type { Actor } from '../access/rights.ts';
import type { Env } from '../env.ts';

/** `actor`: who asks the API. */
export type Bindings = { Bindings: Env; Variables: { actor: Actor } };
export type App = Hono<Bindings>;

/** The form named in a path, without `.js`; null when no form could have that name. */
export function formId(name: string): string | null {
  return /^[a-z0-9][a-z0-9_-]{0,99}$/i.test(name) ? name : null;
}
