// A real SMTP server that can be told how to take the next mails, and keeps the raw bytes of each it was sent.
import { SMTPServer } from 'smtp-server';
import { portOf } from './receiver.ts';

/** How a mail is met: after its recipient, or after its last byte. */
type Manner = 'take' | 'defer' | 'refuse' | 'cut';

export type SentMail = {
  readonly to: string;
  readonly manner: Manner;
  /** Everything between DATA and the final dot. */
  readonly raw: string;
  readonly messageId: string;
};

export type MailServer = {
  readonly url: string;
  readonly mails: SentMail[];
  /** Recipients that were turned away before their mail could be sent. */
  readonly refused: string[];
  /** The manners of the next mails to an address; when they are used up, mails are taken. */
  readonly next: (to: string, ...manners: Manner[]) => void;
  readonly close: () => Promise<void>;
};

export async function startMailServer(): Promise<MailServer> {
  const mails: SentMail[] = [];
  const refused: string[] = [];
  const plans = new Map<string, Manner[]>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (plans.get(address)?.[0] !== 'refuse') return done();
      plans.get(address)?.shift();
      refused.push(address);
      done(smtpError('No such mailbox', 550));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.once('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const manner = plans.get(to)?.shift() ?? 'take';
        const raw = Buffer.concat(parts).toString('utf8');
        const messageId = /^message-id: (.*)$/im.exec(raw)?.[1]?.trim() ?? '';
        mails.push({ to, manner, raw, messageId });
        if (manner === 'cut') cut(server, session.id);
        else done(manner === 'defer' ? smtpError('Come back later', 451) : null);
      });
    },
  });
  // Connections that are cut on purpose are no news.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => {
    listening.once('listening', resolve);
  });
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    mails,
    refused,
    next: (to, ...manners) => {
      plans.set(to, manners);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function smtpError(message: string, responseCode: number): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Ends a session without a word: the client cannot know whether its mail was taken. */
function cut(server: SMTPServer, session: string): void {
  for (const connection of server.connections) {
    // oxlint-disable-next-line no-underscore-dangle -- smtp-server has no public way to be this rude
    if (connection.id === session) connection._socket.destroy();
  }
}
