// Bundles the form's browser script into the text that the worker serves inside `GET /f/:form.js`. Run by
// wrangler's [build] and by `build()`. It builds from source alone: no cache, no network.
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildScript } from '@baton/page/build';

/** The folder that holds package.json and wrangler.toml. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the worker imports the built script from, relative to the repository. */
export const runtimePath = 'apps/worker/.generated/runtime.txt';

/**
 * Builds the script's core and parts, as JSON. Returns the text's SHA-256 in hex. A half-written file is never seen:
 * it is renamed in.
 */
export async function buildRuntime(root: string = repository): Promise<string> {
  const text = JSON.stringify(await buildScript(join(root, 'packages/page/src/browser')));
  const target = join(root, runtimePath);
  const beside = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(beside, text);
  await rename(beside, target);
  return createHash('sha256').update(text).digest('hex');
}

if (import.meta.main) await buildRuntime();
