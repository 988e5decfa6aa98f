// What the host itself remembers of a data folder from one start to the next.
import { createHash } from 'node:crypto';
import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ifAbsent } from './bundle.ts';
import { isRecord, parseJson, textAt } from './json.ts';

/** `demo`: it was started with the demo. `imported`: the hash of the document that was imported last. */
export type HostMemory = { readonly demo: boolean; readonly imported: string | null };

/** What is remembered; null for a data folder that is new. */
export async function recall(data: string): Promise<HostMemory | null> {
  const text = await readFile(join(data, 'host.json'), 'utf8').catch(ifAbsent);
  const value = text === null ? null : parseJson(text);
  if (isRecord(value)) return { demo: value['demo'] === true, imported: textAt(value, 'imported') };
  return (await isNew(data)) ? null : { demo: false, imported: null };
}

/** Remembers, by renaming in: a kill leaves the old or the new. */
export async function remember(data: string, memory: HostMemory): Promise<void> {
  const file = join(data, 'host.json');
  await writeFile(`${file}.new`, `${JSON.stringify(memory)}\n`);
  await rename(`${file}.new`, file);
}

/** The hash by which a document is known again. */
export function documentHash(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** Nothing was ever stored in it. */
async function isNew(data: string): Promise<boolean> {
  for (const folder of ['storage', 'wrangler']) {
    const names = await readdir(join(data, folder)).catch(ifAbsent);
    if (names !== null && names.length > 0) return false;
  }
  return true;
}
