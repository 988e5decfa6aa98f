// Changes that the worker does not have yet, on this device: a closed tab, a crash or a lost network takes nothing.
import { isRecord } from '@baton/schema';
import { readDraft } from '../draft/form-draft.ts';
import type { Kept } from './save-state.ts';

export type KeptDrafts = {
  readonly read: () => Kept | null;
  readonly write: (kept: Kept) => void;
  readonly clear: () => void;
};

/** @param storage null where the browser has none or forbids it */
export function keptDrafts(storage: Storage | null, workspace: string, form: string): KeptDrafts {
  const key = `baton-draft:${workspace}:${form}`;
  return {
    read() {
      const text = storage?.getItem(key) ?? null;
      return text === null ? null : parsed(text);
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

function parsed(text: string): Kept | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || typeof value['revision'] !== 'number') return null;
  const [from, draft] = [readDraft(value['from']), readDraft(value['draft'])];
  return from === null || draft === null ? null : { revision: value['revision'], from, draft };
}
