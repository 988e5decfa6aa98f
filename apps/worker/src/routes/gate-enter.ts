// `/` and `/enter/:token`: where people come in. Opening a link changes nothing; the press on its page does.
import * as z from 'zod';
import { publicLimit, readText } from '../body.ts';
import { publicUrl } from '../env.ts';
import { gateOf } from '../gate-of.ts';
import {
  deadLinkPage,
  enterPage,
  linkSentPage,
  signInPage,
  strangeOriginPage,
} from '../gate-pages/enter-page.ts';
import { gateScript } from '../gate-pages/script.ts';
import { gateStyles } from '../gate-pages/styles.ts';
import { browserInWords } from '../gate/browser-in-words.ts';
import { page, script, styleSheet, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { requestFacts } from '../read-request.ts';
import type { App } from './route.ts';
import { homeOf, isFromOurPage, leadTo, sessionCookie, sessionSecret, takesPasskeys } from './session.ts';

const givenSchema = z.object({ name: z.string().default(''), email: z.string().default('') });

export function enterOperations(): readonly Operation[] {
  const parameters = { token: 'From the link.' };
  const dead = { description: 'The link is not good (any more), as a page.', content: page };
  const on = { location: 'Where it goes on.' };
  return [
    {
      method: 'get',
      path: '/',
      id: 'signInPage',
      tag: 'People',
      summary: 'Where people sign in',
      answers: {
        200: { description: 'The page.', content: page },
        303: { description: 'Signed in already.', headers: on },
      },
    },
    {
      method: 'post',
      path: '/sign-in',
      id: 'askForLink',
      tag: 'People',
      summary: 'Ask for a link to sign in',
      description: 'Answers the same, and as soon, whether the address is somebody’s or nobody’s.',
      body: { 'application/x-www-form-urlencoded': z.object({ email: z.string() }) },
      answers: {
        303: { description: 'Taken.', headers: on },
        403: { description: 'Not sent by a page of ours, as a page.', content: page },
        422: { description: 'The page again: this is no e-mail address.', content: page },
        429: { description: 'The page again: too many were asked for.', content: page },
        ...refusals('malformed', 'too_large'),
      },
    },
    {
      method: 'get',
      path: '/sign-in/sent',
      id: 'linkSentPage',
      tag: 'People',
      summary: 'That a link is on its way',
      answers: { 200: { description: 'The page, the same for every address.', content: page } },
    },
    {
      method: 'get',
      path: '/enter/{token}',
      id: 'linkPage',
      tag: 'People',
      summary: 'What a link is for, and a button',
      description: 'Changes nothing, however often it is opened, and by whomever.',
      parameters,
      answers: { 200: { description: 'The page.', content: page }, 404: dead },
    },
    {
      method: 'post',
      path: '/enter/{token}',
      id: 'enter',
      tag: 'People',
      summary: 'Come in by a link',
      description: 'Uses the link up and sets the cookie of a session.',
      parameters,
      body: { 'application/x-www-form-urlencoded': givenSchema },
      answers: {
        303: { description: 'In.', headers: { ...on, 'set-cookie': 'The session.' } },
        403: { description: 'Not sent by a page of ours, as a page.', content: page },
        404: dead,
        422: { description: 'The page again, with what cannot be taken.', content: page },
        ...refusals('malformed', 'too_large'),
      },
    },
    {
      method: 'get',
      path: '/gate/page.css',
      id: 'gateStyles',
      tag: 'People',
      summary: 'The styles of these pages',
      answers: { 200: { description: 'The styles.', content: styleSheet } },
    },
    {
      method: 'get',
      path: '/gate/page.js',
      id: 'gateScript',
      tag: 'People',
      summary: 'The script of these pages',
      answers: { 200: { description: 'The script.', content: script } },
    },
  ];
}

export function registerEnter(app: App): void {
  app.get('/', async ({ env, req }) => {
    const secret = sessionSecret(req.raw);
    const gate = gateOf(env);
    const signedIn = secret === null ? null : await gate.signedIn(secret);
    return signedIn === null
      ? signInPage(await gate.mails(), takesPasskeys(req.url, env))
      : leadTo(homeOf(signedIn));
  });

  app.post('/sign-in', async ({ env, req }) => {
    if (!isFromOurPage(req.raw, env)) return strangeOriginPage(publicUrl(env));
    const body = await readText(req.raw, publicLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const typed = new URLSearchParams(body.value).get('email') ?? '';
    const asked = await gateOf(env).askForLink(typed, requestFacts(req.raw, env).block);
    return asked === 'sent'
      ? leadTo('/sign-in/sent')
      : signInPage(true, takesPasskeys(req.url, env), { typed, trouble: asked });
  });

  app.get('/sign-in/sent', () => linkSentPage());

  app.get('/enter/:token', async ({ env, req }) => {
    const card = await gateOf(env).linkCard(req.param('token'));
    return card === null ? deadLinkPage() : enterPage(card, null);
  });

  app.post('/enter/:token', async ({ env, req }) => {
    if (!isFromOurPage(req.raw, env)) return strangeOriginPage(publicUrl(env));
    const body = await readText(req.raw, publicLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const given = givenSchema.parse(Object.fromEntries(new URLSearchParams(body.value)));
    const token = req.param('token');
    const gate = gateOf(env);
    const browser = browserInWords(req.raw.headers.get('user-agent'));
    const entered = await gate.enter(token, given, browser, sessionSecret(req.raw));
    switch (entered.kind) {
      case 'in':
        return leadTo(homeOf(await gate.signedIn(entered.secret)), sessionCookie(entered.secret));
      case 'invalid': {
        const card = await gate.linkCard(token);
        return card === null ? deadLinkPage() : enterPage(card, { given, wrong: entered.fields });
      }
      case 'not_good':
        return deadLinkPage();
    }
  });

  app.get('/gate/page.css', () => asset(gateStyles, 'text/css'));
  app.get('/gate/page.js', () => asset(gateScript, 'text/javascript'));
}

function asset(text: string, type: string): Response {
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    },
  });
}
