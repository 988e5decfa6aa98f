// The other side of mail: an SMTP server that takes it, and some that misbehave, line by line.
import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { createMailChannel } from '../../../apps/worker/src/channels/mail.ts';
import { createSmtpMailer } from '../../../apps/worker/src/channels/smtp.ts';
import { portOf } from '../receiver.ts';
import { canary, type ChannelUnderTest, type OtherSide, type TakingSide } from './contract.ts';

export const password = 'a-password-of-smtp';
export const from = 'Baton at Rampline <baton@rampline.example>';

/** A mail as the outbox keeps it. */
export const mail = JSON.stringify({
  subject: 'HOT 84: Ada, Engines',
  text: 'Ada\n.\nA line with a dot alone\n',
  html: '<p>Ada &amp; “Söhne”</p>',
  inReplyTo: 'msg_earlier',
});

function sideAt(port: number, close: () => Promise<void>): OtherSide {
  const url = `smtp://sales:${password}@127.0.0.1:${port}`;
  return {
    channel: createMailChannel(createSmtpMailer({ url, from })),
    target: 'ann@rampline.example',
    close,
  };
}

/** Takes everything at `mailbox`; `received` is a mail's recipients in one line, and its bytes. */
export async function takingMail(): Promise<TakingSide & { readonly mailbox: string }> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: (_, __, callback) => callback(null, { user: 'sales' }),
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
        received.push(`${to}\n${Buffer.concat(parts).toString('utf8')}`);
        callback();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.server.address())));
  });
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { ...sideAt(port, close), received, mailbox: `smtp://127.0.0.1:${port}` };
}

/** What a server says to each command, by its first word; `null` says nothing, `cut` hangs up. */
type Script = Readonly<Record<string, string | null>> & { readonly greeting?: string | null };

const polite: Script = {
  greeting: '220 ready',
  EHLO: `250-${canary}\r\n250 AUTH PLAIN`,
  AUTH: '235 come in',
  MAIL: '250 fine',
  RCPT: '250 fine',
  DATA: '354 go on',
  '.': '250 taken',
  QUIT: '221 bye',
};

async function startScript(changes: Script): Promise<OtherSide> {
  const script: Script = { ...polite, ...changes };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    converse(socket, script);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return sideAt(portOf(server.address()), async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
}

function converse(socket: Socket, script: Script): void {
  let text = '';
  let inData = false;
  const say = (line: string | null | undefined): void => {
    if (line === 'cut') socket.resetAndDestroy();
    else if (line === 'drip') drip(socket);
    else if (typeof line === 'string') socket.write(`${line}\r\n`);
  };
  say(script.greeting);
  socket.on('data', (part: Buffer) => {
    text += part.toString('latin1');
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      if (inData && line !== '.') continue;
      const word = inData ? '.' : (line.split(' ')[0] ?? '').toUpperCase();
      inData = word === 'DATA' && (script['DATA'] ?? '').startsWith('354');
      say(script[word]);
    }
  });
}

function drip(socket: Socket): void {
  const timer = setInterval(() => socket.write('2'), 500);
  socket.once('close', () => clearInterval(timer));
}

/** What may go wrong with a mail server. */
export const mailTroubles: ChannelUnderTest['troubles'] = {
  'a server that is not there': {
    start: async () => {
      const side = await startScript({});
      await side.close();
      return { ...side, close: () => Promise.resolve() };
    },
    fails: { code: 'connection_failed', status: null },
  },
  'no greeting': { start: () => startScript({ greeting: null }), fails: { code: 'timeout', status: null } },
  'a greeting that drips': {
    start: () => startScript({ greeting: 'drip' }),
    fails: { code: 'timeout', status: null },
  },
  'a server that is closed': {
    start: () => startScript({ greeting: `421 ${canary}` }),
    fails: { code: 'smtp_421', status: 421 },
  },
  'a password that is wrong': {
    start: () => startScript({ AUTH: `535 ${canary}` }),
    fails: { code: 'smtp_login_failed', status: 535 },
  },
  'a sender that may not send': {
    start: () => startScript({ MAIL: `553 ${canary}` }),
    fails: { code: 'smtp_553', status: 553 },
  },
  'a recipient that is greylisted': {
    start: () => startScript({ RCPT: `450 ${canary}` }),
    fails: { code: 'smtp_450', status: 450, ofMessage: true },
  },
  'a recipient that is unknown': {
    start: () => startScript({ RCPT: `550 ${canary}` }),
    fails: { code: 'mail_refused', status: 550, permanent: true, ofMessage: true },
  },
  'a message that is refused': {
    start: () => startScript({ '.': `554 ${canary}` }),
    fails: { code: 'mail_refused', status: 554, permanent: true, ofMessage: true },
  },
  'a message that is not taken now': {
    start: () => startScript({ '.': `451 ${canary}` }),
    fails: { code: 'smtp_451', status: 451, ofMessage: true },
  },
  'a connection that breaks after the final dot': {
    start: () => startScript({ '.': 'cut' }),
    fails: { code: 'connection_failed', status: null },
  },
  'silence after the final dot': {
    start: () => startScript({ '.': null }),
    fails: { code: 'timeout', status: null },
  },
  'no SMTP at all': {
    start: () => startScript({ greeting: 'HTTP/1.1 200 OK' }),
    fails: { code: 'connection_failed', status: null },
  },
};
