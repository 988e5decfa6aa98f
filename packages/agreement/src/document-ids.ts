// The ids in an agreement document, read from whatever is there, so that they can be told apart (and conditions
// know the behaviours) even while other parts of the document are broken.
import type { Issue, Path } from '@baton/rules';
import { isRecord } from './canonical-json.ts';
import { dimensionIds } from './behaviours.ts';

type PlacedId = { readonly id: string; readonly path: Path };

/** What `behaviour.<id>` may name. */
export function behaviourIdsOf(document: unknown): readonly string[] {
  return dimensionIds.flatMap((dimension) => behavioursIn(document, dimension).map(({ id }) => id));
}

/**
 * One `duplicate_id` for each id that was there before: among the tiers, routing rules, disqualifications,
 * rejections; among the rules and behaviours of a dimension; among the behaviours of all dimensions.
 */
export function duplicateIds(document: unknown, at: Path): Issue[] {
  const lists = [
    ...dimensionIds.map((dimension) => [
      ...idsIn(document, ['score', dimension, 'rules']),
      ...behavioursIn(document, dimension),
    ]),
    dimensionIds.flatMap((dimension) => behavioursIn(document, dimension)),
    idsIn(document, ['disqualify']),
    idsIn(document, ['tiers']),
    idsIn(document, ['routing', 'rules']),
    idsIn(document, ['rejections']),
  ];
  const found = new Map<string, Issue>();
  for (const { id, path } of lists.flatMap(repeated)) {
    found.set(path.join('/'), { code: 'duplicate_id', path: [...at, ...path], params: { id } });
  }
  return [...found.values()];
}

function repeated(list: readonly PlacedId[]): PlacedId[] {
  const seen = new Set<string>();
  return list.filter(({ id }) => seen.size === seen.add(id).size);
}

function behavioursIn(document: unknown, dimension: string): PlacedId[] {
  return idsIn(document, ['score', dimension, 'behaviours']);
}

function idsIn(document: unknown, at: readonly string[]): PlacedId[] {
  const list = at.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), document);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, index) => {
    const id = isRecord(entry) ? entry['id'] : undefined;
    return typeof id === 'string' ? { id: id.trim(), path: [...at, index, 'id'] } : [];
  });
}
