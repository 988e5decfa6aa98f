// Writes the configuration with which plain workerd runs the bundle as wrangler.toml says Cloudflare would: the
// same modules twice, once facing the internet, once for mail. It holds no secret: settings come by environment.
import type { Bundle, ModuleKind } from './bundle.ts';

/** What of the configuration differs from one instance to the next. */
export type WorkerdOptions = {
  readonly port: number;
  /** The absolute path where Durable Objects live. */
  readonly storage: string;
  /** The absolute path where the editor's files lie. */
  readonly site: string;
  /** The network blocks the worker's own `fetch` may reach: `public`, `private`, or CIDR. */
  readonly allow: readonly string[];
  /** The settings that are set; others are left out, so that the worker sees them absent. */
  readonly settings: readonly string[];
};

/**
 * Addresses that count as public but lead into private networks by translation (NAT64, 6to4, Teredo).
 * https://www.rfc-editor.org/rfc/rfc6052, https://www.rfc-editor.org/rfc/rfc3056
 */
const translated = ['64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32'];

const embeds: Readonly<Record<ModuleKind, string>> = {
  esModule: 'esModule',
  text: 'text',
  data: 'data',
  wasm: 'wasm',
};

/** The configuration as Cap'n Proto text; modules are embedded from the folder that holds the file. */
export function workerdConfig(
  bundle: Pick<Bundle, 'modules' | 'compatibilityDate' | 'compatibilityFlags'>,
  options: WorkerdOptions,
): string {
  const modules = bundle.modules.map(
    ({ name, kind }) => `(name = ${text(name)}, ${embeds[kind]} = embed ${text(name)})`,
  );
  const settings = options.settings.map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`);
  const worker = `modules = [${modules.join(', ')}],
  compatibilityDate = ${text(bundle.compatibilityDate)},
  compatibilityFlags = [${bundle.compatibilityFlags.map(text).join(', ')}],`;
  const outbound = `allow = [${options.allow.map(text).join(', ')}], deny = [${translated.map(text).join(', ')}]`;
  const main = [
    ...settings,
    '(name = "DESK", durableObjectNamespace = "DeskObject")',
    '(name = "GATE", durableObjectNamespace = "GateObject")',
    '(name = "ASSETS", service = "site")',
    '(name = "MAIL", service = (name = "mail", entrypoint = "MailService"))',
  ];
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "mail", worker = .mail),
    (name = "outbound", network = (${outbound}, tlsOptions = (trustBrowserCas = true))),
    (name = "mailbound", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
    (name = "site", disk = (path = ${text(options.site)})),
    (name = "storage", disk = (path = ${text(options.storage)}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${options.port}", http = (), service = "main")],
);

const main :Workerd.Worker = (
  ${worker}
  bindings = [
    ${main.join(',\n    ')},
  ],
  durableObjectNamespaces = [
    (className = "DeskObject", uniqueKey = "baton-desk", enableSql = true),
    (className = "GateObject", uniqueKey = "baton-gate", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "storage"),
  globalOutbound = "outbound",
);

const mail :Workerd.Worker = (
  ${worker}
  bindings = [${settings.join(', ')}],
  globalOutbound = "mailbound",
);
`;
}

/** A Cap'n Proto text literal: escapes as in C, so control characters are written in hex. */
function text(value: string): string {
  // oxlint-disable-next-line no-control-regex -- the control characters are what has to be found
  return `"${value.replace(/["\\\x00-\x1f]/g, (found) => `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}`)}"`;
}
