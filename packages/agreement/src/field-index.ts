// What each value of one field decides. A row is made by asking the conditions about a value, when the first of its
// class is met, and kept. How much is kept is bounded: who makes up values makes work, not memory.
import { compileCondition, type Facts, type Vocabulary } from '@baton/rules';
import type { PlacedPart } from './place-rules.ts';
import { segmentOf, valueClasses } from './value-class.ts';

/**
 * What one value decides, as one run of numbers: by column, the points of the rules that it decides alone and that
 * hold; then the bits of the gates, 0 where it decides one (of every part this one fails, of some part this one holds);
 * then the positions of the rules of the first kind.
 */
export type Row = Int32Array;

/** How many columns and how many words of bits every row has. */
export type RowLayout = { readonly columns: number; readonly words: number };

export type FieldIndex = {
  /** The id of the field in its namespace. */
  readonly id: string;
  /** The rows of values met before. */
  readonly byValue: ReadonlyMap<unknown, Row>;
  /** Those of numbers: where these are told apart, and the rows of the segments between met before. */
  readonly marks: Float64Array | null;
  readonly bySegment: readonly (Row | undefined)[];
  /** Finds the row of any other value. */
  readonly meet: (value: unknown) => Row;
};

/** What a value decides. One function for all fields, so that it can be inlined: calling one of each costs twice. */
export function rowOf({ byValue, marks, bySegment, meet }: FieldIndex, value: unknown): Row {
  const known =
    typeof value === 'number' && marks !== null ? bySegment[segmentOf(value, marks)] : byValue.get(value);
  return known ?? meet(value);
}

const mostKept = 512;
const longestKept = 200;

export function createFieldIndex(
  field: string,
  parts: readonly PlacedPart[],
  vocabulary: Vocabulary,
  layout: RowLayout,
): FieldIndex {
  const dot = field.indexOf('.');
  const namespace = field.slice(0, dot);
  const id = field.slice(dot + 1);
  const decides = parts.map(({ condition }) => compileCondition(condition, vocabulary));
  const ask = (value: unknown): Row => {
    const facts: Facts = { [namespace]: { [id]: value } };
    return createRow(parts, (index) => decides[index]?.(facts) === true, layout);
  };
  const type = vocabulary(field);
  const conditions = parts.map(({ condition }) => condition);
  const classes = type === undefined ? null : valueClasses(type, conditions);
  const byValue = new Map<unknown, Row>();
  const byClass = new Map<number, Row>();
  const marks = classes?.marks ?? null;
  const bySegment: (Row | undefined)[] = Array.from({ length: marks === null ? 0 : marks.length * 2 + 1 });

  function askClass(value: unknown, key: number): Row {
    const row = byClass.get(key) ?? ask(value);
    if (byClass.size < mostKept) byClass.set(key, row);
    return row;
  }

  function meet(value: unknown): Row {
    const key = classes === null ? NaN : classes.of(value);
    const row = key !== key ? ask(value) : askClass(value, key);
    if (typeof value === 'number' && key < bySegment.length) bySegment[key] = row;
    // The first come stay: of values that recur, most are among them, and of those that do not, none is worth it.
    else if (byValue.size < mostKept && isKept(value)) byValue.set(value, row);
    return row;
  }

  return { id, byValue, marks, bySegment, meet };
}

/** Lists are new each time, and long texts hardly ever the same. */
function isKept(value: unknown): boolean {
  return typeof value === 'string'
    ? value.length <= longestKept
    : typeof value !== 'object' || value === null;
}

function createRow(
  parts: readonly PlacedPart[],
  holds: (index: number) => boolean,
  { columns, words }: RowLayout,
): Row {
  const row: number[] = Array.from({ length: columns + words }, (_, at) => (at < columns ? 0 : -1));
  parts.forEach(({ of }, index) => {
    const isHolding = holds(index);
    if (of.kind === 'alone') {
      if (!isHolding) return;
      row[of.rule.column] = (row[of.rule.column] ?? 0) + of.rule.points;
      row.push(of.rule.position);
    } else if (isHolding === (of.kind === 'some')) {
      const word = columns + (of.gate >>> 5);
      row[word] = (row[word] ?? 0) & ~(1 << (of.gate & 31));
    }
  });
  return Int32Array.from(row);
}
