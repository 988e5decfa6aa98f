// Whether one rule makes sense for the field it reads: the operator for the kind, the value for the operator.
// Refuses whatever would later compare with nothing, and tells every fault of it.
import type { Operator, ValueKind, ValueType } from './condition.ts';
import { operators } from './condition.ts';
import type { Issue, Path } from './issue.ts';
import { isMissing, toNumber } from './value.ts';

const byOrder: ReadonlySet<Operator> = new Set(['<', '<=', '>', '>=', 'between', 'notBetween']);
const byEnds: ReadonlySet<Operator> = new Set([
  'beginsWith',
  'doesNotBeginWith',
  'endsWith',
  'doesNotEndWith',
]);
const byPart: ReadonlySet<Operator> = new Set(['contains', 'doesNotContain']);
const ofLists: ReadonlySet<Operator> = new Set(['in', 'notIn', 'between', 'notBetween']);
const ofTwo: ReadonlySet<Operator> = new Set(['between', 'notBetween']);

/** The operators that a field of this type may be compared with, in the order an editor lists them. */
export function operatorsFor(type: ValueType): readonly Operator[] {
  return operators.filter((operator) => isUsable(operator, type));
}

/** Whether a text is the name of an operator. */
export function isOperator(name: unknown): name is Operator {
  return operators.some((operator) => operator === name);
}

/** Whether the operator needs no value at all. */
export function isWithoutValue(operator: Operator): boolean {
  return operator === 'null' || operator === 'notNull';
}

/**
 * The faults of comparing a field of this type by this operator with this value; none: it may be saved. Without
 * a type (the field is unknown) only what the operator alone asks for is checked. `at` is the rule's own path.
 */
export function checkRule(
  operator: Operator,
  value: unknown,
  type: ValueType | undefined,
  at: Path,
): readonly Issue[] {
  if (isWithoutValue(operator)) return [];
  const refused = type !== undefined && !isUsable(operator, type);
  const issues: Issue[] = refused
    ? [{ code: 'operator_not_allowed', path: [...at, 'operator'], params: { operator, kind: type.kind } }]
    : [];
  const path = [...at, 'value'];
  const asText = byEnds.has(operator) || (byPart.has(operator) && type?.kind !== 'choices');
  const item = asText ? (refused ? undefined : textType) : type;
  if (ofLists.has(operator)) return [...issues, ...checkList(value, item, path, ofTwo.has(operator))];
  const isSet = type?.kind === 'choices' && (operator === '=' || operator === '!=');
  if (isSet && Array.isArray(value)) return [...issues, ...checkList(value, item, path, false)];
  return [...issues, ...checkItem(value, item, path)];
}

const textType: ValueType = { kind: 'text' };

function isUsable(operator: Operator, type: ValueType): boolean {
  if (byOrder.has(operator)) {
    return type.kind === 'choice'
      ? type.ordered === true
      : type.kind !== 'choices' && type.kind !== 'boolean';
  }
  if (byEnds.has(operator)) return type.kind !== 'choices' && type.kind !== 'boolean';
  return !byPart.has(operator) || type.kind !== 'boolean';
}

function checkList(value: unknown, type: ValueType | undefined, path: Path, two: boolean): readonly Issue[] {
  if (value === undefined || value === null) return [{ code: 'value_missing', path }];
  if (!Array.isArray(value)) return [{ code: 'not_a_list', path }];
  const items: readonly unknown[] = value;
  if (items.length === 0) return [{ code: 'value_missing', path }];
  const issues = items.flatMap((item, index) => checkItem(item, type, [...path, index]));
  return two && items.length !== 2
    ? [{ code: 'not_two', path, params: { count: items.length } }, ...issues]
    : issues;
}

function checkItem(value: unknown, type: ValueType | undefined, path: Path): readonly Issue[] {
  if (isMissing(value)) return [{ code: 'value_missing', path }];
  const code = type && misfits[type.kind](value, type);
  return code ? [{ code, path }] : [];
}

/** Why a value cannot stand against a field of each kind; undefined: it can. */
const misfits: Readonly<Record<ValueKind, (value: unknown, type: ValueType) => string | undefined>> = {
  text: (value) => (typeof value === 'string' || Number.isFinite(value) ? undefined : 'not_text'),
  number: (value) => (Number.isFinite(toNumber(value)) ? undefined : 'not_number'),
  date: (value) => (typeof value === 'string' && isDay(value.trim()) ? undefined : 'not_date'),
  boolean: (value) => (typeof value === 'boolean' ? undefined : 'not_boolean'),
  choice: optionMisfit,
  choices: optionMisfit,
};

function optionMisfit(value: unknown, { options }: ValueType): string | undefined {
  if (typeof value !== 'string') return 'not_text';
  return !options || options.includes(value) ? undefined : 'not_an_option';
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
