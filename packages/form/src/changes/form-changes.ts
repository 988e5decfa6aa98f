// What differs between two states of a form document, told by ids: a field that was moved is not another field. Reads
// any JSON, as a draft may be anything yet.
import type { Path } from '@baton/rules';
import { isRecord } from '@baton/schema';
import { isSame, own, partsOf } from './same.ts';
import { unmoved } from './unmoved.ts';

export { isSame, own, partsOf } from './same.ts';

/** One difference. In a path, parts that have an id stand under it: `steps`, `s1`, `fields`, `email`, `label`. */
export type Change =
  | { readonly kind: 'added'; readonly path: Path; readonly after: unknown }
  | { readonly kind: 'removed'; readonly path: Path; readonly before: unknown }
  | { readonly kind: 'changed'; readonly path: Path; readonly before: unknown; readonly after: unknown }
  /** In its list, or from another step, which is named then. */
  | { readonly kind: 'moved'; readonly path: Path; readonly from?: string };

/** The differences in the order of the later document; what is gone stands where it was missed. */
export function formChanges(before: unknown, after: unknown): readonly Change[] {
  return joined(compare(before, after, []));
}

function compare(before: unknown, after: unknown, path: Path): readonly Change[] {
  if (before === after) return [];
  if (before === undefined) return [{ kind: 'added', path, after }];
  if (after === undefined) return [{ kind: 'removed', path, before }];
  const [one, other] = [partsOf(before), partsOf(after)];
  if (one && other) return compareParts(one, other, path);
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...keys].flatMap((key) => compare(own(before, key), own(after, key), [...path, key]));
  }
  return isSame(before, after) ? [] : [{ kind: 'changed', path, before, after }];
}

function compareParts(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  path: Path,
): readonly Change[] {
  const kept = [...after.keys()].filter((id) => before.has(id));
  const stayed = unmoved(
    [...before.keys()].filter((id) => after.has(id)),
    kept,
  );
  const gone = [...before].filter(([id]) => !after.has(id));
  return [
    ...[...after].flatMap(([id, value]): readonly Change[] => {
      const at = [...path, id];
      if (!before.has(id)) return [{ kind: 'added', path: at, after: value }];
      const inside = compare(before.get(id), value, at);
      return stayed.has(id) ? inside : [{ kind: 'moved', path: at }, ...inside];
    }),
    ...gone.map(([id, value]): Change => ({ kind: 'removed', path: [...path, id], before: value })),
  ];
}

/** A field that is gone from one step and new in another has moved there. */
function joined(changes: readonly Change[]): readonly Change[] {
  const gone = new Map<string, { readonly step: string; readonly before: unknown }>();
  for (const change of changes) {
    const field = fieldAt(change.path);
    if (field && change.kind === 'removed') gone.set(field.id, { step: field.step, before: change.before });
  }
  const arrived = new Set<string>();
  const told = changes.flatMap((change): readonly Change[] => {
    const field = fieldAt(change.path);
    const from = field && change.kind === 'added' ? gone.get(field.id) : undefined;
    if (!field || !from || change.kind !== 'added') return [change];
    arrived.add(field.id);
    const moved: Change = { kind: 'moved', path: change.path, from: from.step };
    return [moved, ...compare(from.before, change.after, change.path)];
  });
  return told.filter((change) => {
    const field = change.kind === 'removed' ? fieldAt(change.path) : undefined;
    return !field || !arrived.has(field.id);
  });
}

function fieldAt(path: Path): { readonly step: string; readonly id: string } | undefined {
  const [steps, step, fields, id] = path;
  const isField = path.length === 4 && steps === 'steps' && fields === 'fields';
  return isField && typeof step === 'string' && typeof id === 'string' ? { step, id } : undefined;
}
