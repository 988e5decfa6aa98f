// Reads the command line of `npm start` and `npm run dev`. What it does not know, it refuses with a plain sentence.
import { parseArgs } from 'node:util';
import { PlainError } from './plain-error.ts';

/** What the flags say; `demo`: null when they say neither. */
export type Flags = {
  readonly port: number;
  readonly data: string | null;
  readonly workspace: string | null;
  readonly allowPrivate: boolean;
  readonly demo: boolean | null;
  readonly help: boolean;
};

/** A command line that cannot be followed; `message` is for whoever typed it. */
export class BadFlags extends PlainError {}

export const help = `Usage: npm start -- [flags]

  --port N          where Baton listens (8787); the demo takes the three ports after it
  --data FOLDER     where everything is kept (.baton/data)
  --workspace FILE  imports this workspace when the file changed since the last start
  --demo, --no-demo with or without the demo website and the letterbox;
                    a new data folder starts with them unless --workspace is given
  --allow-private   lets webhooks reach private addresses, for development; not in production
  --help            this

Settings by environment: BATON_OWNER_KEY, BATON_URL, BATON_SMTP, BATON_RESEND_KEY, BATON_MAIL_FROM.
`;

type Environment = Readonly<Record<string, string | undefined>>;

/** Parses flags. Throws `BadFlags`. The environment tells whether this is production. */
export function parseFlags(args: readonly string[], environment: Environment): Flags {
  const values = parsed(args);
  const allowPrivate = values['allow-private'] ?? false;
  if (allowPrivate && isProduction(environment)) {
    throw new BadFlags(
      '--allow-private lets webhooks reach private addresses, so it is refused in production.',
    );
  }
  return {
    port: portOf(values.port),
    data: values.data ?? null,
    workspace: values.workspace ?? null,
    allowPrivate,
    demo: values.demo ?? null,
    help: values.help ?? false,
  };
}

/** Production: NODE_ENV says so, or the public address is https and not this machine. */
function isProduction(environment: Environment): boolean {
  if (environment['NODE_ENV'] === 'production') return true;
  const url = environment['BATON_URL'] ?? '';
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && !/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      strict: true,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        workspace: { type: 'string' },
        'allow-private': { type: 'boolean' },
        demo: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [first] = error.message.split('. ');
    throw new BadFlags(`${first ?? error.message}. Try --help.`);
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 8787;
  const port = Number(text);
  // Three more ports follow it in the demo.
  if (!/^\d+$/.test(text) || port < 1 || port > 65_532)
    throw new BadFlags(`--port ${text} is not a port: 1 to 65532.`);
  return port;
}
