// What all routes share: the app's type.
import type { Hono } from 'hono';
import type { Actor } from '../access/rights.ts';
import type { Env } from '../env.ts';

/** `actor`: who asks the API. */
export type Bindings = { Bindings: Env; Variables: { actor: Actor } };
export type App = Hono<Bindings>;
