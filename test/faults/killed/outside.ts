// Those whom a Baton talks to, and who talk to it, a step at a time: a receiver of webhooks, a mail server, and somebody
// who sends a request. Each asks at every step whether to go on; where not, it leaves the connection as it is.
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { portOf } from '../receiver.ts';
import type { Steps } from './steps.ts';

/** What has come to somebody whole, however often: by its id, the bytes of each time. */
type Letterbox = Map<string, string[]>;

export type Outside = {
  readonly url: string;
  readonly came: Letterbox;
  readonly close: () => Promise<void>;
};

function keep(came: Letterbox, id: string, bytes: string): void {
  came.set(id, [...(came.get(id) ?? []), bytes]);
}

export async function startSteppedReceiver(steps: Steps): Promise<Outside> {
  const came: Letterbox = new Map();
  const server = createHttpServer((request, response) => {
    const where = `webhook ${request.url ?? ''}`;
    if (!steps.reached(`${where}: its head`)) return;
    const parts: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (part: Buffer) => parts.push(part));
    request.once('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      keep(came, String(request.headers['webhook-id']), `${request.url}\n${body}`);
      if (!steps.reached(`${where}: its body`)) return;
      // Whoever calls again opens a connection again.
      response.writeHead(200, { 'content-length': 2, connection: 'close' });
      response.flushHeaders();
      if (!steps.reached(`${where}: half answered`)) return;
      response.end('ok', () => steps.reached(`${where}: answered`));
    });
  });
  server.on('connection', () => steps.reached('webhook: a connection'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    came,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const says: Readonly<Record<string, string>> = {
  EHLO: '250 stepped',
  MAIL: '250 fine',
  RCPT: '250 fine',
  DATA: '354 go on',
  QUIT: '221 bye',
};

/** Takes every mail; what has come is kept once its final dot is there, whether or not that can still be said. */
export async function startSteppedMail(steps: Steps): Promise<Outside> {
  const came: Letterbox = new Map();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    if (!steps.reached('mail: a connection')) return;
    socket.write('220 stepped\r\n');
    let text = '';
    let message: string[] | null = null;
    const take = (line: string): boolean => {
      if (message === null) {
        const word = (line.split(' ')[0] ?? '').toUpperCase();
        if (!steps.reached(`mail: ${word}`)) return false;
        if (word === 'DATA') message = [];
        socket.write(`${says[word] ?? '502 what?'}\r\n`);
        return true;
      }
      if (line !== '.') {
        message.push(line);
        return message.length !== 2 || steps.reached('mail: a part of the message');
      }
      const raw = message.join('\r\n');
      message = null;
      keep(came, /^message-id: <([^@]*)@/im.exec(raw)?.[1] ?? '', raw);
      if (!steps.reached('mail: the final dot')) return false;
      socket.write('250 taken\r\n', () => steps.reached('mail: taken'));
      return true;
    };
    socket.on('data', (part: Buffer) => {
      text += part.toString('latin1');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (!take(line)) return;
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(server.address())}`,
    came,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Said = { readonly status: number; readonly text: string };

/** Sends a request in two halves over a connection of its own. Null where it broke before all of the answer was there. */
export async function sendStepped(
  steps: Steps,
  who: string,
  url: string,
  request: { readonly type: string; readonly body: string },
): Promise<Said | null> {
  const { hostname, port, pathname, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  const parts: Buffer[] = [];
  const ended = new Promise<void>((resolve) => {
    socket.once('error', () => resolve());
    socket.once('close', () => resolve());
    socket.on('data', (part: Buffer) => {
      if (parts.length === 0) steps.reached(`${who}: the answer begins`);
      parts.push(part);
    });
  });
  const bytes = Buffer.from(request.body);
  const half = bytes.length >> 1;
  const sending = async (): Promise<void> => {
    await once(socket, 'connect');
    if (!steps.reached(`${who}: connected`)) return;
    socket.write(
      `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n` +
        `content-type: ${request.type}\r\ncontent-length: ${bytes.length}\r\n\r\n`,
    );
    socket.write(bytes.subarray(0, half));
    // So that the halves come apart.
    await pause(2);
    if (!steps.reached(`${who}: half is sent`)) return;
    socket.write(bytes.subarray(half), () => steps.reached(`${who}: all is sent`));
  };
  await Promise.all([ended, sending().catch(() => undefined)]);
  socket.destroy();
  const answer = wholeAnswer(Buffer.concat(parts).toString('utf8'));
  if (answer !== null) steps.reached(`${who}: answered`);
  return answer;
}

/** Null where its end is missing: it is either as long as it says, or closed by an empty chunk. */
function wholeAnswer(text: string): Said | null {
  const end = text.indexOf('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
  if (end < 0 || Number.isNaN(status)) return null;
  const [head, rest] = [text.slice(0, end), text.slice(end + 4)];
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length !== undefined) return Buffer.byteLength(rest) < Number(length) ? null : { status, text: rest };
  if (!rest.endsWith('0\r\n\r\n')) return null;
  return { status, text: rest.replaceAll(/(?:^|\r\n)[0-9a-f]+\r\n/gi, '') };
}
