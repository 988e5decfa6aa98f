// The answers worth trying: for each way in which rules can tell the answers to a field apart, one that goes this way.
// Text that is compared by its parts has no end of ways; of it there are some likely ones, and that is said.
import { isDay } from './check-rule.ts';
import type { Operator, Rule, ValueKind } from './condition.ts';
import { toNumber } from './value.ts';

/** Values to try; undefined: no answer. */
export type Domain = {
  readonly values: readonly unknown[];
  /** No answer goes a way that none of these goes. */
  readonly isWhole: boolean;
};

/** What decides which values a field can take; `kind` is what it asks for, as forms call it. */
export type Shape = {
  readonly kind: string;
  readonly options?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly earliest?: string;
  readonly latest?: string;
};

const byIdentity: ReadonlySet<Operator> = new Set(['=', '!=', 'in', 'notIn', 'null', 'notNull']);

const byPart: ReadonlySet<Operator> = new Set([
  'contains',
  'doesNotContain',
  'beginsWith',
  'doesNotBeginWith',
  'endsWith',
  'doesNotEndWith',
]);

/** Sets of more options than this are too many to try each. */
const mostInSets = 6;

/**
 * The answers to try for what is compared as this kind of value.
 * @param rules every rule that reads it
 */
export function domainOf(kind: ValueKind, shape: Shape | undefined, rules: readonly Rule[]): Domain {
  const named = [...new Set(rules.flatMap(({ value }) => (Array.isArray(value) ? value : [value])))].filter(
    (value) => value !== undefined && value !== null,
  );
  const byName = rules.every(({ operator }) => byIdentity.has(operator));
  const { values, isWhole } = domains[kind](named, byName, shape ?? { kind: 'text' });
  // Of a text that is compared with a number, every spelling of the number is another; so are those of what is no text
  // and is looked into as if it were.
  const isSpelt =
    kind === 'text'
      ? named.some((value) => typeof value === 'number')
      : (kind === 'number' || kind === 'date') && rules.some(({ operator }) => byPart.has(operator));
  return { values: [undefined, ...values], isWhole: isWhole && !isSpelt };
}

type Build = (named: readonly unknown[], byName: boolean, shape: Shape) => Domain;

const domains: Readonly<Record<ValueKind, Build>> = {
  boolean: () => whole([true, false]),
  choice: (named, byName, { options = [] }) => whole(byName ? withOther(options, new Set(named)) : options),
  choices: (named, _byName, { options = [] }) => {
    const told = withOther(options, new Set(named));
    if (told.length <= mostInSets) return whole(subsets(told));
    return { values: [...told.map((one) => [one]), told], isWhole: false };
  },
  number: (named, _byName, shape) => whole(numbersAround(named.map(toNumber), shape)),
  date: (named, _byName, shape) =>
    whole(
      daysAround(
        named.map((day) => String(day).trim()),
        shape,
      ),
    ),
  text: (named, byName, { kind }) => {
    const texts = named.map(String);
    const values = [...texts, ...strangers(kind, texts)];
    return byName ? whole(values) : { values: [...values, ...likely(texts)], isWhole: false };
  },
};

function whole(values: readonly unknown[]): Domain {
  return { values, isWhole: true };
}

/** The options that are named, and one that stands for all the others. */
function withOther(options: readonly string[], named: ReadonlySet<unknown>): readonly string[] {
  const other = options.find((option) => !named.has(option));
  return [...options.filter((option) => named.has(option)), ...(other === undefined ? [] : [other])];
}

function subsets(items: readonly string[]): readonly (readonly string[])[] {
  const sets: (readonly string[])[] = [[]];
  for (const item of items) sets.push(...sets.map((set) => [...set, item]));
  return sets.slice(1);
}

/** The numbers named, one between any two, and one beyond each end; within the field's own limits. */
function numbersAround(named: readonly number[], shape: Shape): readonly number[] {
  const isRating = shape.kind === 'rating';
  const least = isRating ? 1 : (shape.min ?? -Infinity);
  const greatest = shape.max ?? (isRating ? 5 : Infinity);
  const isWhole = isRating || shape.whole === true;
  const marks = [...named, least, greatest].filter((number) => Number.isFinite(number));
  const points = [...new Set(marks)].sort((one, other) => one - other);
  const tried = new Set<number>();
  for (const [index, point] of points.entries()) {
    tried.add(point);
    const next = points[index + 1];
    const middle = next === undefined ? point + 1 : (point + next) / 2;
    tried.add(isWhole ? Math.floor(middle) : middle);
    if (isWhole) tried.add(Math.ceil(point)).add(Math.ceil(point - 1));
  }
  tried.add((points[0] ?? 1) - 1);
  return [...tried].filter(
    (number) => number >= least && number <= greatest && (!isWhole || Number.isInteger(number)),
  );
}

/** The days named and those beside them, within the field's own limits. */
function daysAround(named: readonly string[], { earliest, latest }: Shape): readonly string[] {
  const marks = [...named, earliest ?? '2000-01-01', latest ?? '2000-01-01'].filter(isDay);
  const days = new Set(marks.flatMap((day) => [dayBefore(day), day, dayAfter(day)]));
  return [...days].filter((day) => (!earliest || day >= earliest) && (!latest || day <= latest));
}

function dayAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const days = [dayOf(year, month, date + 1), dayOf(year, month + 1, 1), dayOf(year + 1, 1, 1)];
  return days.find(isDay) ?? day;
}

function dayBefore(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const ends = [31, 30, 29, 28].map((last) => dayOf(year, month - 1, last));
  return [dayOf(year, month, date - 1), ...ends, dayOf(year - 1, 12, 31)].find(isDay) ?? day;
}

function dayOf(year: number, month: number, date: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** Texts that no rule names, each in the form that a field of this kind takes. */
function strangers(kind: string, named: readonly string[]): readonly string[] {
  const ofKind: Readonly<Record<string, readonly string[]>> = {
    email: ['someone@somewhere.example'],
    phone: ['+49 30 901820'],
    url: ['https://somewhere.example/'],
    country: ['DE', 'FR', 'JP', 'BR', 'NZ', 'CA', 'IN', 'ZA', 'US', 'GB'],
  };
  const known = new Set(named.map((text) => text.trim().toLowerCase()));
  const free = (ofKind[kind] ?? ['something else']).filter((text) => !known.has(text.toLowerCase()));
  return free.slice(0, 1);
}

/** Texts that hold what is named at their beginning, at their end, together, or come right after it in order. */
function likely(named: readonly string[]): readonly string[] {
  const around = named.flatMap((text) => [
    `${text} x`,
    `x ${text}`,
    `x${text}`,
    `x@x${text}`,
    `${text}@x.example`,
  ]);
  const numbers = named.map(Number).filter((number) => Number.isFinite(number));
  const beside = numbers.flatMap((number) => [String(number - 1), String(number + 1)]);
  return [...around, ...beside, named.join(''), named.join(' '), named.toReversed().join(' ')];
}
