// @marcbachmann/cel-js: one parsed expression per rule. What a lead lacks is null to it, put there beforehand.
import { parse } from '@marcbachmann/cel-js';
import type { ScoreRule } from '../score-workload.ts';
import { attributeIds, sumOf, worded, type Comparison, type Decision, type ScoreEngine } from './engine.ts';

export function cel(rules: readonly ScoreRule[]): ScoreEngine {
  const decisions = rules.map(({ when, dimension, points }): Decision => {
    const evaluate = parse(worded(when, wording));
    return { decide: (facts) => evaluate(facts) === true, dimension, points };
  });
  const nothing = Object.fromEntries(attributeIds.map((id) => [id, null]));
  return {
    name: '@marcbachmann/cel-js',
    load(leads) {
      const whole = leads.map((lead) => ({ ...nothing, ...lead }));
      return (place) => sumOf(decisions, whole[place] ?? nothing);
    },
  };
}

function number(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

const wording = {
  all: (parts: readonly string[]): string => `(${parts.join(' && ')})`,
  any: (parts: readonly string[]): string => `(${parts.join(' || ')})`,
  compare(comparison: Comparison): string {
    const held = comparison.id;
    const isThere = `${held} != null`;
    switch (comparison.kind) {
      case 'one_of':
        return comparison.values.length === 1
          ? `${held} == ${JSON.stringify(comparison.values[0])}`
          : `${held} in ${JSON.stringify(comparison.values)}`;
      case 'none_of':
        return `(${isThere} && !(${held} in ${JSON.stringify(comparison.values)}))`;
      case 'ordered':
        return `(${isThere} && ${held} ${comparison.sign} ${number(comparison.value)})`;
      case 'day_until':
        return `(${isThere} && ${held} <= ${JSON.stringify(comparison.value)})`;
      case 'between':
        return `(${isThere} && ${held} >= ${number(comparison.low)} && ${held} <= ${number(comparison.high)})`;
      case 'has_part':
        return `(${isThere} && ${held}.contains(${JSON.stringify(comparison.value)}))`;
      case 'has_option':
        return `(${isThere} && ${JSON.stringify(comparison.value)} in ${held})`;
      case 'missing':
        return `${held} == null`;
      default:
        return comparison satisfies never;
    }
  },
};
