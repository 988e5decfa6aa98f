// A mail server on loopback that takes every mail from anybody, hands it on and delivers none.
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type Incoming, readEmail } from './arrival.ts';
import { isTaken, taken } from './listen.ts';

const largestMail = 10 * 1024 * 1024;

/** Starts it; 0 is any free port. Mails reach `onMail` before the sender is told that they are accepted. */
export async function startSmtp(
  port: number,
  onMail: (mail: Incoming) => void,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const server = new SMTPServer({
    size: largestMail,
    // Nothing leaves this machine, so there is nobody to keep it secret from.
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    banner: 'Baton letterbox',
    onAuth: (_, __, callback) => callback(null, { user: 'anybody' }),
    onData(stream, session, callback) {
      void answer(stream, session, onMail, callback);
    },
  });
  // A client that hangs up in the middle is its own business.
  server.on('error', () => undefined);
  const bound = await new Promise<number>((resolve, reject) => {
    const onError = (error: Error): void => reject(isTaken(error) ? taken(port, error) : error);
    server.server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.server.off('error', onError);
      const address = server.server.address();
      if (address === null || typeof address === 'string') reject(new Error('An SMTP server has a port.'));
      else resolve(address.port);
    });
  });
  return { port: bound, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function answer(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  onMail: (mail: Incoming) => void,
  callback: (error?: Error) => void,
): Promise<void> {
  try {
    await take(stream, session, onMail);
    callback();
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)));
  }
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  onMail: (mail: Incoming) => void,
): Promise<void> {
  const at = Date.now();
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  if (stream.sizeExceeded) throw Object.assign(new Error('Too large.'), { responseCode: 552 });
  const { mailFrom, rcptTo } = session.envelope;
  const from = mailFrom === false ? '' : mailFrom.address;
  onMail(await readEmail(Buffer.concat(chunks), { from, to: rcptTo.map(({ address }) => address) }, at));
}
