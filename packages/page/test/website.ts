// A website and a worker in one, for tests: it serves the hosted page, the script as the worker composes it, and
// whatever pages a test adds; it records what is posted and answers as the test says, badly if asked to.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildScript } from '../build/build-script.ts';
import { composePages, composePart, composeScript } from '../src/render/compose.ts';
import type { BuiltScript } from '../src/render/compose.ts';
import {
  embedPayload,
  languageScript,
  languagesOf,
  partsFor,
  renderPage,
  speak,
} from '../src/render/index.ts';
import type { PublishedForm } from '../src/render/index.ts';

/** One answer to a submission: a status with JSON, or a line cut before or in the middle of an answer. */
export type Answer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'cut'
  | 'cut body';

export type Website = {
  readonly url: string;
  /** Bodies of submissions, in the order of their arrival. */
  readonly submissions: Record<string, unknown>[];
  /** What else the script told or asked, by the last part of its address. */
  readonly told: (Record<string, unknown> & { readonly path: string })[];
  /** What `next` answers. */
  readonly next: { skip: string[]; ask: string[] };
  /** Bodies of plain posts. */
  readonly posts: URLSearchParams[];
  /** Answers for the next submissions; afterwards all are taken. */
  readonly answers: Answer[];
  /** Adds a page. */
  page(path: string, html: string, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
};

/** What `GET /f/:form.js` gives. */
export function scriptOf(script: BuiltScript, published: PublishedForm, options: ScriptOptions): string {
  const payload = JSON.stringify({ ...embedPayload(published, options), build: 'test' });
  return composeScript(script, payload, partsFor(published.form, options));
}

type ScriptOptions = Parameters<typeof embedPayload>[1];

export const taken: Answer = {
  status: 201,
  body: {
    submission: 'sub_1',
    visitor: 'visitor-token',
    outcome: {
      id: 'thanks',
      show: { kind: 'message', title: 'Thank you', text: 'We answer within four hours.' },
    },
  },
};

export async function startWebsite(published: PublishedForm): Promise<Website> {
  const script = await buildScript();
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();
  const website: Pick<Website, 'submissions' | 'posts' | 'answers' | 'told' | 'next'> = {
    submissions: [],
    posts: [],
    answers: [],
    told: [],
    next: { skip: [], ask: [] },
  };

  const server = createServer((request, response) => {
    void serve(request, response);
  });
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const language = searchParams.get('language') ?? undefined;
    const give = (
      type: string,
      body: string,
      status = 200,
      headers: Readonly<Record<string, string>> = {},
    ) => {
      response.writeHead(status, {
        'content-type': `${type}; charset=utf-8`,
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'content-type',
        'access-control-expose-headers': 'retry-after',
        ...headers,
      });
      response.end(body);
    };
    const page = pages.get(pathname);
    if (request.method === 'OPTIONS') return give('text/plain', '', 204);
    if (request.method === 'POST') {
      const body = await textOf(request);
      if (pathname === '/f/demo') {
        website.posts.push(new URLSearchParams(body));
        return give('text/html', '<title>Stored</title>');
      }
      const path = pathname.split('/').at(-1) ?? '';
      if (path !== 'submissions') {
        website.told.push({ ...JSON.parse(body), path });
        return path === 'next'
          ? give('application/json', JSON.stringify(website.next))
          : give('text/plain', '', 202);
      }
      website.submissions.push(JSON.parse(body));
      const answer = website.answers.shift() ?? taken;
      if (answer === 'cut') return void request.socket.destroy();
      if (answer === 'cut body') {
        response.writeHead(201, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
        response.write('{"submission":');
        return void setTimeout(() => request.socket.destroy(), 20);
      }
      return give('application/json', JSON.stringify(answer.body), answer.status, answer.headers);
    }
    if (page) return give('text/html', page.html, 200, page.headers);
    if (pathname === '/f/demo') {
      const script = `/f/demo.js?hosted${language === undefined ? '' : `&language=${language}`}`;
      return give('text/html', renderPage(published, { action: '/f/demo', script, language }));
    }
    if (pathname === '/f/demo.js' && searchParams.has('journal')) {
      const { journal } = published.form;
      const payload = JSON.stringify(journal === 'consent' ? { journal } : {});
      return give('text/javascript', journal === 'off' ? '' : composePages(script, payload));
    }
    if (pathname === '/f/demo.js') {
      const hosted = searchParams.has('hosted');
      const lang = searchParams.get('lang');
      const spoken = speak(published.form, language ?? lang ?? undefined).language;
      const first = lang === null && !hosted ? languageScript(languagesOf(published.form), spoken) : '';
      return give('text/javascript', first + scriptOf(script, published, { hosted, language: spoken }));
    }
    const part = composePart(script, /^\/f\/parts\/(\w+)\.js$/.exec(pathname)?.[1] ?? '');
    return part === undefined ? give('text/plain', 'not here', 404) : give('text/javascript', part);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The website has no port.');
  return {
    ...website,
    url: `http://127.0.0.1:${address.port}`,
    page: (path, html, headers = {}) => void pages.set(path, { html, headers }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
