// What each value of one field decides, as a set of positions. An entry is made by asking the conditions about
// the value, when it is first met, and kept; numbers that no condition tells apart share one.
import { compileCondition, isGroup, type Facts, type Group, type Operator, type Rule } from '@baton/rules';
import type { Vocabulary } from '@baton/rules';

/** A set of positions, 32 to a word. Never changed once made. */
export type Positions = Uint32Array;

/** The conditions over one field, each with the position it decides. */
export type PlacedPart = { readonly position: number; readonly condition: Group };

const mostEntries = 2048;
const longestKey = 200;

// What these say of a number changes only at the numbers they name.
const byOrder: ReadonlySet<Operator> = new Set<Operator>([
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'notIn',
  'between',
  'notBetween',
  'null',
  'notNull',
]);

/** @returns the positions that a value of the field decides, or null for none. */
export function createFieldIndex(
  field: string,
  parts: readonly PlacedPart[],
  vocabulary: Vocabulary,
  words: number,
): (value: unknown) => Positions | null {
  const decides = parts.map(({ condition }) => compileCondition(condition, vocabulary));
  const dot = field.indexOf('.');
  const namespace = field.slice(0, dot);
  const id = field.slice(dot + 1);

  function ask(value: unknown): Positions | null {
    const facts: Facts = { [namespace]: { [id]: value } };
    const found = new Uint32Array(words);
    let any = false;
    parts.forEach(({ position }, index) => {
      if (decides[index]?.(facts) !== true) return;
      found[position >>> 5] = (found[position >>> 5] ?? 0) | (1 << (position & 31));
      any = true;
    });
    return any ? found : null;
  }

  const kept = new Map<unknown, Positions | null>();
  function remember(value: unknown): Positions | null {
    const known = kept.get(value);
    if (known !== undefined) return known;
    if (kept.size >= mostEntries) kept.clear();
    const found = ask(value);
    kept.set(value, found);
    return found;
  }

  const isNumber = vocabulary(field)?.kind === 'number';
  const marks = isNumber ? marksOf(parts.map(({ condition }) => condition)) : null;
  const bySegment = marks === null ? null : createSegments(marks, ask);

  return (value) => {
    if (typeof value === 'number') {
      return bySegment !== null && value === value ? bySegment(value) : remember(value);
    }
    const isKey = typeof value === 'string' ? value.length <= longestKey : !isInstance(value);
    return isKey ? remember(value) : ask(value);
  };
}

/** Lists and the like are new each time, so remembering them would help nobody. */
function isInstance(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** The numbers at which what the conditions say may change, ascending; null when other than their order counts. */
function marksOf(conditions: readonly Group[]): Float64Array | null {
  const marks = new Set<number>();
  const pending: (Rule | Group)[] = [...conditions];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (isGroup(part)) {
      pending.push(...part.rules);
      continue;
    }
    if (!byOrder.has(part.operator)) return null;
    const values: readonly unknown[] = Array.isArray(part.value) ? part.value : [part.value];
    for (const value of values) {
      const mark = Number(value);
      if (mark === mark) marks.add(mark);
    }
  }
  return Float64Array.from(marks).sort();
}

/** Entries 2i + 1 are for the i-th mark itself, 2i for what lies below it and above the one before. */
function createSegments(
  marks: Float64Array,
  ask: (value: number) => Positions | null,
): (value: number) => Positions | null {
  const entries: (Positions | null | undefined)[] = Array.from({ length: marks.length * 2 + 1 });
  return (value) => {
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((marks[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    const segment = marks[low] === value ? low * 2 + 1 : low * 2;
    const known = entries[segment];
    if (known !== undefined) return known;
    const found = ask(value);
    entries[segment] = found;
    return found;
  };
}
