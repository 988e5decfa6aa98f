// The leanest HTTP client there can be: one kept connection, one request at a time, bytes in and bytes out. A client
// that costs more than the server would measure itself.
import { connect, type Socket } from 'node:net';

export type Connection = {
  /** Sends a whole request; gives the whole answer, status line and all. */
  readonly send: (request: Uint8Array) => Promise<string>;
  readonly close: () => void;
};

export async function openConnection(port: number): Promise<Connection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let text = '';
  let waiting: { resolve: (answer: string) => void; reject: (error: Error) => void } | null = null;
  const settle = (error: Error): void => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    text += part;
    if (!isWhole(text)) return;
    const answer = text;
    text = '';
    const { resolve } = waiting ?? { resolve: () => undefined };
    waiting = null;
    resolve(answer);
  });
  socket.on('error', settle);
  socket.on('close', () => settle(new Error('The connection was closed.')));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = text.slice(0, end + 2);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return text.length >= end + 4 + Number(length);
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return text.endsWith('\r\n0\r\n\r\n');
  return true;
}

/** A POST of JSON as bytes. */
export function jsonPost(path: string, body: string): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
