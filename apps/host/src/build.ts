// Builds what is stale: the form's script and the very bundle that `wrangler deploy` uploads. Each bundle lies in
// a folder named after the hash of its sources and is renamed in when whole, so builds at the same time, or a host
// that is reading one, never see half of another.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildEditor, sitePath } from '@baton/editor/build';
import { buildRuntime, repository, runtimePath } from './build-runtime.ts';
import { type Bundle, type BundleRecord, ifAbsent, modulesNamed, readRecord } from './bundle.ts';
import { hostEnvironment } from './host-environment.ts';
import { takeLock } from './lock.ts';
import { PlainError } from './plain-error.ts';
import { sourceHash } from './source-hash.ts';

export type { Bundle } from './bundle.ts';

/** How many bundles of older sources stay: someone may be switching between branches. */
const keptBundles = 4;

/**
 * Gives the bundle of the sources as they are now, building it when there is none.
 * `root` is the repository; `onBuild` is told when something really has to be built.
 * Throws with the tool's own words when the sources do not build.
 */
export async function build(options: { root?: string; onBuild?: () => void } = {}): Promise<Bundle> {
  const begin = performance.now();
  const root = options.root ?? repository;
  const shelf = join(root, 'apps/host/.generated/worker');
  const hash = await sourceHash(root);
  const folder = join(shelf, hash.slice(0, 16));
  const found = await readRecord(folder);
  if (found !== null && found.runtime === (await runtimeHash(root))) {
    return { ...found, folder, fresh: true, seconds: secondsSince(begin) };
  }
  options.onBuild?.();
  await mkdir(shelf, { recursive: true });
  const record = await inTurn(join(shelf, 'lock'), () => builtRecord(root, folder));
  await removeOld(shelf);
  if ((await sourceHash(root)) !== hash) {
    // Somebody saved a file meanwhile: what was built is not what the name says.
    await rm(folder, { recursive: true, force: true });
    return build({ root });
  }
  return { ...record, folder, fresh: false, seconds: secondsSince(begin) };
}

/** Builds into `folder`, unless somebody did while this one waited for its turn. */
async function builtRecord(root: string, folder: string): Promise<BundleRecord> {
  const runtime = await buildRuntime(root);
  const found = await readRecord(folder);
  if (found !== null && found.runtime === runtime) return found;
  const beside = `${folder}.${process.pid}`;
  // Before wrangler, which looks for it.
  const hasEditor = existsSync(join(root, 'apps/editor'));
  if (hasEditor) await buildEditor(root);
  const [config] = await Promise.all([
    readWranglerSettings(join(root, 'wrangler.toml')),
    wrangler(root, ['deploy', '--dry-run', '--outdir', beside]),
  ]);
  const record: BundleRecord = { modules: modulesNamed(await readdir(beside)), ...config, runtime };
  if (hasEditor) await cp(join(root, sitePath), join(beside, 'site'), { recursive: true });
  const names = record.modules.map((module) => module.name);
  await writeFile(join(beside, 'bundle.json'), JSON.stringify({ ...record, modules: names }, null, 2));
  await rm(folder, { recursive: true, force: true });
  await rename(beside, folder);
  return record;
}

async function readWranglerSettings(
  config: string,
): Promise<Pick<BundleRecord, 'compatibilityDate' | 'compatibilityFlags'>> {
  const { unstable_readConfig } = await import('wrangler');
  const { compatibility_date, compatibility_flags } = unstable_readConfig({ config }, { hideWarnings: true });
  if (compatibility_date === undefined) throw new Error(`${config} has no compatibility_date.`);
  return { compatibilityDate: compatibility_date, compatibilityFlags: compatibility_flags };
}

async function wrangler(root: string, args: readonly string[]): Promise<void> {
  const program = join(
    dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
    'bin/wrangler.js',
  );
  const env = { ...hostEnvironment(), FORCE_COLOR: '0', CI: '1' };
  await promisify(execFile)(process.execPath, [program, ...args], { cwd: root, env }).catch(inItsWords);
}

function inItsWords(error: unknown): never {
  const said = [Object(error).stderr, Object(error).stdout].filter((text) => typeof text === 'string');
  throw new PlainError(`The worker does not build:\n${said.join('\n').trim()}`, { cause: error });
}

async function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = await takeLock(file);
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    await wait(50);
  }
}

async function runtimeHash(root: string): Promise<string | null> {
  const bytes = await readFile(join(root, runtimePath)).catch(ifAbsent);
  return bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
}

async function removeOld(shelf: string): Promise<void> {
  const names = (await readdir(shelf)).filter((name) => name !== 'lock');
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(shelf, name)).catch(ifAbsent))?.mtimeMs ?? 0 })),
  );
  const old = aged.sort((a, b) => b.at - a.at).slice(keptBundles);
  await Promise.all(old.map(({ name }) => rm(join(shelf, name), { recursive: true, force: true })));
}

const secondsSince = (begin: number): number => (performance.now() - begin) / 1000;

if (import.meta.main) {
  const { fresh, seconds, folder } = await build();
  console.log(`${fresh ? 'Nothing is stale' : 'Built'} in ${seconds.toFixed(2)} s: ${folder}`);
}
