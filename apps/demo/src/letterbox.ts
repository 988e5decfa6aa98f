// Sales' side of the demo: a real SMTP server and a real webhook receiver on this machine. It shows what arrives,
// forwards nothing, keeps the last 500 in memory and forgets them when it ends.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { Arrival, Incoming } from './arrival.ts';
import { readWebhook } from './arrival.ts';
import { file, html, json, readBody, refuse, setGuards } from './http-answer.ts';
import { listen } from './listen.ts';
import { mailPreview } from './mail-preview.ts';
import { startSmtp } from './smtp.ts';

export type { Arrival, EmailArrival, WebhookArrival } from './arrival.ts';

export type LetterboxOptions = {
  /** The page's and the webhook receiver's port; 0: any free one. */
  readonly port: number;
  /** The SMTP server's port; 0: any free one. */
  readonly smtpPort: number;
  /** The secrets of which one must have signed a webhook. */
  readonly secrets: readonly string[];
  /** Where the form is, for the words of the empty page. */
  readonly form?: string;
};

export type Letterbox = {
  readonly url: string;
  /** For `BATON_SMTP`. */
  readonly smtpUrl: string;
  /** What it holds now, oldest first. */
  readonly received: readonly Arrival[];
  /** Calls back with everything that arrives from now on; the answer ends that. */
  readonly onArrival: (listener: (arrival: Arrival) => void) => () => void;
  /** The first arrival, past or future, that matches. Rejects after `withinMs`. */
  readonly arrival: (matches: (arrival: Arrival) => boolean, withinMs?: number) => Promise<Arrival>;
  readonly close: () => Promise<void>;
};

const kept = 500;
const largestWebhook = 1024 * 1024;
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Starts both servers on loopback. Throws when a port is taken. */
export async function startLetterbox(options: LetterboxOptions): Promise<Letterbox> {
  const received: Arrival[] = [];
  const listeners = new Set<(arrival: Arrival) => void>();
  const streams = new Set<ServerResponse>();
  let count = 0;

  const keep = (incoming: Incoming): void => {
    const arrival: Arrival = { ...incoming, number: (count += 1) };
    received.push(arrival);
    if (received.length > kept) received.shift();
    for (const stream of streams) stream.write(eventOf(arrival));
    for (const listener of listeners) listener(arrival);
  };

  const onArrival = (listener: (arrival: Arrival) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://letterbox').pathname;
    setGuards(response, policy);
    if (path === '/webhook') return takeWebhook(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET here.');
    if (path === '/') return file(response, 'letterbox/letterbox.html', { form: options.form ?? '' });
    if (path === '/letterbox.css' || path === '/letterbox.js') return file(response, `letterbox${path}`);
    if (path === '/arrivals') return json(response, received);
    if (path === '/events') return follow(response);
    const mail = /^\/mail\/(\d+)$/.exec(path)?.[1];
    const found = received.find((arrival) => arrival.number === Number(mail));
    if (found?.kind === 'email' && found.html !== null)
      return html(response, mailPreview(found.html, response));
    refuse(response, 404, 'Nothing here.');
  }

  async function takeWebhook(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return refuse(response, 405, 'Webhooks are POSTed.');
    const at = Date.now();
    const raw = await readBody(request, largestWebhook);
    if (raw === null) return refuse(response, 413, 'Too large.');
    const incoming = readWebhook(raw, headersOf(request), options.secrets, at);
    keep(incoming);
    // As a real receiver would: what is not signed is shown here, but not accepted.
    if (incoming.kind === 'webhook' && !incoming.verified)
      return refuse(response, 401, 'The signature does not match.');
    response.writeHead(204).end();
  }

  function follow(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 1000\n\n${received.map(eventOf).join('')}`);
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }

  const smtp = await startSmtp(options.smtpPort, keep);
  const port = await listen(server, options.port).catch(async (error: unknown) => {
    await smtp.close();
    throw error;
  });

  return {
    url: `http://127.0.0.1:${port}`,
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    get received() {
      return received;
    },
    onArrival,
    arrival: (matches, withinMs = 5_000) =>
      new Promise((resolve, reject) => {
        const past = received.find(matches);
        if (past !== undefined) return resolve(past);
        const stop = onArrival((arrival) => {
          if (!matches(arrival)) return;
          clearTimeout(late);
          stop();
          resolve(arrival);
        });
        const late = setTimeout(() => {
          stop();
          reject(
            new Error(
              `Nothing of the kind arrived within ${withinMs} ms; the letterbox holds ${received.length}.`,
            ),
          );
        }, withinMs);
      }),
    async close() {
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
      await Promise.all([smtp.close(), new Promise((resolve) => server.close(resolve))]);
    },
  };
}

function eventOf(arrival: Arrival): string {
  return `id: ${arrival.number}\ndata: ${JSON.stringify(arrival)}\n\n`;
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}
