import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { repository } from './build-runtime.ts';
import { build } from './build.ts';
import { hostEnvironment } from './host-environment.ts';

const wrangler = join(
  dirname(createRequire(import.meta.url).resolve('wrangler/package.json')),
  'bin/wrangler.js',
);

test('what would be deployed to Cloudflare is byte for byte what runs here', async () => {
  const bundle = await build();
  const folder = await mkdtemp(join(tmpdir(), 'baton-deploy-'));
  try {
    const env = { ...hostEnvironment(), CI: '1' };
    const args = [wrangler, 'deploy', '--dry-run', '--outdir', folder];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: repository, env });
    expect(stdout).toContain('--dry-run: exiting now.');
    for (const { name } of bundle.modules) {
      // Compared as a boolean: a difference would print a megabyte.
      const [deployed, run] = await Promise.all([
        readFile(join(folder, name)),
        readFile(join(bundle.folder, name)),
      ]);
      expect(deployed.equals(run), name).toBe(true);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
