// A JSON file as a value, or why it is none, in a sentence that names the file.
import { readFile } from 'node:fs/promises';

export type ReadDocument =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: string };

export async function readDocument(path: string): Promise<ReadDocument> {
  try {
    const text = await readFile(path, 'utf8');
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, fault: `${path} is not JSON: ${error.message}` };
    return { ok: false, fault: fileFault(path, error) };
  }
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read or written by you',
  EPERM: 'may not be read or written by you',
  EISDIR: 'is a folder',
  ENOTDIR: 'lies in what is not a folder',
  ENOSPC: 'does not fit on the disk',
  EROFS: 'lies on a disk that cannot be written',
};

/** What the file system said, in words. Throws on what it did not say. */
export function fileFault(path: string, error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return `${path} ${words[error.code] ?? `cannot be used: ${error.message}`}.`;
}
