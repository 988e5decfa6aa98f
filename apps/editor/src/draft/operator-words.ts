// Operators as one says them, by what they compare, and those that are offered. Others may stand in a document that
// was written elsewhere: they have words too, and are kept.
import { operatorsFor, type Operator, type ValueKind, type ValueType } from '@baton/rules';

type Words = { readonly [O in Operator]?: string };

const general: Readonly<Record<Operator, string>> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
  contains: 'contains',
  doesNotContain: 'does not contain',
  beginsWith: 'begins with',
  doesNotBeginWith: 'does not begin with',
  endsWith: 'ends with',
  doesNotEndWith: 'does not end with',
  in: 'is one of',
  notIn: 'is none of',
  between: 'is between',
  notBetween: 'is not between',
  null: 'is not known',
  notNull: 'is known',
};

const special: { readonly [K in ValueKind]?: Words } = {
  date: { '<': 'is before', '<=': 'is on or before', '>': 'is after', '>=': 'is on or after' },
  choice: { '<': 'is below', '>': 'is above' },
  choices: {
    '=': 'is exactly',
    '!=': 'is not exactly',
    contains: 'includes',
    doesNotContain: 'does not include',
    in: 'includes any of',
    notIn: 'includes none of',
  },
};

const ofAnswers: Words = { null: 'is not answered', notNull: 'is answered' };

/** @param path what is read */
export function operatorInWords(operator: Operator, type: ValueType | undefined, path: string): string {
  const own = path.startsWith('answer.') ? ofAnswers[operator] : undefined;
  return own ?? (type && special[type.kind]?.[operator]) ?? general[operator] ?? operator;
}

const offered: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: ['=', '!=', 'in', 'notIn', 'contains', 'doesNotContain', 'beginsWith', 'endsWith', 'notNull', 'null'],
  number: ['=', '!=', '>=', '<=', '>', '<', 'between', 'notBetween', 'notNull', 'null'],
  date: ['=', '!=', '>=', '<=', '>', '<', 'between', 'notBetween', 'notNull', 'null'],
  boolean: ['=', 'notNull', 'null'],
  choice: ['=', '!=', 'in', 'notIn', '>=', '<=', '>', '<', 'between', 'notBetween', 'notNull', 'null'],
  choices: ['contains', 'doesNotContain', 'in', 'notIn', '=', '!=', 'notNull', 'null'],
};

/** The operators to choose from, the likely ones first; `current` is among them whatever it is. */
export function offeredOperators(type: ValueType, current?: Operator): readonly Operator[] {
  const usable = new Set(operatorsFor(type));
  const list = offered[type.kind].filter((operator) => usable.has(operator));
  return current === undefined || list.includes(current) ? list : [...list, current];
}

/** How many values an operator compares with. */
export function valuesOf(operator: Operator, type: ValueType | undefined): 'none' | 'one' | 'two' | 'many' {
  if (operator === 'null' || operator === 'notNull') return 'none';
  if (operator === 'between' || operator === 'notBetween') return 'two';
  if (operator === 'in' || operator === 'notIn') return 'many';
  return type?.kind === 'choices' && (operator === '=' || operator === '!=') ? 'many' : 'one';
}
