// Serves one subject at a time, compressed as a cache in front of it would hold it, and counts what left.
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import type { File, Subject } from './subjects.ts';

export type Stand = {
  readonly url: string;
  /** What the page asked for since the last `show`. */
  readonly sent: { requests: number; bytes: number };
  show(subject: Subject): void;
  close(): Promise<void>;
};

export async function startStand(): Promise<Stand> {
  const packed = new Map<File, Buffer>();
  const sent = { requests: 0, bytes: 0 };
  let shown: Subject | undefined;

  const server = createServer((request, response) => {
    const file = shown?.files.get(request.url ?? '/');
    // Clocks with steps of 5 µs are for pages that share nothing with others.
    const headers = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': 'no-store',
    };
    if (request.method !== 'GET' || file === undefined) {
      request.resume();
      return void response.writeHead(request.method === 'GET' ? 404 : 202, headers).end();
    }
    const body = packed.get(file) ?? brotliCompressSync(file.text);
    packed.set(file, body);
    sent.requests += 1;
    sent.bytes += body.length;
    response
      .writeHead(200, {
        ...headers,
        'content-type': `${file.type}; charset=utf-8`,
        'content-encoding': 'br',
        'content-length': body.length,
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The stand has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    sent,
    show(subject) {
      shown = subject;
      Object.assign(sent, { requests: 0, bytes: 0 });
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
