// survey-core: one ConditionRunner per rule, its expression parsed once.
import { ConditionRunner } from 'survey-core';
import type { ScoreRule } from '../score-workload.ts';
import { sumOf, worded, type Comparison, type Decision, type ScoreEngine } from './engine.ts';

export function surveyConditions(rules: readonly ScoreRule[]): ScoreEngine {
  const decisions = rules.map(({ when, dimension, points }): Decision => {
    const runner = new ConditionRunner(worded(when, wording));
    return { decide: (facts) => runner.runValues(facts), dimension, points };
  });
  return {
    name: 'survey-core, ConditionRunner',
    load: (leads) => (place) => sumOf(decisions, leads[place] ?? {}),
  };
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

const wording = {
  all: (parts: readonly string[]): string => `(${parts.join(' and ')})`,
  any: (parts: readonly string[]): string => `(${parts.join(' or ')})`,
  compare(comparison: Comparison): string {
    const held = `{${comparison.id}}`;
    switch (comparison.kind) {
      case 'one_of':
        return comparison.values.length === 1
          ? `${held} = ${literal(comparison.values[0])}`
          : `${held} anyof [${comparison.values.map(literal).join(', ')}]`;
      case 'none_of':
        return `(${held} notempty and ${comparison.values.map((value) => `${held} <> ${literal(value)}`).join(' and ')})`;
      case 'ordered':
        return `${held} ${comparison.sign} ${comparison.value}`;
      case 'day_until':
        return `${held} <= ${literal(comparison.value)}`;
      case 'between':
        return `(${held} >= ${comparison.low} and ${held} <= ${comparison.high})`;
      case 'has_part':
      case 'has_option':
        return `${held} contains ${literal(comparison.value)}`;
      case 'missing':
        return `${held} empty`;
      default:
        return comparison satisfies never;
    }
  },
};
