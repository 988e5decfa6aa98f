// What all presses on the Gate's pages share: they come from a page of ours, by somebody who is signed in, with a small
// body; and what they may be answered.
import type { Context } from 'hono';
import { publicLimit, readText } from '../body.ts';
import { publicUrl, type Env } from '../env.ts';
import { gateOf } from '../gate-of.ts';
import { strangeOriginPage } from '../gate-pages/enter-page.ts';
import { goneFromPeoplePage, notAllowedPage } from '../gate-pages/people-page.ts';
import type { SignedIn } from '../gate/sessions.ts';
import { page, type Answer } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import type { Bindings } from './route.ts';
import { isFromOurPage, leadTo, noSessionCookie, sessionSecret } from './session.ts';

type Gate = ReturnType<typeof gateOf>;

/** Somebody signed in, and the way to the Gate. */
export type Visit = {
  readonly secret: string;
  readonly signedIn: SignedIn;
  readonly gate: Gate;
  readonly env: Env;
};

/** Shows a page to whoever is signed in; others are led to the sign-in. */
export async function visited(
  { env, req }: Context<Bindings>,
  show: (visit: Visit) => Response | Promise<Response>,
): Promise<Response> {
  const secret = sessionSecret(req.raw);
  const gate = gateOf(env);
  const signedIn = secret === null ? null : await gate.signedIn(secret);
  if (secret === null || signedIn === null) return leadTo('/', noSessionCookie);
  return show({ secret, signedIn, gate, env });
}

/** Takes a press of whoever is signed in, with what its form says. */
export async function pressed(
  context: Context<Bindings>,
  act: (visit: Visit, values: Readonly<Record<string, string>>) => Promise<Response>,
): Promise<Response> {
  const { env, req } = context;
  if (!isFromOurPage(req.raw, env)) return strangeOriginPage(publicUrl(env));
  const body = await readText(req.raw, publicLimit);
  if (!body.ok) return problemResponse(body.refusal);
  const values = Object.fromEntries(new URLSearchParams(body.value));
  return visited(context, (visit) => act(visit, values));
}

/** The answer to a press that came to nothing, or the place to go on when it was done. */
export function afterPress(
  outcome: 'done' | 'unknown' | 'not_allowed',
  { signedIn }: Visit,
  place: string,
): Response {
  switch (outcome) {
    case 'done':
      return leadTo(place);
    case 'unknown':
      return goneFromPeoplePage(signedIn);
    case 'not_allowed':
      return notAllowedPage(signedIn);
  }
}

const elsewhere: Answer = {
  description: 'Done, or not signed in.',
  headers: { location: 'Where it goes on.' },
};

/** What a page for somebody who is signed in answers. */
export function pageAnswers(more: Readonly<Record<number, string>> = {}): Record<number, Answer> {
  return {
    200: { description: 'The page.', content: page },
    303: { description: 'Not signed in.', headers: { location: 'The sign-in.' } },
    ...asPages(more),
  };
}

/** What a press answers; beside these the pages by status that it alone may come to. */
export function pressAnswers(more: Readonly<Record<number, string>> = {}): Record<number, Answer> {
  return {
    303: elsewhere,
    403: {
      description: 'Not sent by a page of ours, or not by an admin where one is needed.',
      content: page,
    },
    ...refusals('malformed', 'too_large'),
    ...asPages(more),
  };
}

function asPages(more: Readonly<Record<number, string>>): Record<number, Answer> {
  return Object.fromEntries(
    Object.entries(more).map(([status, description]) => [status, { description, content: page }]),
  );
}
