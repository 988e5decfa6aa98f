// The editor's screens and what lies below them: one page, whose script shows what the address says; whoever is not
// signed in is led to where they can be.
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

/** Where the editor's screens are; each may have further ones below it. */
const screens = {
  inbox: 'Leads, to work through',
  quarantine: 'What looks like a machine’s, to look at',
  ledger: 'What became of everything that was accepted',
  review: 'The numbers that both teams read, and what they teach',
  forms: 'Forms, to work on',
  agreement: 'What marketing and sales agree on',
  attributes: 'What is known of people and companies',
  companies: 'Companies, and which of them are wanted',
  teams: 'Who gets leads and signs, and who takes turns',
  destinations: 'Where notifications go',
  changes: 'Who changed what',
} as const;

export function editorOperations(): readonly Operation[] {
  const answers = {
    200: { description: 'The page.', content: page },
    303: { description: 'Not signed in.', headers: { location: 'Where one can be.' } },
  };
  const common = { method: 'get', tag: 'Screens', answers } as const;
  return [
    ...Object.entries(screens).flatMap(([name, summary]): Operation[] => [
      { ...common, path: `/${name}`, id: `${name}Screen`, summary },
      {
        ...common,
        path: `/${name}/{place}`,
        route: `/${name}/:place{.+}`,
        id: `${name}ScreenBelow`,
        summary: `${summary}: one of them`,
        parameters: { place: 'Which, and what of it.' },
      },
    ]),
    {
      method: 'get',
      path: '/editor/files/{name}',
      id: 'editorFile',
      tag: 'Screens',
      summary: 'A file of the editor',
      description: 'Never another one under the same name.',
      parameters: { name: 'As the editor’s page names it.' },
      answers: { 200: { description: 'The file.', content: script }, ...refusals('unknown') },
    },
  ];
}

export function registerEditor(app: App): void {
  for (const name of Object.keys(screens)) {
    app.get(`/${name}`, (context) => show(context));
    app.get(`/${name}/:place{.+}`, (context) => show(context));
  }
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
