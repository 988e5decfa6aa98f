// Two people on one form: what both did since they last had the same form, put together. Parts are told by their ids,
// so that fields which one of them moved and the other changed come out moved and changed. Where both changed the very
// same thing, it is told as a clash and mine stands until somebody chooses.
import { isSame, own, partsOf } from '@baton/form/changes';
import { isRecord } from '@baton/schema';
import type { FormDraft } from './form-draft.ts';
import { mergeOrder } from './merge-order.ts';

export type Side = 'mine' | 'theirs';

/** One thing that both changed. In the path, parts stand under their ids. */
export type Clash = {
  readonly path: readonly string[];
  /** Undefined where it was taken away. */
  readonly mine: unknown;
  readonly theirs: unknown;
};

export type Merged = { readonly draft: FormDraft; readonly clashes: readonly Clash[] };

/** What to do about a clash; a path that is not in there: mine. */
export type Choices = ReadonlyMap<string, Side>;

export function clashKey({ path }: Pick<Clash, 'path'>): string {
  return JSON.stringify(path);
}

/** @param base the form as both last had it */
export function mergeDrafts(
  base: FormDraft,
  mine: FormDraft,
  theirs: FormDraft,
  choices: Choices = new Map(),
): Merged {
  const clashes: Clash[] = [];
  const merged = mergeValues(apart(base), apart(mine), apart(theirs), [], { choices, clashes });
  return { draft: together(merged, theirs), clashes };
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

/** The form with its fields beside the steps, which hold their ids: so a field is the same wherever it stands. */
function apart({ steps, ...form }: FormDraft): unknown {
  const fields = Object.fromEntries(steps.flatMap((step) => step.fields.map((field) => [field.id, field])));
  return {
    ...form,
    fields,
    steps: steps.map((step) => ({ ...step, fields: step.fields.map(({ id }) => id) })),
  };
}

/** Puts each field back, once: where two steps hold it, where `theirs` has it; where none does, at the end. */
function together(merged: unknown, theirs: FormDraft): FormDraft {
  const { fields, steps, ...form }: Apart = Object(merged);
  const stands = new Map<string, string>();
  for (const step of theirs.steps) for (const { id } of step.fields) stands.set(id, step.id);
  const held = new Map<string, readonly string[]>();
  for (const step of steps) for (const id of step.fields) held.set(id, [...(held.get(id) ?? []), step.id]);
  const isHere = (id: string, step: string): boolean => {
    const places = held.get(id) ?? [];
    return places.length < 2 || places.find((place) => place !== stands.get(id)) === step;
  };
  const lost = Object.keys(fields).filter((id) => !held.has(id));
  return {
    ...form,
    steps: steps.map((step, at) => {
      const here = [...new Set(step.fields)].filter((id) => id in fields && isHere(id, step.id));
      const ids = at === steps.length - 1 ? [...here, ...lost] : here;
      return { ...step, fields: ids.flatMap((id) => fields[id] ?? []) };
    }),
  };
}

type Apart = Omit<FormDraft, 'steps'> & {
  readonly fields: Readonly<Record<string, FormDraft['steps'][number]['fields'][number]>>;
  readonly steps: readonly (Omit<FormDraft['steps'][number], 'fields'> & {
    readonly fields: readonly string[];
  })[];
};
