// What a condition is: a group of rules over answers, attributes, behaviour, score and visit, in the shape of
// react-querybuilder's rule groups. Types and names only; nothing here decides.

/** Every operator, in the order an editor lists them. */
export const operators = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'doesNotContain',
  'beginsWith',
  'doesNotBeginWith',
  'endsWith',
  'doesNotEndWith',
  'in',
  'notIn',
  'between',
  'notBetween',
  'null',
  'notNull',
] as const;

export type Operator = (typeof operators)[number];

/** One comparison. `value` is absent for `null` and `notNull`, a list for `in`, `notIn`, `between`, `notBetween`. */
export type Rule = { readonly field: string; readonly operator: Operator; readonly value?: unknown };

/** Rules joined by `and` or `or`; `not` inverts what they gave. */
export type Group = {
  readonly combinator: 'and' | 'or';
  readonly not?: boolean;
  readonly rules: readonly (Rule | Group)[];
};

/** `null` is no condition at all, and holds. */
export type Condition = Group | null;

export const namespaces = ['answer', 'lead', 'behaviour', 'score', 'visit'] as const;

export type Namespace = (typeof namespaces)[number];

export type ValueKind = 'text' | 'number' | 'date' | 'boolean' | 'choice' | 'choices';

/**
 * What a field holds. `options` are the ids a choice or choices may take (absent: any); on a text they are
 * suggestions only. `ordered` lets a choice compare by the position of its options.
 */
export type ValueType = {
  readonly kind: ValueKind;
  readonly options?: readonly string[];
  readonly ordered?: boolean;
};

/** What each full path (`lead.company_size`) holds here; undefined: unknown, or not allowed in this place. */
export type Vocabulary = (path: string) => ValueType | undefined;

/**
 * The values to decide on, by namespace, then id: string, number, boolean, list of option ids. A value of any
 * other form is there but equals nothing.
 */
export type Facts = { readonly [N in Namespace]?: Readonly<Record<string, unknown>> };

/** Whether a part of a group is itself a group. */
export function isGroup(part: Rule | Group): part is Group {
  return 'rules' in part;
}
