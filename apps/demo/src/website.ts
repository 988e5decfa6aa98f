// Serves the website of an invented company, Rampline, as a website that embeds Baton is served: from another
// origin, under a strict content security policy. It keeps nothing and knows nothing of its visitors.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { escapeHtml, file, fileText, html, refuse, setGuards } from './http-answer.ts';
import { listen } from './listen.ts';

type Page = { readonly file: string; readonly title: string; readonly description: string };

const pages: Readonly<Record<string, Page>> = {
  '/': {
    file: 'home',
    title: 'Rampline: shift planning from the dock schedule',
    description:
      'Rampline turns tomorrow’s dock schedule into warehouse shifts: how many people, where, from when.',
  },
  '/pricing': {
    file: 'pricing',
    title: 'Pricing · Rampline',
    description: 'Priced by site, not by head: from €390 per site and month.',
  },
  '/blog': { file: 'blog', title: 'Journal · Rampline', description: 'Notes from the dock.' },
  '/blog/monday-is-not-a-surprise': {
    file: 'monday-is-not-a-surprise',
    title: 'Monday is not a surprise · Rampline',
    description: 'Most overtime is booked before the week begins. Where to look for it on Thursday.',
  },
  '/blog/count-hands-not-heads': {
    file: 'count-hands-not-heads',
    title: 'Count hands, not heads · Rampline',
    description: 'Why a plan of 40 people can be five short.',
  },
  '/demo': {
    file: 'demo',
    title: 'Request a demo · Rampline',
    description: 'Half an hour, your schedule, a real plan.',
  },
};

const missing: Page = { file: 'not-found', title: 'No such page · Rampline', description: '' };

export type Website = { readonly url: string; readonly close: () => Promise<void> };

/** Starts the website on loopback; port 0 is any free one, `baton` where the form comes from. */
export async function startWebsite(options: {
  readonly port: number;
  readonly baton: string;
}): Promise<Website> {
  const baton = new URL(options.baton).origin;
  const policy = [
    "default-src 'none'",
    `script-src ${baton}`,
    `connect-src ${baton}`,
    `form-action ${baton}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types baton',
  ].join('; ');

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setGuards(response, policy);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET here.');
    const path = new URL(request.url ?? '/', 'http://website').pathname.replace(/(?<=.)\/$/, '');
    if (path === '/site.css' || path === '/favicon.svg') return file(response, `site${path}`);
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    html(response, await pageText(page ?? missing, path, baton), page === undefined ? 404 : 200);
  }

  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function pageText(page: Page, path: string, baton: string): Promise<string> {
  const { title, description } = page;
  const [frame, content] = await Promise.all([
    fileText('site/layout.html', { title, description }),
    fileText(`site/${page.file}.html`, { baton }),
  ]);
  const section = `/${path.split('/')[1] ?? ''}`;
  // Where the form stands, its own script keeps the journal.
  const journal = content.includes('/f/demo.js')
    ? ''
    : `<script async src="${escapeHtml(baton)}/f/demo.js?journal"></script>`;
  return frame
    .replace('<!-- content -->', () => content)
    .replace('<!-- journal -->', () => journal)
    .replace(`<a href="${escapeHtml(section)}">`, (link) => link.replace('>', ' aria-current="page">'));
}
