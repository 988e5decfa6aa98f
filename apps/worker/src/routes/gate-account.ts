// `/account`: a person's own page. Whoever is not signed in is led to the sign-in.
import { ownOf as wordOf } from '@baton/form';
import * as z from 'zod';
import { accountPage, type Own } from '../gate-pages/account-page.ts';
import { deskOf } from '../desk-of.ts';
import { notAllowedPage } from '../gate-pages/people-page.ts';
import type { Env } from '../env.ts';
import type { Operation } from '../openapi/operation.ts';
import { pageAnswers, pressAnswers, pressed, visited, type Visit } from './gate-press.ts';
import type { App } from './route.ts';
import { makesWorkspaces } from '../gate/workspaces.ts';
import { isWorkspaceId } from '../workspace-id.ts';
import { leadTo, noSessionCookie, takesPasskeys } from './session.ts';

/** What may have just been done, by the word that the address carries. */
const notices: Readonly<Record<string, string>> = {
  ended: 'That session has ended.',
  passkey: 'The passkey is made. You can sign in with it from now on.',
  unpasskey: 'The passkey signs nobody in any more.',
  made: 'The workspace is there, and you work in it now.',
};

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
      path: '/account/workspaces',
      id: 'makeWorkspace',
      tag: 'People',
      summary: 'Make a workspace',
      description: 'Its maker is its admin, and works in it from then on. Admins of the first workspace may.',
      body: { 'application/x-www-form-urlencoded': z.object({ name: z.string(), id: z.string() }) },
      answers: pressAnswers({ 422: 'The page again, with what cannot be taken.' }),
    },
    {
      method: 'post',
      path: '/account/workspaces/{id}/enter',
      id: 'enterWorkspace',
      tag: 'People',
      summary: 'Work in another of one’s workspaces',
      parameters: { id: 'The workspace’s id.' },
      body: { 'application/x-www-form-urlencoded': z.object({ to: z.literal('/forms').optional() }) },
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

async function ownOf(gate: Visit['gate'], secret: string, { url }: Request, env: Env): Promise<Own> {
  const [sessions, passkeys] = await Promise.all([gate.sessions(secret), gate.passkeys(secret)]);
  return { sessions, passkeys, isNamed: takesPasskeys(url, env) };
}

export function registerAccount(app: App): void {
  app.get('/account', (context) =>
    visited(context, async ({ signedIn, secret, gate }) => {
      const notice = wordOf(notices, context.req.query('done') ?? '') ?? null;
      return accountPage(
        signedIn,
        await ownOf(gate, secret, context.req.raw, context.env),
        Date.now(),
        notice,
      );
    }),
  );

  app.post('/account/sessions/:id/end', (context) =>
    pressed(context, async ({ secret, gate }) => {
      const ended = await gate.endSession(secret, context.req.param('id'));
      return leadTo(ended ? '/account?done=ended' : '/account');
    }),
  );

  app.post('/account/workspaces', (context) =>
    pressed(context, async ({ secret, gate, signedIn }, values) => {
      const given = { name: values['name'] ?? '', id: values['id'] ?? '' };
      // The Desk learns whose it is before anybody can ask for it; asked again, it is told the same.
      const id = given.id.trim().toLowerCase();
      if (makesWorkspaces(signedIn.memberships) && isWorkspaceId(id)) {
        await deskOf(context.env, id).beWorkspace(id);
      }
      const made = await gate.makeWorkspace(secret, given);
      switch (made.kind) {
        case 'made':
          return leadTo('/account?done=made');
        case 'invalid': {
          const again = { ...given, wrong: made.fields };
          return accountPage(
            signedIn,
            await ownOf(gate, secret, context.req.raw, context.env),
            Date.now(),
            null,
            again,
          );
        }
        case 'not_allowed':
          return notAllowedPage(signedIn);
      }
    }),
  );

  app.post('/account/workspaces/:id/enter', (context) =>
    pressed(context, async ({ secret, gate }, values) => {
      await gate.enterWorkspace(secret, context.req.param('id'));
      return leadTo(values['to'] === '/forms' ? '/forms' : '/account');
    }),
  );

  app.post('/sign-out', (context) =>
    pressed(context, async ({ secret, gate }) => {
      await gate.signOut(secret);
      return leadTo('/', noSessionCookie);
    }),
  );
}
