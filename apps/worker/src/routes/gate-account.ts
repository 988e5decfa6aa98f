// `/account`: a person's own page. Whoever is not signed in is led to the sign-in.
import { publicUrl } from '../env.ts';
import { gateOf } from '../gate-of.ts';
import { accountPage } from '../gate-pages/account-page.ts';
import { strangeOriginPage } from '../gate-pages/enter-page.ts';
import { page, type Operation } from '../openapi/operation.ts';
import type { App } from './route.ts';
import { isFromOurPage, leadTo, noSessionCookie, sessionSecret } from './session.ts';

/** What may have just been done, by the word that the address carries. */
const notices: Readonly<Record<string, string>> = { ended: 'That session has ended.' };

export function accountOperations(): readonly Operation[] {
  const elsewhere = { description: 'Done, or not signed in.', headers: { location: 'Where it goes on.' } };
  const strange = { description: 'Not sent by a page of ours, as a page.', content: page };
  return [
    {
      method: 'get',
      path: '/account',
      id: 'accountPage',
      tag: 'People',
      summary: 'Who is signed in, and where',
      answers: { 200: { description: 'The page.', content: page }, 303: elsewhere },
    },
    {
      method: 'post',
      path: '/account/sessions/{id}/end',
      id: 'endOwnSession',
      tag: 'People',
      summary: 'End another session of one’s own',
      parameters: { id: 'The session’s id, `ses_…`.' },
      answers: { 303: elsewhere, 403: strange },
    },
    {
      method: 'post',
      path: '/sign-out',
      id: 'signOut',
      tag: 'People',
      summary: 'End this session',
      answers: {
        303: { ...elsewhere, headers: { ...elsewhere.headers, 'set-cookie': 'None any more.' } },
        403: strange,
      },
    },
  ];
}

export function registerAccount(app: App): void {
  app.get('/account', async ({ env, req }) => {
    const secret = sessionSecret(req.raw);
    const gate = gateOf(env);
    const signedIn = secret === null ? null : await gate.signedIn(secret);
    if (secret === null || signedIn === null) return leadTo('/', noSessionCookie);
    const notice = notices[req.query('done') ?? ''] ?? null;
    return accountPage(signedIn, await gate.sessions(secret), Date.now(), notice);
  });

  app.post('/account/sessions/:id/end', async ({ env, req }) => {
    if (!isFromOurPage(req.raw, env)) return strangeOriginPage(publicUrl(env));
    const secret = sessionSecret(req.raw);
    if (secret === null) return leadTo('/');
    const ended = await gateOf(env).endSession(secret, req.param('id'));
    return leadTo(ended ? '/account?done=ended' : '/account');
  });

  app.post('/sign-out', async ({ env, req }) => {
    if (!isFromOurPage(req.raw, env)) return strangeOriginPage(publicUrl(env));
    const secret = sessionSecret(req.raw);
    if (secret !== null) await gateOf(env).signOut(secret);
    return leadTo('/', noSessionCookie);
  });
}
