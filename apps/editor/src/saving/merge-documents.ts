// What two people did to one document since they last had the same, put together. Parts are told by their ids. Where both
// changed the very same thing, it is told as a clash and mine stands until somebody chooses.
import { isRecord, isSame, own, partsOf } from '@baton/schema';
import { mergeOrder } from './merge-order.ts';

export type Side = 'mine' | 'theirs';

/** One thing that both changed. In the path, parts stand under their ids. */
export type Clash = {
  readonly path: readonly string[];
  /** Undefined where it was taken away. */
  readonly mine: unknown;
  readonly theirs: unknown;
};

export type Merged<D> = { readonly draft: D; readonly clashes: readonly Clash[] };

/** What to do about a clash; a path that is not in there: mine. */
export type Choices = ReadonlyMap<string, Side>;

export function clashKey({ path }: Pick<Clash, 'path'>): string {
  return JSON.stringify(path);
}

/** @param base as both last had it */
export function mergeDocuments(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  choices: Choices = new Map(),
): Merged<unknown> {
  const clashes: Clash[] = [];
  return { draft: mergeValues(base, mine, theirs, [], { choices, clashes }), clashes };
}

type Work = { readonly choices: Choices; readonly clashes: Clash[] };

function mergeValues(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: readonly string[],
  work: Work,
): unknown {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  const [from, one, other] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  if (one && other) return mergeParts(from ?? new Map(), one, other, path, work);
  if (isOrder(mine) && isOrder(theirs)) return mergeOrder(isOrder(base) ? base : [], mine, theirs);
  if (isRecord(mine) && isRecord(theirs))
    return mergeRecords(isRecord(base) ? base : {}, mine, theirs, path, work);
  work.clashes.push({ path, mine, theirs });
  return work.choices.get(clashKey({ path })) === 'theirs' ? theirs : mine;
}

function mergeRecords(
  base: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  path: readonly string[],
  work: Work,
): Readonly<Record<string, unknown>> {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const merged: Record<string, unknown> = {};
  for (const key of keys) {
    const value = mergeValues(own(base, key), own(mine, key), own(theirs, key), [...path, key], work);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

type Parts = ReadonlyMap<string, unknown>;

/** Lists of parts that have ids, as options and outcomes are. */
function mergeParts(
  base: Parts,
  mine: Parts,
  theirs: Parts,
  path: readonly string[],
  work: Work,
): readonly unknown[] {
  const ids = new Set([...mine.keys(), ...theirs.keys()]);
  const merged = new Map<string, unknown>();
  for (const id of ids) {
    const value = mergeValues(base.get(id), mine.get(id), theirs.get(id), [...path, id], work);
    if (value !== undefined) merged.set(id, value);
  }
  const order = mergeOrder([...base.keys()], [...mine.keys()], [...theirs.keys()]);
  // What one took away and the other changed may be there after all.
  const rest = [...merged.keys()].filter((id) => !order.includes(id));
  return [...order, ...rest].flatMap((id) => (merged.has(id) ? [merged.get(id)] : []));
}

/** A list of ids and nothing else. */
function isOrder(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
