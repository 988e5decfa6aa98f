// The operators that are offered. Others may stand in a document that was written elsewhere: they have words too, and
// are kept.
import { operatorsFor, type Operator, type ValueKind, type ValueType } from '@baton/rules';

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
