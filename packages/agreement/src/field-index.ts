// What each value of one field decides. A row is made by asking the conditions about a value, when the first of its
// class is met, and kept. How much is kept is bounded: who makes up values makes work, not memory.
import { compileCondition, type Facts, type Vocabulary } from '@baton/rules';
import { type PlacedPart, type PlacedRule, type Points, sumOf } from './place-rules.ts';
import { ofNone, valueClasses } from './value-class.ts';

/** What one value decides: the points of the rules that it decides alone and that hold, and more. */
export type Row = Points & {
  /**
   * The bits of the first 32 gates, 0 where it decides one (of every part this one fails, of some part this one holds),
   * and, by word, of all of them where there are more.
   */
  readonly gates: number;
  readonly moreGates: Int32Array;
  /** The positions of the rules that it decides alone and that hold. */
  readonly rules: readonly number[];
};

export type FieldIndex = {
  /** The rows of values met before. */
  readonly byValue: ReadonlyMap<unknown, Row>;
  /** Where the class of a value is found no slower than the value: how, and the rows of the classes met before. */
  readonly classOf: ((value: unknown) => number) | null;
  readonly byClass: readonly (Row | undefined)[];
  /** Finds the row of any other value. */
  readonly meet: (value: unknown) => Row;
};

/** What a value decides. One function for all fields, so that it can be inlined: calling one of each costs twice. */
export function rowOf({ byValue, classOf, byClass, meet }: FieldIndex, value: unknown): Row {
  if (classOf === null) return byValue.get(value) ?? meet(value);
  const key = classOf(value);
  return (key === ofNone ? byValue.get(value) : byClass[key]) ?? meet(value);
}

const mostKept = 512;
const longestKept = 200;

export function createFieldIndex(
  field: string,
  parts: readonly PlacedPart[],
  vocabulary: Vocabulary,
  words: number,
): FieldIndex {
  const dot = field.indexOf('.');
  const namespace = field.slice(0, dot);
  const id = field.slice(dot + 1);
  const decides = parts.map(({ condition }) => compileCondition(condition, vocabulary));
  const ask = (value: unknown): Row => {
    const facts: Facts = { [namespace]: { [id]: value } };
    return createRow(parts, (index) => decides[index]?.(facts) === true, words);
  };
  const type = vocabulary(field);
  const conditions = parts.map(({ condition }) => condition);
  const classes = type === undefined ? null : valueClasses(type, conditions);
  const byValue = new Map<unknown, Row>();
  const rowsOfClasses = new Map<number, Row>();
  const many = classes?.many ?? null;
  const byClass: (Row | undefined)[] = Array.from({ length: many ?? 0 });

  function askClass(value: unknown, key: number): Row {
    const known = rowsOfClasses.get(key);
    if (known !== undefined) return known;
    const row = ask(value);
    if (rowsOfClasses.size < mostKept) rowsOfClasses.set(key, row);
    return row;
  }

  function meet(value: unknown): Row {
    const key = classes === null ? ofNone : classes.of(value);
    if (many !== null && key !== ofNone) {
      const row = ask(value);
      byClass[key] = row;
      return row;
    }
    const row = key === ofNone ? ask(value) : askClass(value, key);
    // The first come stay: of values that recur, most are among them, and of those that do not, none is worth it.
    if (byValue.size < mostKept && isKept(value)) byValue.set(value, row);
    return row;
  }

  return { byValue, classOf: classes !== null && many !== null ? classes.of : null, byClass, meet };
}

/** Lists are new each time, and long texts hardly ever the same. */
function isKept(value: unknown): boolean {
  return typeof value === 'string'
    ? value.length <= longestKept
    : typeof value !== 'object' || value === null;
}

function createRow(parts: readonly PlacedPart[], holds: (index: number) => boolean, words: number): Row {
  const gates = new Int32Array(Math.max(1, words)).fill(-1);
  const rules: PlacedRule[] = [];
  parts.forEach(({ of }, index) => {
    const isHolding = holds(index);
    if (of.kind === 'alone') {
      if (isHolding) rules.push(of.rule);
    } else if (isHolding === (of.kind === 'some')) {
      const word = of.gate >>> 5;
      gates[word] = (gates[word] ?? 0) & ~(1 << (of.gate & 31));
    }
  });
  const { fit, engagement, intent } = sumOf(rules);
  const positions = rules.map(({ position }) => position);
  return { fit, engagement, intent, gates: gates[0] ?? -1, moreGates: gates, rules: positions };
}
