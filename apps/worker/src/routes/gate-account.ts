// `/account`: a person's own page. Whoever is not signed in is led to the sign-in.
import { accountPage } from '../gate-pages/account-page.ts';
import type { Operation } from '../openapi/operation.ts';
import { pageAnswers, pressAnswers, pressed, visited } from './gate-press.ts';
import type { App } from './route.ts';
import { leadTo, noSessionCookie } from './session.ts';

/** What may have just been done, by the word that the address carries. */
const notices: Readonly<Record<string, string>> = { ended: 'That session has ended.' };

export function accountOperations(): readonly Operation[] {
  return [
    {
      method: 'get',
      path: '/account',
      id: 'accountPage',
      tag: 'People',
      summary: 'Who is signed in, and where',
      answers: pageAnswers(),
    },
    {
      method: 'post',
      path: '/account/sessions/{id}/end',
      id: 'endOwnSession',
      tag: 'People',
      summary: 'End another session of one’s own',
      parameters: { id: 'The session’s id, `ses_…`.' },
      answers: pressAnswers(),
    },
    {
      method: 'post',
      path: '/sign-out',
      id: 'signOut',
      tag: 'People',
      summary: 'End this session',
      answers: pressAnswers(),
    },
  ];
}

export function registerAccount(app: App): void {
  app.get('/account', (context) =>
    visited(context, async ({ signedIn, secret, gate }) => {
      const notice = notices[context.req.query('done') ?? ''] ?? null;
      return accountPage(signedIn, await gate.sessions(secret), Date.now(), notice);
    }),
  );

  app.post('/account/sessions/:id/end', (context) =>
    pressed(context, async ({ secret, gate }) => {
      const ended = await gate.endSession(secret, context.req.param('id'));
      return leadTo(ended ? '/account?done=ended' : '/account');
    }),
  );

  app.post('/sign-out', (context) =>
    pressed(context, async ({ secret, gate }) => {
      await gate.signOut(secret);
      return leadTo('/', noSessionCookie);
    }),
  );
}
