// What any host of Baton needs before it starts: the data folder for itself, a port, the owner's key, and the
// settings that the worker reads.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { type OwnerKey, ownerKeyOf } from './owner-key.ts';
import { freePort } from './port.ts';
import { settingsIn } from './settings.ts';

/** What to prepare for; the same names as in `InstanceOptions`. */
export type PrepareOptions = {
  readonly port?: number;
  readonly data: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly allowPrivate?: boolean;
  readonly trusted?: readonly string[];
};

/** A data folder that is ours until `release`, and what to start on it. */
export type Prepared = {
  readonly data: string;
  readonly port: number;
  readonly url: string;
  readonly owner: OwnerKey;
  readonly settings: Readonly<Record<string, string>>;
  readonly release: () => Promise<void>;
};

/** Takes the data folder and settles the rest. Throws `FolderHeld` or `PortTaken`, holding nothing. */
export async function prepareInstance(options: PrepareOptions): Promise<Prepared> {
  const data = resolve(options.data);
  // It will hold people's data and the owner's key: nobody else's business on this machine.
  await mkdir(data, { recursive: true, mode: 0o700 });
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
    return { data, port, url, owner, settings, release: lock.release };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
