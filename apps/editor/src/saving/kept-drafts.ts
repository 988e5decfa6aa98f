// Changes that the worker does not have yet, on this device: a closed tab, a crash or a lost network takes nothing.
import { isRecord } from '@baton/schema';
import type { Kept } from './save-state.ts';

export type KeptDrafts<D> = {
  readonly read: () => Kept<D> | null;
  readonly write: (kept: Kept<D>) => void;
  readonly clear: () => void;
};

/**
 * @param storage null where the browser has none or forbids it
 * @param name of the draft within the workspace
 */
export function keptDrafts<D>(
  storage: Storage | null,
  workspace: string,
  name: string,
  parse: (document: unknown) => D | null,
): KeptDrafts<D> {
  const key = `baton-draft:${workspace}:${name}`;
  return {
    read() {
      const text = storage?.getItem(key) ?? null;
      return text === null ? null : parsed(text, parse);
    },
    write(kept) {
      try {
        storage?.setItem(key, JSON.stringify(kept));
      } catch (error) {
        // It is full: the worker still gets it, only a crash before then would lose it.
        console.warn('Baton: this browser cannot keep the draft.', error);
      }
    },
    clear: () => storage?.removeItem(key),
  };
}

function parsed<D>(text: string, parse: (document: unknown) => D | null): Kept<D> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || typeof value['revision'] !== 'number') return null;
  const [from, draft] = [parse(value['from']), parse(value['draft'])];
  return from === null || draft === null ? null : { revision: value['revision'], from, draft };
}

/** Null where the browser has none or forbids it. */
export function deviceStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
