// What differs between before and after, line by line, in words instead of JSON.
import { documentChanges, isRecord } from '@baton/schema';

export type Line = {
  /** Where it stands: `fields › email › label`; empty where all of it is meant. */
  readonly what: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it is gone. */
  readonly after: string | null;
};

export function differences(before: unknown, after: unknown): readonly Line[] {
  // What was made or is gone is told part by part too.
  const one = before ?? (isRecord(after) ? {} : undefined);
  const other = after ?? (isRecord(before) ? {} : undefined);
  return documentChanges(one, other).flatMap((change): readonly Line[] => {
    if (change.kind === 'moved') return [];
    const what = change.path.join(' › ');
    const was = change.kind === 'added' ? null : inWords(change.before);
    return [{ what, before: was, after: change.kind === 'removed' ? null : inWords(change.after) }];
  });
}

/** A value as one would write it down: `Ann, Bob`; `person Ann, weight 2`. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value === '' ? 'empty' : value;
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map(inWords).join(value.some(isRecord) ? '; ' : ', ');
  }
  if (!isRecord(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) =>
    isRecord(part) || Array.isArray(part) ? `${key} (${inWords(part)})` : `${key} ${inWords(part)}`,
  );
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}
