// `/keys`: the keys of the workspace that an admin works in.
import { ownOf } from '@baton/form';
import * as z from 'zod';
import { scopes } from '../access/rights.ts';
import { keysPage, type KeysNews } from '../gate-pages/keys-page.ts';
import { notAllowedPage } from '../gate-pages/people-page.ts';
import type { Operation } from '../openapi/operation.ts';
import { afterPress, pageAnswers, pressAnswers, pressed, visited, type Visit } from './gate-press.ts';
import type { App } from './route.ts';

/** What may have just been done, by the word that the address carries. */
const notices: Readonly<Record<string, string>> = { revoked: 'The key opens nothing any more.' };

export function keyOperations(): readonly Operation[] {
  const boxes = Object.fromEntries(scopes.map((scope) => [`scope_${scope}`, z.string().optional()]));
  return [
    {
      method: 'get',
      path: '/keys',
      id: 'keysPage',
      tag: 'People',
      summary: 'The keys of a workspace',
      answers: pageAnswers({ 403: 'For admins only.' }),
    },
    {
      method: 'post',
      path: '/keys',
      id: 'makeKey',
      tag: 'People',
      summary: 'Make a key',
      body: { 'application/x-www-form-urlencoded': z.object({ name: z.string(), ...boxes }) },
      answers: pressAnswers({
        200: 'The page with the key, shown this once.',
        422: 'The page again, with what cannot be taken.',
      }),
    },
    {
      method: 'post',
      path: '/keys/{id}/revoke',
      id: 'revokeKey',
      tag: 'People',
      summary: 'Revoke a key',
      parameters: { id: 'The key’s id, `key_…`.' },
      answers: pressAnswers({ 404: 'There is none (any more).' }),
    },
  ];
}

export function registerKeys(app: App): void {
  app.get('/keys', (context) =>
    visited(context, (visit) =>
      showKeys(visit, { notice: ownOf(notices, context.req.query('done') ?? '') ?? null }),
    ),
  );

  app.post('/keys', (context) =>
    pressed(context, async (visit, values) => {
      const name = values['name'] ?? '';
      const wished = scopes.filter((scope) => values[`scope_${scope}`] !== undefined);
      const made = await visit.gate.makeKey(visit.secret, name, wished);
      switch (made.kind) {
        case 'made':
          return showKeys(visit, { made });
        case 'invalid':
          return showKeys(visit, { again: { name, wished, wrong: made.fields } });
        case 'not_allowed':
          return notAllowedPage(visit.signedIn);
      }
    }),
  );

  app.post('/keys/:id/revoke', (context) =>
    pressed(context, async (visit) => {
      const outcome = await visit.gate.revokeKey(visit.secret, context.req.param('id'));
      return afterPress(outcome, visit, '/keys?done=revoked');
    }),
  );
}

async function showKeys({ gate, secret, signedIn }: Visit, news: KeysNews): Promise<Response> {
  const keys = await gate.keys(secret);
  return keys === null ? notAllowedPage(signedIn) : keysPage(signedIn, keys, Date.now(), news);
}
