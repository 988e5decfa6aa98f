// `/forms` and what lies below: the editor. One page, whose script shows what the address says; whoever is not signed
// in is led to where they can be.
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { editorFile, editorPage } from '../editor-files.ts';
import { gateOf } from '../gate-of.ts';
import { page, script, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { pageHeaders } from '../page-headers.ts';
import { problemResponse } from '../problem.ts';
import type { App, Bindings } from './route.ts';
import { leadTo, sessionSecret } from './session.ts';

export function editorOperations(): readonly Operation[] {
  const answers = {
    200: { description: 'The page.', content: page },
    303: { description: 'Not signed in.', headers: { location: 'Where one can be.' } },
  };
  return [
    {
      method: 'get',
      path: '/forms',
      id: 'editorForms',
      tag: 'Forms',
      summary: 'All forms, to work on',
      answers,
    },
    {
      method: 'get',
      path: '/forms/{place}',
      route: '/forms/:place{.+}',
      id: 'editorForm',
      tag: 'Forms',
      summary: 'One form, to work on',
      parameters: { place: 'Which form, and what of it.' },
      answers,
    },
    {
      method: 'get',
      path: '/editor/files/{name}',
      id: 'editorFile',
      tag: 'Forms',
      summary: 'A file of the editor',
      description: 'Never another one under the same name.',
      parameters: { name: 'As the editor’s page names it.' },
      answers: { 200: { description: 'The file.', content: script }, ...refusals('unknown') },
    },
  ];
}

export function registerEditor(app: App): void {
  app.get('/forms', (context) => show(context));
  app.get('/forms/:place{.+}', (context) => show(context));
  app.get('/editor/files/:name', async ({ env, req }) => {
    const file = await editorFile(env, req.param('name'), req.header('accept-encoding') ?? '');
    return file ?? problemResponse({ kind: 'unknown', what: 'address' });
  });
}

async function show({ env, req }: Context<Bindings>): Promise<Response> {
  const secret = sessionSecret(req.raw);
  const signedIn = secret === null ? null : await gateOf(env).signedIn(secret);
  if (signedIn === null) return leadTo('/');
  if (signedIn.membership === null) return leadTo('/account');
  const nonce = randomBytes(16).toString('base64url');
  const policy = {
    // What the page's own script loads may run; nothing that stands in the page, whoever wrote it.
    'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'font-src': "'self'",
    'img-src': "'self' data: https:",
    'connect-src': "'self'",
    'frame-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return new Response(await editorPage(env, nonce), {
    headers: { ...pageHeaders(policy), 'referrer-policy': 'same-origin', 'cache-control': 'no-store' },
  });
}
