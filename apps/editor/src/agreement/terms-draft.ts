// An agreement while it is worked on: any JSON object, changed at a place and shared everywhere else. It may be wrong in
// many ways, which the worker and the checker tell. Where a path leads through nothing, what is missing is made.
import { isRecord } from '@baton/schema';
import type { Path } from '@baton/rules';
import { freeId } from '../draft/ids.ts';

export type TermsDraft = Readonly<Record<string, unknown>>;

/** The document, if it is one at all. */
export function readTermsDraft(document: unknown): TermsDraft | null {
  return isRecord(document) ? document : null;
}

/** What stands at a path of keys and positions; undefined: nothing. */
export function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return typeof key === 'number' ? at[key] : undefined;
    return isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, document);
}

export function listAt(document: unknown, path: Path): readonly unknown[] {
  const found = valueAt(document, path);
  return Array.isArray(found) ? found : [];
}

/** The draft with this value there; undefined takes away what stands there, an entry of a list included. */
export function withValueAt(draft: TermsDraft, path: Path, value: unknown): TermsDraft {
  const next = put(draft, path, value);
  return isRecord(next) ? next : draft;
}

function put(at: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: readonly unknown[] = Array.isArray(at) ? at : [];
    const next = put(list[key], rest, value);
    if (next === list[key]) return at;
    return next === undefined ? list.toSpliced(key, 1) : list.with(key, next);
  }
  const record = isRecord(at) ? at : {};
  const next = put(record[key], rest, value);
  if (next === record[key]) return at;
  if (next !== undefined) return { ...record, [key]: next };
  const { [key]: _, ...others } = record;
  return others;
}

/** With one more entry at the end of a list. */
export function withEntry(draft: TermsDraft, list: Path, entry: unknown): TermsDraft {
  return withValueAt(draft, list, [...listAt(draft, list), entry]);
}

/** With an entry of a list put elsewhere in it. */
export function withMoved(draft: TermsDraft, list: Path, from: number, to: number): TermsDraft {
  const entries = listAt(draft, list);
  if (from === to || to < 0 || to >= entries.length || from < 0 || from >= entries.length) return draft;
  return withValueAt(draft, list, entries.toSpliced(from, 1).toSpliced(to, 0, entries[from]));
}

/** An id that nothing in the whole document has. */
export function freshId(draft: TermsDraft, words: string, fallback: string): string {
  const taken = new Set<string>(['cap']);
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) collect(entry);
    if (!isRecord(value)) return;
    if (typeof value['id'] === 'string') taken.add(value['id']);
    for (const inner of Object.values(value)) collect(inner);
  };
  collect(draft);
  return freeId(words, taken, fallback);
}

/** The tier whose `from` is the threshold, as a path to that number; null: the draft names none that is there. */
export function thresholdPath(draft: TermsDraft): Path | null {
  const id = valueAt(draft, ['handoff', 'tier']);
  const index = listAt(draft, ['tiers']).findIndex((tier) => isRecord(tier) && tier['id'] === id);
  return index < 0 ? null : ['tiers', index, 'from'];
}

/** A threshold kept above the tier below it and below the one above it. */
export function thresholdBounds(
  draft: TermsDraft,
  most: number,
): { readonly least: number; readonly most: number } {
  const path = thresholdPath(draft);
  const from = path === null ? 0 : Number(valueAt(draft, path));
  const others = listAt(draft, ['tiers']).flatMap((tier) =>
    isRecord(tier) && typeof tier['from'] === 'number' ? tier['from'] : [],
  );
  const below = others.filter((one) => one < from);
  const above = others.filter((one) => one > from);
  return {
    least: below.length === 0 ? 0 : Math.max(...below) + 1,
    most: above.length === 0 ? most : Math.min(...above) - 1,
  };
}

/** What the entry of a list that a path leads to, or through, calls itself; null: it has no name. */
export function entryNamed(draft: TermsDraft, path: Path): string | null {
  for (let end = path.length; end > 0; end -= 1) {
    const entry = valueAt(draft, path.slice(0, end));
    if (isRecord(entry) && typeof entry['says'] === 'string' && entry['says'] !== '') return entry['says'];
  }
  return null;
}
