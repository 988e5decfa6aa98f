// Decides whether what was built still is what the sources say: one hash over every file that goes into the
// bundle. Tests are left out: they change nothing that is served.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const roots = [
  'packages',
  'apps/worker/src',
  'apps/worker/package.json',
  'apps/host/src/build.ts',
  'apps/editor',
];
const single = ['apps/host/src/build-runtime.ts', 'wrangler.toml', 'package-lock.json'];
const ignored = /(^|\/)(node_modules|\.generated|\.wrangler|coverage)(\/|$)|\.test\.tsx?$|\.tsbuildinfo$/;

/** The SHA-256, in hex, over the path and bytes of each source of the bundle. */
export async function sourceHash(root: string): Promise<string> {
  const files = (await Promise.all([...roots, ...single].map((path) => filesUnder(root, path))))
    .flat()
    .sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    const bytes = contents[index];
    if (bytes === undefined) continue;
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

async function filesUnder(root: string, path: string): Promise<string[]> {
  if (ignored.test(path) || !existsSync(join(root, path))) return [];
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(ifFile);
  if (entries === null) return [path];
  const nested = await Promise.all(entries.map((entry) => filesUnder(root, `${path}/${entry.name}`)));
  return nested.flat();
}

function ifFile(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null;
  throw error;
}
