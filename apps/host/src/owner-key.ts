// The key that opens everything under /api: the one given, or the one kept in the data folder, or a new one that
// is kept there, readable by this user alone.
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ifAbsent } from './bundle.ts';
import { PlainError } from './plain-error.ts';

/** The key, and where it is kept: null when it was given by the environment. `isNew`: it was just made. */
export type OwnerKey = { readonly key: string; readonly file: string | null; readonly isNew: boolean };

/** Finds or makes the owner's key of a data folder. Throws when the given one is too short to be a secret. */
export async function ownerKeyOf(data: string, given: string | undefined): Promise<OwnerKey> {
  if (given !== undefined && given !== '') {
    if (given.length < 16) throw new PlainError('BATON_OWNER_KEY is too short: use at least 16 characters.');
    return { key: given, file: null, isNew: false };
  }
  const file = join(data, 'owner-key');
  const kept = (await readFile(file, 'utf8').catch(ifAbsent))?.trim();
  if (kept !== undefined && kept !== '') return { key: kept, file, isNew: false };
  const key = `baton_${randomBytes(24).toString('base64url')}`;
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  return { key, file, isNew: true };
}
