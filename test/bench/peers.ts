// Starts the workers that Baton is measured against: each alone in a workerd process of its own, configured in the
// manner of Baton's.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { startGuarded } from '../../apps/host/src/guarded-process.ts';
import { hostEnvironment } from '../../apps/host/src/host-environment.ts';
import { freePort } from '../../apps/host/src/port.ts';
import { workerdProgram } from '../../apps/host/src/workerd-program.ts';
import { until } from '../faults/until.ts';

export type Peer = { readonly port: number; readonly pid: number; readonly close: () => Promise<void> };

export type PeerOptions = {
  /** The Durable Object class it exports, bound under its name in capitals. */
  readonly durable?: string;
  /** Texts it is given, by name. */
  readonly texts?: Readonly<Record<string, string>>;
};

/** @param name a file in `peers/` */
export async function startPeer(name: string, options: PeerOptions = {}): Promise<Peer> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  await build({
    entryPoints: [join(import.meta.dirname, 'peers', `${name}.ts`)],
    outfile: join(folder, 'index.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    logLevel: 'error',
  });
  const port = await freePort(0);
  const config = join(folder, 'workerd.capnp');
  await writeFile(config, configOf(port, folder, options));
  const workerd = await startGuarded([workerdProgram(), 'serve', config], { env: hostEnvironment() });
  workerd.stdout.resume();
  workerd.stderr.pipe(process.stderr);
  await until(`${name} answers`, () =>
    fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }).then(
      (response) => response.ok || response.status === 422,
      () => false,
    ),
  );
  return {
    port,
    pid: workerd.pid,
    async close() {
      await workerd.stop(1_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configOf(port: number, folder: string, { durable, texts = {} }: PeerOptions): string {
  const bindings = Object.entries(texts).map(([name, text]) => `(name = "${name}", text = "${text}")`);
  if (durable !== undefined) {
    bindings.push(`(name = "${durable.toUpperCase()}", durableObjectNamespace = "${durable}")`);
  }
  const objects =
    durable === undefined
      ? ''
      : `durableObjectNamespaces = [(className = "${durable}", uniqueKey = "bench", enableSql = true)],
  durableObjectStorage = (localDisk = "storage"),`;
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "outbound", network = (allow = ["public", "private"])),
    (name = "storage", disk = (path = "${folder}", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "index.js")],
  compatibilityDate = "2026-10-01",
  bindings = [${bindings.join(', ')}],
  globalOutbound = "outbound",
  ${objects}
);
`;
}
