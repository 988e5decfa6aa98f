// The other side of a channel over HTTP: servers that behave, and those of the fault tests that do not.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Channel } from '../../../apps/worker/src/channels/channel.ts';
import { misbehaviours, redirectTo, startBadReceiver } from '../bad-receivers.ts';
import { portOf } from '../receiver.ts';
import { canary, type ChannelUnderTest, type OtherSide, type TakingSide } from './contract.ts';

/** How a channel is made for a server at this address. */
export type Make = (url: string) => { readonly channel: Channel; readonly target: string };

/** What a server answers: its status, what it says, and more headers. */
export type Says = {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Incoming = {
  readonly headers: IncomingMessage['headers'];
  readonly path: string;
  readonly body: string;
};

/** A server that answers so, and keeps what it got. */
export async function startServer(says: Says): Promise<{
  readonly url: string;
  readonly received: readonly Incoming[];
  readonly close: () => Promise<void>;
}> {
  const received: Incoming[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    await once(request, 'end');
    const body = Buffer.concat(parts).toString('utf8');
    received.push({ headers: request.headers, path: request.url ?? '', body });
    response.writeHead(says.status, { ...says.headers }).end(says.body ?? '');
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** A channel before a server that answers so. */
export async function answering(make: Make, says: Says): Promise<OtherSide> {
  const { url, close } = await startServer(says);
  return { ...make(url), close };
}

/** One that takes everything; `varying` are the headers that differ from try to try. */
export async function taking(make: Make, says: Says, varying: readonly string[]): Promise<TakingSide> {
  const server = await startServer(says);
  return {
    ...make(server.url),
    close: server.close,
    get received() {
      return server.received.map(({ headers, path, body }) => {
        const same = Object.entries(headers).filter(([name]) => ![...varying, 'connection'].includes(name));
        return JSON.stringify([path, same, body]);
      });
    },
  };
}

type Troubles = ChannelUnderTest['troubles'];

/** What may go wrong with any server. */
export function httpTroubles(make: Make): Troubles {
  const bad = (behave: Parameters<typeof startBadReceiver>[0]) => async (): Promise<OtherSide> => {
    const receiver = await startBadReceiver(behave);
    return { ...make(receiver.url.replace(/\/hook$/, '')), close: receiver.close };
  };
  const failed = (code: string, status: number | null = null): { code: string; status: number | null } => ({
    code,
    status,
  });
  return {
    'a server that is not there': {
      start: async () => {
        const receiver = await startBadReceiver(misbehaviours.hang);
        await receiver.close();
        return { ...make(receiver.url.replace(/\/hook$/, '')), close: () => Promise.resolve() };
      },
      fails: failed('connection_failed'),
    },
    'an answer that never begins': { start: bad(misbehaviours.hang), fails: failed('timeout') },
    'a head that never ends': { start: bad(misbehaviours.slowHead), fails: failed('timeout') },
    'a body that never ends': { start: bad(misbehaviours.slowBody), fails: failed('timeout', 200) },
    'a connection that is reset': { start: bad(misbehaviours.reset), fails: failed('connection_failed') },
    'a body that is cut': { start: bad(misbehaviours.cut), fails: failed('reply_unreadable', 200) },
    'no HTTP at all': { start: bad(misbehaviours.garbage), fails: failed('connection_failed') },
    'a head of 20 MB': { start: bad(misbehaviours.longHeaders), fails: failed('connection_failed') },
    'a body of 200 MB': { start: bad(misbehaviours.large), fails: failed('reply_too_large', 200) },
    'a body without an end': { start: bad(misbehaviours.endless), fails: failed('reply_too_large', 200) },
    'a bomb of 200 MB in 200 kB': { start: bad(misbehaviours.bomb), fails: failed('reply_too_large', 200) },
    'gzip that is none': { start: bad(misbehaviours.brokenGzip), fails: failed('reply_unreadable', 200) },
    'a redirect': {
      start: bad(redirectTo('307 Temporary Redirect', 'http://127.0.0.1:9/elsewhere')),
      fails: failed('redirect_refused', 307),
    },
    'a broken server': {
      start: () => answering(make, { status: 500, body: canary }),
      fails: failed('http_500', 500),
    },
    'a server that is busy for an hour': {
      start: () => answering(make, { status: 503, body: canary, headers: { 'retry-after': '3600' } }),
      fails: { ...failed('http_503', 503), retryAfter: 3_600_000 },
    },
    'a server that asks to slow down': {
      start: () => answering(make, { status: 429, headers: { 'retry-after': '30' } }),
      fails: { ...failed('http_429', 429), retryAfter: 30_000 },
    },
  };
}
