// One list of the workspace document: every entry read by its schema, each id once.
import type { Path } from '@baton/rules';
import { isRecord, schemaIssues, unknownKeys } from '@baton/schema';
import type * as z from 'zod';
import { addAll, type Findings } from './findings.ts';

/** An entry with its path in the document. */
type Entry<T> = { readonly at: Path; readonly value: T };

export type ReadList<T> = {
  readonly entries: readonly Entry<T>[];
  /** The ids of entries that were there but could not be read: what names them is not blamed as well. */
  readonly unreadable: ReadonlySet<string>;
};

/** Reads one of the document's lists; `key` is the name of its entries' id. Faults are in the findings. */
export function readList<T>(
  name: string,
  list: readonly unknown[] | undefined,
  schema: z.ZodType<T>,
  identify: (value: T) => string,
  { issues, warnings }: Findings,
  key: 'id' | 'email' = 'id',
): ReadList<T> {
  const entries: Entry<T>[] = [];
  const unreadable = new Set<string>();
  const seen = new Set<string>();
  list?.forEach((entry, index) => {
    const at = [name, index];
    const parsed = schema.safeParse(entry, { reportInput: true });
    if (!parsed.success) {
      addAll(issues, schemaIssues(parsed.error, at));
      const id = isRecord(entry) ? entry[key] : undefined;
      if (typeof id === 'string') unreadable.add(key === 'email' ? id.trim().toLowerCase() : id.trim());
      return;
    }
    addAll(warnings, unknownKeys(schema, entry, at));
    const id = identify(parsed.data);
    if (seen.has(id)) addAll(issues, [{ code: 'duplicate_id', path: [...at, key], params: { id } }]);
    seen.add(id);
    entries.push({ at, value: parsed.data });
  });
  return { entries, unreadable };
}
