// A webhook receiver that works: it keeps every event it got, byte for byte, under the path it came to.
import { createServer } from 'node:http';
import { isRecord, parseJson } from '../../apps/host/src/json.ts';
import type { Json } from './baton.ts';

export type Event = {
  readonly path: string;
  /** The header `webhook-id`. */
  readonly id: string;
  readonly body: string;
  readonly json: Json;
};

export type Receiver = {
  readonly url: string;
  readonly events: Event[];
  /** Calls, including those that were cut before their end. */
  readonly calls: () => number;
  readonly close: () => Promise<void>;
};

/** @param answering what every answer waits for */
export async function startReceiver(answering: Promise<unknown> = Promise.resolve()): Promise<Receiver> {
  const events: Event[] = [];
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.once('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const json = parseJson(body);
      events.push({
        path: request.url ?? '',
        id: String(request.headers['webhook-id'] ?? ''),
        body,
        json: isRecord(json) ? json : {},
      });
      void answering.then(() => response.end('ok'));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    events,
    calls: () => calls,
    async close() {
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The port a server listens on. */
export function portOf(address: string | { readonly port: number } | null): number {
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}
