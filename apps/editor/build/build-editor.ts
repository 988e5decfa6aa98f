// Builds the editor: Vite's output, each text beside its Brotli, and the page that the worker makes its own. Run by
// the host where the editor's sources have changed.
import { watch } from 'node:fs';
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'vite';

const editor = fileURLToPath(new URL('..', import.meta.url));

/** Where the files for the worker lie: `editor/page.txt` and `editor/files/*`, relative to the repository. */
export const sitePath = 'apps/editor/.generated/site';

/** After the last of several files that are saved at once. */
const quietMs = 150;

/** Builds into {@link sitePath} of a repository; a half-built one is never seen there. Throws what the bundler says. */
export async function buildEditor(root: string): Promise<void> {
  const site = join(root, sitePath);
  const beside = `${site}.${process.pid}`;
  const files = join(beside, 'editor/files');
  await asServed(() =>
    build({
      root: editor,
      configFile: join(editor, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: join(beside, 'editor'), emptyOutDir: true },
    }),
  );
  await rename(join(beside, 'editor/index.html'), join(beside, 'editor/page.txt'));
  await Promise.all(
    (await readdir(files))
      .filter((name) => /\.(js|css)$/.test(name))
      .map((name) => compress(join(files, name))),
  );
  await rm(site, { recursive: true, force: true });
  await rename(beside, site);
}

/** Builds now, and again after each change of the editor's sources. `say` is told what went wrong. */
export async function watchEditor(root: string, say: (text: string) => void): Promise<void> {
  await buildEditor(root);
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  const again = async (): Promise<void> => {
    await buildEditor(root).then(
      () => say('The editor is built anew: reload its page.'),
      (error: unknown) => say(String(error)),
    );
  };
  const watcher = watch(join(editor, 'src'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(again);
    }, quietMs);
  });
  watcher.unref();
}

async function compress(file: string): Promise<void> {
  await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)));
}

/** Tools and libraries look at the environment: whoever builds, tests included, builds what is served. */
async function asServed(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}
