// The file in which workerd keeps a Baton's one Desk, for tests that look into it or change it behind its back.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** @param data the folder that the Baton holds */
export async function deskFile(data: string): Promise<string> {
  const folder = join(data, 'storage', 'baton-desk');
  const names = await readdir(folder);
  const files = names.filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite');
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(`${folder} holds ${files.length} Desks.`);
  return join(folder, file);
}
