// What differs between two states of a form document, told by ids: a field that was moved is not another field, nor is
// one that went to another step.
import type { Path } from '@baton/rules';
import { documentChanges, type DocumentChange } from '@baton/schema';

export { isSame, own, partsOf } from '@baton/schema';

export type Change =
  | Exclude<DocumentChange, { readonly kind: 'moved' }>
  /** In its list, or from another step, which is named then. */
  | { readonly kind: 'moved'; readonly path: Path; readonly from?: string };

/** The differences in the order of the later document; what is gone stands where it was missed. */
export function formChanges(before: unknown, after: unknown): readonly Change[] {
  return joined(documentChanges(before, after));
}

/** A field that is gone from one step and new in another has moved there. */
function joined(changes: readonly DocumentChange[]): readonly Change[] {
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
    return [moved, ...documentChanges(from.before, change.after, change.path)];
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
