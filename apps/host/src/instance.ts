// Runs one Baton: plain workerd over the bundle, with everything on disk in one data folder, which it alone may
// hold. It answers when submissions can be stored, and ends with the process that started it.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundle, build } from './build.ts';
import type { GuardedProcess } from './guarded-process.ts';
import type { LogLine } from './log-line.ts';
import { type PrepareOptions, type Prepared, prepareInstance } from './prepare-instance.ts';
import { writeRunFolder } from './run-folder.ts';
import { allowedBlocks } from './settings.ts';
import { startWorkerd } from './start-workerd.ts';

export { FolderHeld } from './folder-lock.ts';
export type { LogLine } from './log-line.ts';
export { PortTaken } from './port.ts';

/**
 * What to run and how. `port`: 0 or absent is any free one. `data`: the folder, made when absent. `env`: settings by
 * their names in the environment, others are ignored. `allowPrivate`: webhooks may reach private addresses.
 * `trusted`: `host:port` that they may reach although private.
 */
export type InstanceOptions = PrepareOptions & {
  /** The worker's own lines: decisions, deliveries, bugs. */
  readonly onLine?: (line: LogLine) => void;
  /** Other output, line by line, noise left out; default: standard error. */
  readonly onOutput?: (text: string) => void;
  /** Told when it ended without being asked to. */
  readonly onCrash?: (how: string) => void;
  /** What to run; default: the bundle of the sources as they are now. */
  readonly bundle?: Bundle;
};

/** A running Baton. */
export type Instance = {
  readonly url: string;
  readonly port: number;
  readonly ownerKey: string;
  /** Where the key is kept; null when it was given. */
  readonly ownerKeyFile: string | null;
  readonly ownerKeyIsNew: boolean;
  /** workerd's process id; another one after `restart`. */
  readonly pid: number;
  /** Ends it in order and frees the data folder. May be called again. */
  readonly stop: () => Promise<void>;
  /** SIGKILL at once; the data folder stays held for `restart`. */
  readonly kill: () => Promise<void>;
  /** Starts it on the same data and port, ending it first if it runs. Settles when it answers. */
  readonly restart: () => Promise<void>;
};

const graceMs = 3_000;

/** Starts Baton and settles when it answers. Throws `PortTaken`, `FolderHeld`, or an error with workerd's words. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const bundle = options.bundle ?? (await build());
  const prepared = await prepareInstance(options);
  try {
    return await startPrepared(bundle, prepared, options);
  } catch (error) {
    await prepared.release();
    throw error;
  }
}

async function startPrepared(
  bundle: Bundle,
  prepared: Prepared,
  options: InstanceOptions,
): Promise<Instance> {
  const { data, port, url, owner, settings, release } = prepared;
  const storage = join(data, 'storage');
  await mkdir(storage, { recursive: true });
  const config = await writeRunFolder(bundle, data, {
    port,
    storage,
    allow: allowedBlocks(options.allowPrivate === true, options.trusted ?? []),
    settings: Object.keys(settings),
  });
  const onLine = options.onLine ?? (() => undefined);
  const onOutput = options.onOutput ?? ((text) => process.stderr.write(`${text}\n`));
  let asked = false;
  const start = async (): Promise<GuardedProcess> => {
    const started = await startWorkerd({ config, port, settings, onLine, onOutput });
    asked = false;
    void started.ended.then(({ code, signal }) =>
      asked ? undefined : options.onCrash?.(signal ?? `code ${code}`),
    );
    return started;
  };
  let workerd = await start();
  return {
    url,
    port,
    ownerKey: owner.key,
    ownerKeyFile: owner.file,
    ownerKeyIsNew: owner.isNew,
    get pid() {
      return workerd.pid;
    },
    async stop() {
      asked = true;
      await workerd.stop(graceMs);
      await release();
    },
    async kill() {
      asked = true;
      await workerd.kill();
    },
    async restart() {
      asked = true;
      await workerd.stop(graceMs);
      workerd = await start();
    },
  };
}
