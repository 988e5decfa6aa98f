// What each value of one field decides. An entry is made by asking the conditions about the value, when it is
// first met, and kept; numbers that no condition tells apart have the same.
import { compileCondition, isGroup, type Facts, type Group, type Operator, type Rule } from '@baton/rules';
import type { Vocabulary } from '@baton/rules';

/** A part of the rule at a position, over one field; `isAlone`: it is all that the rule takes. */
export type PlacedPart = {
  readonly position: number;
  readonly condition: Group;
  readonly isAlone: boolean;
  readonly points: number;
  readonly column: number;
};

type Entry = {
  /** The rules that hold by this value alone, as a set of positions, 32 to a word; empty when there is none. */
  readonly alone: Int32Array;
  /** Their points by column; empty when all are 0. */
  readonly worth: Int32Array;
  /** The positions of the rules that hold by this value among others. */
  readonly among: Int32Array;
};

export type FieldIndex = {
  /** The id of the field in its namespace. */
  readonly id: string;
  readonly find: (value: unknown) => Entry;
  /** The value found last, and its entry: a lead is mostly judged twice, just before an event and just after. */
  lastValue: unknown;
  lastEntry: Entry;
};

const mostEntries = 512;
const longestKey = 200;
const none = new Int32Array(0);
const nothingHeld: Entry = { alone: none, worth: none, among: none };

export function createFieldIndex(
  field: string,
  parts: readonly PlacedPart[],
  vocabulary: Vocabulary,
  words: number,
  columns: number,
): FieldIndex {
  const dot = field.indexOf('.');
  const namespace = field.slice(0, dot);
  const id = field.slice(dot + 1);
  const decides = parts.map(({ condition }) => compileCondition(condition, vocabulary));
  const isNumber = vocabulary(field)?.kind === 'number';
  const marks = isNumber ? marksOf(parts.map(({ condition }) => condition)) : null;
  const segments = new Map<number, Entry>();
  const kept = new Map<unknown, Entry>();

  function ask(value: unknown): Entry {
    const facts: Facts = { [namespace]: { [id]: value } };
    const held = parts.filter((_, index) => decides[index]?.(facts) === true);
    if (held.length === 0) return nothingHeld;
    const alone = held.filter(({ isAlone }) => isAlone);
    const among = held.filter(({ isAlone }) => !isAlone).map(({ position }) => position);
    return {
      alone: setOf(alone, words),
      worth: worthOf(alone, columns),
      among: among.length === 0 ? none : Int32Array.from(among),
    };
  }

  function askNumber(value: number, marks: Float64Array): Entry {
    const segment = segmentOf(value, marks);
    const entry = segments.get(segment) ?? ask(value);
    segments.set(segment, entry);
    return entry;
  }

  function meet(value: unknown): Entry {
    const isOrdered = typeof value === 'number' && value === value && marks !== null;
    const entry = isOrdered ? askNumber(value, marks) : ask(value);
    if (!isKey(value)) return entry;
    if (kept.size >= mostEntries) kept.clear();
    kept.set(value, entry);
    return entry;
  }

  const index: FieldIndex = {
    id,
    lastValue: undefined,
    lastEntry: ask(undefined),
    find(value) {
      const entry = kept.get(value) ?? meet(value);
      if (typeof value !== 'object') {
        index.lastValue = value;
        index.lastEntry = entry;
      }
      return entry;
    },
  };
  return index;
}

function setOf(parts: readonly PlacedPart[], words: number): Int32Array {
  if (parts.length === 0) return none;
  const set = new Int32Array(words);
  for (const { position } of parts) set[position >>> 5] = (set[position >>> 5] ?? 0) | (1 << (position & 31));
  return set;
}

function worthOf(parts: readonly PlacedPart[], columns: number): Int32Array {
  const worth = new Int32Array(columns);
  for (const { column, points } of parts) worth[column] = (worth[column] ?? 0) + points;
  return worth.some((points) => points !== 0) ? worth : none;
}

/** Lists are new each time, and long texts hardly ever the same: keeping them would help nobody. */
function isKey(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= longestKey;
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}

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

/** Segment 2i + 1 is the i-th mark itself, 2i what lies below it and above the one before. */
function segmentOf(value: number, marks: Float64Array): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return marks[low] === value ? low * 2 + 1 : low * 2;
}
