// What a build leaves behind: the modules that `wrangler deploy` would upload and the settings of wrangler.toml
// that a host needs to run them, written down once so that nothing else reads wrangler.toml.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord, listAt, parseJson, textAt, textsAt } from './json.ts';

/** How workerd must load a module. */
export type ModuleKind = 'esModule' | 'text' | 'data' | 'wasm';

/** One file of the bundle; `name` is how the code imports it and its path inside the bundle's folder. */
export type Module = { readonly name: string; readonly kind: ModuleKind };

/** What `bundle.json` keeps beside the modules. `runtime`: the SHA-256 of the form's script inside. */
export type BundleRecord = {
  readonly modules: readonly Module[];
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  readonly runtime: string;
};

/** A built worker; its entry stands first. `fresh`: nothing had to be built. `seconds` is what the call took. */
export type Bundle = BundleRecord & {
  readonly folder: string;
  readonly fresh: boolean;
  readonly seconds: number;
};

/** Reads `bundle.json` of a folder; null when there is none or it is not one. */
export async function readRecord(folder: string): Promise<BundleRecord | null> {
  const text = await readFile(join(folder, 'bundle.json'), 'utf8').catch(ifAbsent);
  const record = text === null ? null : parseJson(text);
  if (!isRecord(record)) return null;
  const compatibilityDate = textAt(record, 'compatibilityDate');
  const runtime = textAt(record, 'runtime');
  const modules = modulesNamed(listAt(record, 'modules'));
  if (compatibilityDate === null || runtime === null || modules.length === 0) return null;
  return { modules, compatibilityDate, compatibilityFlags: textsAt(record, 'compatibilityFlags'), runtime };
}

/** The modules among files of wrangler's output, the entry first; kinds are wrangler's own default rules. */
export function modulesNamed(names: readonly unknown[]): readonly Module[] {
  const modules: Module[] = [];
  for (const name of names) {
    const kind = typeof name === 'string' ? kindOf(name) : null;
    if (typeof name === 'string' && kind !== null) modules.push({ name, kind });
  }
  return modules.sort((a, b) => Number(b.name === 'index.js') - Number(a.name === 'index.js'));
}

function kindOf(name: string): ModuleKind | null {
  if (name.endsWith('.js') || name.endsWith('.mjs')) return 'esModule';
  if (/\.(txt|html|sql)$/.test(name)) return 'text';
  if (name.endsWith('.wasm')) return 'wasm';
  return name.endsWith('.bin') ? 'data' : null;
}

/** For `.catch`: "no such file" becomes null, anything else stays an error. */
export function ifAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
