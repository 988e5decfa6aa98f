// Runs one Baton: plain workerd over the bundle, with everything on disk in one data folder, which it alone may
// hold. It answers when submissions can be stored, and ends with the process that started it.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Bundle, build } from './build.ts';
import { lockFolder } from './folder-lock.ts';
import type { GuardedProcess } from './guarded-process.ts';
import type { LogLine } from './log-line.ts';
import { ownerKeyOf } from './owner-key.ts';
import { freePort } from './port.ts';
import { writeRunFolder } from './run-folder.ts';
import { allowedBlocks, settingsIn } from './settings.ts';
import { startWorkerd } from './start-workerd.ts';

export { FolderHeld } from './folder-lock.ts';
export type { LogLine } from './log-line.ts';
export { PortTaken } from './port.ts';

/** What to run and how. */
export type InstanceOptions = {
  /** 0 or absent: any free one. */
  readonly port?: number;
  /** The data folder; made when absent. */
  readonly data: string;
  /** Settings by their names in formats.md; other names are ignored. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Lets webhooks reach loopback and private addresses: for development and tests. */
  readonly allowPrivate?: boolean;
  /** `host:port` that webhooks may reach although private. */
  readonly trusted?: readonly string[];
  /** The worker's own lines: decisions, deliveries, bugs. */
  readonly onLine?: (line: LogLine) => void;
  /** Other output, line by line, noise left out; default: standard error. */
  readonly onOutput?: (text: string) => void;
  /** Told when workerd ended without being asked to. */
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
  const data = resolve(options.data);
  // It will hold people's data and the owner's key: nobody else's business on this machine.
  await mkdir(join(data, 'storage'), { recursive: true, mode: 0o700 });
  const lock = await lockFolder(data);
  try {
    const port = await freePort(options.port ?? 0);
    const url = `http://127.0.0.1:${port}`;
    const owner = await ownerKeyOf(data, options.env?.['BATON_OWNER_KEY']);
    const trusted = options.trusted ?? [];
    const settings = {
      BATON_URL: url,
      BATON_LOG: 'decisions',
      ...settingsIn(options.env ?? {}),
      BATON_OWNER_KEY: owner.key,
      ...(options.allowPrivate === true ? { BATON_ALLOW_PRIVATE: '1' } : {}),
      ...(trusted.length > 0 ? { BATON_TRUSTED: trusted.join(',') } : {}),
    };
    const config = await writeRunFolder(bundle, data, {
      port,
      storage: join(data, 'storage'),
      allow: allowedBlocks(options.allowPrivate === true, trusted),
      settings: Object.keys(settings),
    });
    let asked = false;
    const start = async (): Promise<GuardedProcess> => {
      const onLine = options.onLine ?? (() => undefined);
      const onOutput = options.onOutput ?? ((text) => process.stderr.write(`${text}\n`));
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
        await lock.release();
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
  } catch (error) {
    await lock.release();
    throw error;
  }
}
