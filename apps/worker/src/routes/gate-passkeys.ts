// Passkeys: making one on `/account`, signing in by one on `/`. The pages' script asks for a task, lets the browser do it,
// and brings the answer.
import type { Context } from 'hono';
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { gateOf } from '../gate-of.ts';
import { browserInWords } from '../gate/browser-in-words.ts';
import { madePasskeySchema, usedPasskeySchema, type PasskeyTask, type Site } from '../gate/passkeys.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import { pressAnswers, pressed } from './gate-press.ts';
import type { App, Bindings } from './route.ts';
import { isFromOurPage, isNamed, leadTo, sessionCookie, sessionSecret } from './session.ts';

const makingSchema = z.object({ ticket: z.string().max(100), answer: madePasskeySchema });
const usingSchema = z.object({ ticket: z.string().max(100), answer: usedPasskeySchema });

export function passkeyOperations(): readonly Operation[] {
  const options = z.record(z.string(), z.unknown()).describe('For `navigator.credentials`.');
  const task = {
    description: 'What the browser is to do.',
    content: json(
      z.strictObject({ ticket: z.string().describe('For one answer, within five minutes.'), options }),
    ),
  };
  const done = json(z.strictObject({ next: z.string().describe('Where it goes on.') }));
  const bodies = refusals('malformed', 'too_large', 'unsupported_type', 'invalid', 'forbidden');
  const common = { method: 'post', tag: 'People' } as const;
  return [
    {
      ...common,
      path: '/account/passkeys/task',
      id: 'beginPasskey',
      summary: 'Begin making a passkey',
      answers: { 200: task, ...refusals('unauthorised', 'forbidden', 'conflict') },
    },
    {
      ...common,
      path: '/account/passkeys',
      id: 'makePasskey',
      summary: 'Keep a passkey that the browser has made',
      body: json(makingSchema),
      answers: { 201: { description: 'Kept.', content: done }, ...refusals('unauthorised'), ...bodies },
    },
    {
      ...common,
      path: '/account/passkeys/{id}/remove',
      id: 'removePasskey',
      summary: 'Take a passkey away',
      parameters: { id: 'The passkey’s id.' },
      answers: pressAnswers(),
    },
    {
      ...common,
      path: '/sign-in/passkey/task',
      id: 'beginSignIn',
      summary: 'Begin signing in by a passkey',
      description: 'The same for everybody.',
      answers: { 200: task, ...refusals('forbidden', 'conflict') },
    },
    {
      ...common,
      path: '/sign-in/passkey',
      id: 'signInByPasskey',
      summary: 'Sign in by a passkey',
      body: json(usingSchema),
      answers: {
        200: { description: 'In.', content: done, headers: { 'set-cookie': 'The session.' } },
        ...bodies,
      },
    },
  ];
}

/** Where the page stands that asks; null when it is not ours. */
function siteOf({ req, env }: Context<Bindings>): Site | null {
  const origin = req.header('origin');
  if (origin === undefined || !isFromOurPage(req.raw, env)) return null;
  return { origin, host: new URL(origin).hostname };
}

const strange = (): Response =>
  problemResponse({ kind: 'forbidden', detail: 'This was not sent by a page of Baton’s own.' });

const nobodyKnown = (): Response =>
  problemResponse({ kind: 'invalid', issues: [{ code: 'passkey_refused', path: ['answer'] }] });

/** Passkeys belong to names: browsers make none for a number. */
const numbered = (): Response =>
  problemResponse({ kind: 'conflict', detail: 'Passkeys need an address with a name.' });

function taskAnswer({ ticket, options }: PasskeyTask): Response {
  const answer = jsonAnswer(`{"ticket":"${ticket}","options":${options}}`);
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

export function registerPasskeys(app: App): void {
  app.post('/account/passkeys/task', async (context) => {
    const site = siteOf(context);
    if (site === null) return strange();
    const secret = sessionSecret(context.req.raw);
    const gate = gateOf(context.env);
    if (secret === null || (await gate.signedIn(secret)) === null)
      return problemResponse({ kind: 'unauthorised' });
    if (!isNamed(site.origin)) return numbered();
    const task = await gate.beginPasskey(secret, site);
    return task === null
      ? problemResponse({ kind: 'conflict', detail: 'There are as many passkeys as one may have.' })
      : taskAnswer(task);
  });

  app.post('/account/passkeys', async (context) => {
    const site = siteOf(context);
    if (site === null) return strange();
    const secret = sessionSecret(context.req.raw);
    const gate = gateOf(context.env);
    if (secret === null || (await gate.signedIn(secret)) === null)
      return problemResponse({ kind: 'unauthorised' });
    const body = await readBody(context.req.raw, makingSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { ticket, answer } = body.value;
    const browser = browserInWords(context.req.header('user-agent') ?? null);
    const isKept = await gate.makePasskey(secret, site, ticket, answer, browser);
    return isKept ? jsonAnswer('{"next":"/account?done=passkey"}', 201) : nobodyKnown();
  });

  app.post('/account/passkeys/:id/remove', (context) =>
    pressed(context, async ({ secret, gate }) => {
      const isGone = await gate.removePasskey(secret, context.req.param('id'));
      return leadTo(isGone ? '/account?done=unpasskey' : '/account');
    }),
  );

  app.post('/sign-in/passkey/task', async (context) => {
    const site = siteOf(context);
    if (site === null) return strange();
    return isNamed(site.origin) ? taskAnswer(await gateOf(context.env).beginSignIn(site)) : numbered();
  });

  app.post('/sign-in/passkey', async (context) => {
    const site = siteOf(context);
    if (site === null) return strange();
    const body = await readBody(context.req.raw, usingSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { ticket, answer } = body.value;
    const browser = browserInWords(context.req.header('user-agent') ?? null);
    const before = sessionSecret(context.req.raw);
    const secret = await gateOf(context.env).signInByPasskey(site, ticket, answer, browser, before);
    if (secret === null) return nobodyKnown();
    const done = jsonAnswer('{"next":"/"}');
    done.headers.append('set-cookie', sessionCookie(secret));
    done.headers.set('cache-control', 'no-store');
    return done;
  });
}
