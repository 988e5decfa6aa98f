// Lays out the folder from which workerd starts: the bundle's modules and the configuration beside them, inside the
// data folder, so that a later build of other sources changes nothing about what runs.
import { copyFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bundle } from './bundle.ts';
import { type WorkerdOptions, workerdConfig } from './workerd-config.ts';

/** Writes `data/run` anew and returns the configuration's path. */
export async function writeRunFolder(
  bundle: Bundle,
  data: string,
  options: Omit<WorkerdOptions, 'site'>,
): Promise<string> {
  const folder = join(data, 'run');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name } of bundle.modules) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await copyFile(join(bundle.folder, name), join(folder, name));
  }
  const config = join(folder, 'workerd.capnp');
  const site = join(folder, 'site');
  await cp(join(bundle.folder, 'site'), site, { recursive: true });
  await writeFile(config, workerdConfig(bundle, { ...options, site }));
  return config;
}
