// Mail on workerd, by a real mail server that takes a mail and hangs up before it says so: the owner gets the same
// mail again, by which every mail server can tell that it is one.
import type { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { type Baton, objectsIn, qualified, startBaton, submission } from './baton.ts';
import { portOf } from './receiver.ts';
import { until } from './until.ts';

/** Every mail that came in whole, whether or not the sender was told. */
const received: string[] = [];
const sockets = new Set<Socket>();
let server: SMTPServer;
let baton: Baton;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push(`${to}\n${Buffer.concat(parts).toString('utf8')}`);
        if (received.length > 1) callback();
        else for (const socket of sockets) socket.destroy();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.server.address())));
  });
  baton = await startBaton([], {
    BATON_SMTP: `smtp://127.0.0.1:${port}`,
    BATON_MAIL_FROM: 'Baton <baton@baton.example>',
  });
});

afterAll(async () => {
  await baton.close();
  await new Promise((resolve) => server.close(() => resolve(undefined)));
});

test('a connection that breaks after the final dot leads to the same mail again', async () => {
  expect((await baton.submit(submission(qualified('ada@engines.example')))).status).toBe(201);
  await until('the mail came twice', () => received.length >= 2, 15_000);
  expect(received[1]).toBe(received[0]);
  const [, ...lines] = (received[0] ?? '').split('\n');
  const mail = await PostalMime.parse(lines.join('\n'));
  const [delivery] = await until('it is delivered', async () => {
    const delivered = await baton.all('deliveries', '&state=delivered');
    return delivered.length > 0 && delivered;
  });
  expect(mail.messageId).toBe(`<${String(delivery?.['id'])}@baton.example>`);
  expect(mail.subject).toBe('MQL 60: Ada, engines.example');
  expect(objectsIn(delivery ?? {}, 'attempts').map((attempt) => attempt['error'])).toEqual([
    'connection_failed',
    null,
  ]);
  expect(baton.bugs).toEqual([]);
});
