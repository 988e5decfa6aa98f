// What every engine under comparison is asked for, and the rules in the few shapes that all of them can say.
import { attributeValueType, derivedAttributes, isGroup } from '@baton/rules';
import type { Group, Rule, ValueType } from '@baton/rules';
import { catalogue, most, type ScoreRule } from '../score-workload.ts';

export type Attributes = Readonly<Record<string, unknown>>;

export type ScoreEngine = {
  readonly name: string;
  /** Takes the leads in whatever form suits it; gives the total of one by its place. */
  readonly load: (leads: readonly Attributes[]) => (place: number) => number | Promise<number>;
};

export type Sums = { readonly fit: number; readonly intent: number };

/** A dimension is never below 0 nor above its most. */
export function totalOf({ fit, intent }: Sums): number {
  return bounded(fit) + bounded(intent);
}

function bounded(sum: number): number {
  return Math.min(most, Math.max(0, sum));
}

const types = new Map<string, ValueType>(
  [...catalogue.values(), ...derivedAttributes].map((one) => [one.id, attributeValueType(one)]),
);

export function typeOf(id: string): ValueType {
  const type = types.get(id);
  if (type === undefined) throw new Error(`No attribute "${id}".`);
  return type;
}

export const attributeIds: readonly string[] = [...types.keys()];

/** One comparison. From an option upwards is one of those options: the engines know no order of options. */
export type Comparison = { readonly id: string } & (
  | { readonly kind: 'one_of' | 'none_of'; readonly values: readonly unknown[] }
  | { readonly kind: 'ordered'; readonly sign: '<' | '<=' | '>' | '>='; readonly value: number }
  | { readonly kind: 'day_until'; readonly value: string }
  | { readonly kind: 'between'; readonly low: number; readonly high: number }
  | { readonly kind: 'has_part' | 'has_option'; readonly value: string }
  | { readonly kind: 'missing' }
);

const signs = ['<', '<=', '>', '>='] as const;

function comparisonOf({ field, operator, value }: Rule): Comparison {
  const id = field.slice('lead.'.length);
  const { kind, ordered, options = [] } = typeOf(id);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const sign = signs.find((sign) => sign === operator);
  if (operator === '=' || operator === 'in') return { id, kind: 'one_of', values };
  if (operator === '!=' || operator === 'notIn') return { id, kind: 'none_of', values };
  if (operator === 'between') return { id, kind: 'between', low: Number(values[0]), high: Number(values[1]) };
  if (operator === 'contains') {
    return { id, kind: kind === 'choices' ? 'has_option' : 'has_part', value: String(value) };
  }
  if (operator === 'null') return { id, kind: 'missing' };
  if (sign === undefined) throw new Error(`The bench has no rule with ${operator}.`);
  if (ordered === true) return { id, kind: 'one_of', values: options.slice(options.indexOf(String(value))) };
  if (kind === 'date') return { id, kind: 'day_until', value: String(value) };
  return { id, kind: 'ordered', sign, value: Number(value) };
}

/** How an engine says a comparison, and how it joins several. */
export type Wording<T> = {
  readonly compare: (comparison: Comparison) => T;
  readonly all: (parts: readonly T[]) => T;
  readonly any: (parts: readonly T[]) => T;
};

export function worded<T>({ combinator, rules }: Group, wording: Wording<T>): T {
  const [first, ...others] = rules.map((part) =>
    isGroup(part) ? worded(part, wording) : wording.compare(comparisonOf(part)),
  );
  if (first === undefined) throw new Error('The bench has no empty group.');
  if (others.length === 0) return first;
  return wording[combinator === 'and' ? 'all' : 'any']([first, ...others]);
}

export type Decision = { readonly decide: (facts: Attributes) => boolean } & Pick<
  ScoreRule,
  'dimension' | 'points'
>;

/** For engines that decide one rule at a time. */
export function sumOf(decisions: readonly Decision[], facts: Attributes): number {
  let fit = 0;
  let intent = 0;
  for (const { decide, dimension, points } of decisions) {
    if (!decide(facts)) continue;
    if (dimension === 'fit') fit += points;
    else intent += points;
  }
  return totalOf({ fit, intent });
}
