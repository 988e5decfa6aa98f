// Puts Turnstile's word on an arrival, before the Desk decides.
import type { DeskObject } from './desk-object.ts';
import type { Arrival } from './desk/arrival.ts';
import type { Env } from './env.ts';
import { askTurnstile } from './turnstile.ts';

/** Turnstile is only asked where there is a token and the form wants it, and of what is sent: a token is good once. */
export async function withTurnstile(
  env: Pick<Env, 'BATON_TURNSTILE_SECRET'>,
  desk: DurableObjectStub<DeskObject>,
  arrival: Arrival,
): Promise<Arrival> {
  const { turnstile: token, secret: submission } = arrival;
  const isMoot = token === null || !arrival.final || !(await desk.formHead(arrival.form))?.asksTurnstile;
  const asked = { token: isMoot ? null : token, submission };
  return { ...arrival, turnstileWord: await askTurnstile(env.BATON_TURNSTILE_SECRET, asked, fetch) };
}
