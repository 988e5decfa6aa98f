// json-rules-engine: one rule per rule, whose event carries the points. Parts of texts, days and presence are
// operators of our own, as its documentation advises.
import { Engine, type NestedCondition } from 'json-rules-engine';
import type { ScoreRule } from '../score-workload.ts';
import { totalOf, worded, type Comparison, type ScoreEngine } from './engine.ts';

export function jsonRules(rules: readonly ScoreRule[]): ScoreEngine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator(
    'hasPart',
    (text: unknown, part: string) => typeof text === 'string' && text.includes(part),
  );
  engine.addOperator('until', (day: unknown, last: string) => typeof day === 'string' && day <= last);
  engine.addOperator('missing', (value: unknown, isMissing: boolean) => (value === undefined) === isMissing);
  for (const { dimension, points, when } of rules) {
    engine.addRule({
      conditions: { all: [worded(when, wording)] },
      event: { type: dimension, params: { points } },
    });
  }
  return {
    name: 'json-rules-engine',
    load: (leads) => async (place) => {
      const { events } = await engine.run(leads[place]);
      let fit = 0;
      let intent = 0;
      for (const { type, params } of events) {
        const points: unknown = params?.['points'];
        if (type === 'fit') fit += Number(points);
        else intent += Number(points);
      }
      return totalOf({ fit, intent });
    },
  };
}

const signs = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
};

const wording = {
  all: (all: readonly NestedCondition[]): NestedCondition => ({ all: [...all] }),
  any: (any: readonly NestedCondition[]): NestedCondition => ({ any: [...any] }),
  compare(comparison: Comparison): NestedCondition {
    const fact = comparison.id;
    switch (comparison.kind) {
      case 'one_of':
        return comparison.values.length === 1
          ? { fact, operator: 'equal', value: comparison.values[0] }
          : { fact, operator: 'in', value: comparison.values };
      case 'none_of':
        return {
          all: [
            { fact, operator: 'missing', value: false },
            { fact, operator: 'notIn', value: comparison.values },
          ],
        };
      case 'ordered':
        return { fact, operator: signs[comparison.sign], value: comparison.value };
      case 'day_until':
        return { fact, operator: 'until', value: comparison.value };
      case 'between':
        return {
          all: [
            { fact, operator: 'greaterThanInclusive', value: comparison.low },
            { fact, operator: 'lessThanInclusive', value: comparison.high },
          ],
        };
      case 'has_part':
        return { fact, operator: 'hasPart', value: comparison.value };
      case 'has_option':
        return { fact, operator: 'contains', value: comparison.value };
      case 'missing':
        return { fact, operator: 'missing', value: true };
      default:
        return comparison satisfies never;
    }
  },
};
