// Scripts of a few forms for the tests that run inside a browser, as a worker would serve them, and a worker's answers.
import { createServer } from 'node:http';
import { buildScript } from '@baton/page/build';
import type { TestProject } from 'vitest/node';
import { missingScript } from '../apps/worker/src/missing-script.ts';
import { publish } from '../packages/page/test/forms.ts';
import { scriptOf, taken } from '../packages/page/test/website.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where forms are served from. */
    baton: string;
  }
}

const step = {
  id: 's',
  title: '',
  fields: [
    { id: 'email', kind: 'email', label: 'E-mail', required: true },
    { id: 'name', kind: 'text', label: 'Name' },
  ],
} as const;
const translations = { de: { fields: { email: { label: 'E-Mail-Adresse' } } } };
const more = { id: 'more', title: 'More', fields: [{ id: 'note', kind: 'text', label: 'Note' }] } as const;
const forms = new Map(
  Object.entries({ demo: [step], other: [step], steps: [step, more] }).map(([id, steps]) => [
    id,
    publish({ id, name: id, steps, translations }),
  ]),
);

export async function setup(project: TestProject): Promise<() => void> {
  const script = await buildScript();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const form = forms.get(/^\/f\/(\w+)\.js$/.exec(pathname)?.[1] ?? '');
    const give = (status: number, type: string, body: string) => {
      response.writeHead(status, {
        'content-type': type,
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'content-type',
      });
      response.end(body);
    };
    if (form) {
      const language = searchParams.get('lang') ?? undefined;
      const mode = searchParams.get('mode') === 'popup' ? ('popup' as const) : undefined;
      give(200, 'text/javascript', scriptOf(script, form, { language, mode }));
    } else if (pathname === '/f/missing.js') {
      give(200, 'text/javascript', missingScript('missing', pathname));
    } else if (request.method === 'POST' && pathname === '/f/steps/submissions') {
      give(403, 'application/json', '{}');
    } else if (request.method === 'POST' && pathname.endsWith('/submissions') && typeof taken === 'object') {
      give(taken.status, 'application/json', JSON.stringify(taken.body));
    } else give(request.method === 'GET' ? 404 : 204, 'text/plain', '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The forms have no port.');
  project.provide('baton', `http://127.0.0.1:${address.port}`);
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
