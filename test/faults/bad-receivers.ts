// Receivers that misbehave in one way each, down to the bytes: what a webhook may meet out there.
import { createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { portOf } from './receiver.ts';

export type BadReceiver = {
  readonly url: string;
  /** Requests that were read to their end. */
  readonly calls: () => number;
  /** Bytes that were given to the network so far. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
};

/** Answers one whole request. */
type Behave = (socket: Socket) => void;

const megabyte = 1024 * 1024;

function head(status: string, ...headers: readonly string[]): string {
  return [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');
}

/** Writes `total` bytes as fast as they are taken. */
function pour(socket: Socket, total: number): void {
  const part = Buffer.alloc(megabyte / 4, 'x');
  let left = total;
  const more = (): void => {
    while (left > 0 && !socket.destroyed) {
      left -= part.length;
      if (!socket.write(part)) {
        socket.once('drain', more);
        return;
      }
    }
    socket.end();
  };
  more();
}

/** Writes a byte at a time, slower than anybody would wait for. */
function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed) return clearInterval(timer);
    socket.write(text[at % text.length] ?? 'x');
    at += 1;
  }, 200);
  socket.once('close', () => clearInterval(timer));
}

/** Where a redirecting receiver leads is up to the test. */
export function redirectTo(status: string, url: string): Behave {
  return (socket) => socket.end(head(status, `location: ${url}`, 'content-length: 0'));
}

/** A bomb: 200 MB of nothing in 200 KB. */
const bomb = gzipSync(Buffer.alloc(200 * megabyte), { level: 9 });

export const misbehaviours = {
  error: (socket) => socket.end(head('500 Internal Server Error', 'content-length: 0')),
  later: (socket) => socket.end(head('429 Too Many Requests', 'retry-after: 3600', 'content-length: 0')),
  gone: (socket) => socket.end(head('410 Gone', 'content-length: 0')),
  hang: () => undefined,
  reset: (socket) => socket.resetAndDestroy(),
  cut: (socket) => socket.end(`${head('200 OK', 'content-length: 1000')}only a little`),
  garbage: (socket) => socket.end('\x00\x01\x02 what is this \xff\xfe\r\n\r\n'),
  large: (socket) => {
    socket.write(head('200 OK', `content-length: ${200 * megabyte}`));
    pour(socket, 200 * megabyte);
  },
  endless: (socket) => {
    socket.write(head('200 OK', 'connection: close'));
    pour(socket, 200 * megabyte);
  },
  bomb: (socket) => {
    socket.write(head('200 OK', 'content-encoding: gzip', `content-length: ${bomb.length}`));
    socket.end(bomb);
  },
  brokenGzip: (socket) =>
    socket.end(`${head('200 OK', 'content-encoding: gzip', 'content-length: 22')}this was never gzipped`),
  longHeaders: (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nx-filler: `);
    pour(socket, 20 * megabyte);
  },
  slowHead: (socket) =>
    drip(socket, 'HTTP/1.1 200 OK\r\nx-slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  slowBody: (socket) => {
    socket.write(head('200 OK', 'content-length: 100000'));
    drip(socket, 'x');
  },
} as const satisfies Record<string, Behave>;

/** Starts a receiver that meets every request in this way. */
export async function startBadReceiver(behave: Behave): Promise<BadReceiver> {
  const sockets = new Set<Socket>();
  let calls = 0;
  let sent = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      sent += socket.bytesWritten;
      sockets.delete(socket);
    });
    whenRead(socket, () => {
      calls += 1;
      behave(socket);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/hook`,
    calls: () => calls,
    sent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, sent),
    async close() {
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Calls back once the request's head and its declared body are there. */
function whenRead(socket: Socket, then: () => void): void {
  let text = '';
  const read = (part: Buffer): void => {
    text += part.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end + 2))?.[1] ?? 0);
    if (text.length < end + 4 + length) return;
    socket.off('data', read);
    socket.resume();
    then();
  };
  socket.on('data', read);
}
