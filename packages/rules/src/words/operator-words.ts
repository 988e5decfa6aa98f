// Operators as one says them, by what they compare.
import type { Operator, ValueKind, ValueType } from '../condition.ts';

type OperatorWords = { readonly [O in Operator]?: string };

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

const special: { readonly [K in ValueKind]?: OperatorWords } = {
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

const ofAnswers: OperatorWords = { null: 'is not answered', notNull: 'is answered' };

/** @param path what is read */
export function operatorInWords(operator: Operator, type: ValueType | undefined, path: string): string {
  const own = path.startsWith('answer.') ? ofAnswers[operator] : undefined;
  return own ?? (type && special[type.kind]?.[operator]) ?? general[operator] ?? operator;
}
