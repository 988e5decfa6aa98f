// What each value of one field decides. A row is made by asking the conditions about a value, when the first of its
// class is met, and kept. How much is kept is bounded: who makes up values makes work, not memory.
import { compileCondition, type Facts, type Vocabulary } from '@baton/rules';
import type { PlacedPart } from './place-rules.ts';
import { valueClasses } from './value-class.ts';

/**
 * What one value decides, as one run of numbers: by column, the points of the rules that it decides alone and that
 * hold; then the bits of the joint rules, 0 where it decides one (a needed part fails, or some part holds); then the
 * positions of the rules of the first kind.
 */
export type Row = Int32Array;

/** How many columns and how many words of bits every row has. */
export type RowLayout = { readonly columns: number; readonly words: number };

export type FieldIndex = {
  /** The id of the field in its namespace. */
  readonly id: string;
  readonly rowOf: (value: unknown) => Row;
};

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
  const missing = ask(undefined);
  const type = vocabulary(field);
  if (type === undefined) return { id, rowOf: () => missing };

  const byValue = new Map<unknown, Row>();
  if (type.kind === 'choice' && type.options !== undefined) {
    for (const option of type.options) byValue.set(option, ask(option));
    return { id, rowOf: (value) => byValue.get(value) ?? missing };
  }

  const conditions = parts.map(({ condition }) => condition);
  const classOf = valueClasses(type, conditions);
  const byClass = new Map<number, Row>();

  function askClass(value: unknown): Row {
    const key = classOf === null ? NaN : classOf(value);
    if (key !== key) return ask(value);
    const known = byClass.get(key);
    if (known !== undefined) return known;
    const row = ask(value);
    if (byClass.size < mostKept) byClass.set(key, row);
    return row;
  }

  function meet(value: unknown): Row {
    const row = askClass(value);
    // The first come stay: of values that recur, most are among them, and of those that do not, none is worth it.
    if (byValue.size < mostKept && isKept(value)) byValue.set(value, row);
    return row;
  }

  // To find the class of a number or of a list costs no more than to look it up.
  const isClassQuick = classOf !== null && (type.kind === 'number' || type.kind === 'choices');
  const rowOf = isClassQuick ? askClass : (value: unknown) => byValue.get(value) ?? meet(value);
  return { id, rowOf: (value) => (value === undefined || value === null ? missing : rowOf(value)) };
}

function isKept(value: unknown): boolean {
  return typeof value === 'string' ? value.length <= longestKept : typeof value !== 'object';
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
      const word = columns + (of.bit >>> 5);
      row[word] = (row[word] ?? 0) & ~(1 << (of.bit & 31));
    }
  });
  return Int32Array.from(row);
}
