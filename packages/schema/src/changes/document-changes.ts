// What differs between two states of a document, told by ids: a part that was moved is not another part. Reads any JSON,
// as a draft may be anything yet.
import type { Path } from '@baton/rules';
import { isRecord } from '../is-record.ts';
import { isSame, own, partsOf } from './same.ts';
import { unmoved } from './unmoved.ts';

/** One difference. In a path, parts that have an id stand under it: `steps`, `s1`, `fields`, `email`, `label`. */
export type DocumentChange =
  | { readonly kind: 'added'; readonly path: Path; readonly after: unknown }
  | { readonly kind: 'removed'; readonly path: Path; readonly before: unknown }
  | { readonly kind: 'changed'; readonly path: Path; readonly before: unknown; readonly after: unknown }
  /** In its list. */
  | { readonly kind: 'moved'; readonly path: Path };

/** Whether what stands at a path is told of as a whole, whatever differs within. */
type IsWhole = (path: Path) => boolean;

/** The differences in the order of the later document; what is gone stands where it was missed. */
export function documentChanges(
  before: unknown,
  after: unknown,
  path: Path = [],
  isWhole: IsWhole = () => false,
): readonly DocumentChange[] {
  if (before === after) return [];
  if (before === undefined) return [{ kind: 'added', path, after }];
  if (after === undefined) return [{ kind: 'removed', path, before }];
  const [one, other] = isWhole(path) ? [null, null] : [partsOf(before), partsOf(after)];
  if (one && other) return comparedParts(one, other, path, isWhole);
  if (isRecord(before) && isRecord(after) && !isWhole(path)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...keys].flatMap((key) =>
      documentChanges(own(before, key), own(after, key), [...path, key], isWhole),
    );
  }
  return isSame(before, after) ? [] : [{ kind: 'changed', path, before, after }];
}

function comparedParts(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  path: Path,
  isWhole: IsWhole,
): readonly DocumentChange[] {
  const kept = [...after.keys()].filter((id) => before.has(id));
  const stayed = unmoved(
    [...before.keys()].filter((id) => after.has(id)),
    kept,
  );
  const gone = [...before].filter(([id]) => !after.has(id));
  return [
    ...[...after].flatMap(([id, value]): readonly DocumentChange[] => {
      const at = [...path, id];
      if (!before.has(id)) return [{ kind: 'added', path: at, after: value }];
      const inside = documentChanges(before.get(id), value, at, isWhole);
      return stayed.has(id) ? inside : [{ kind: 'moved', path: at }, ...inside];
    }),
    ...gone.map(([id, value]): DocumentChange => ({ kind: 'removed', path: [...path, id], before: value })),
  ];
}
