// json-logic-engine: the whole score as one expression, interpreted, and compiled by `new Function`, which Workers
// forbid.
import { LogicEngine } from 'json-logic-engine';
import type { ScoreRule } from '../score-workload.ts';
import { totalOf, worded, type Comparison, type ScoreEngine } from './engine.ts';

type Logic = Readonly<Record<string, unknown>>;

export function jsonLogic(rules: readonly ScoreRule[]): readonly ScoreEngine[] {
  const engine = new LogicEngine();
  const fit = sumLogic(rules, 'fit');
  const intent = sumLogic(rules, 'intent');
  const buildFit = engine.build(fit);
  const buildIntent = engine.build(intent);
  return [
    {
      name: 'json-logic-engine, interpreted',
      load: (leads) => (place) =>
        totalOf({ fit: engine.run(fit, leads[place]), intent: engine.run(intent, leads[place]) }),
    },
    {
      name: 'json-logic-engine, compiled',
      load: (leads) => (place) => totalOf({ fit: buildFit(leads[place]), intent: buildIntent(leads[place]) }),
    },
  ];
}

function sumLogic(rules: readonly ScoreRule[], dimension: ScoreRule['dimension']): Logic {
  const own = rules.filter((rule) => rule.dimension === dimension);
  return { '+': own.map(({ when, points }) => ({ if: [worded(when, wording), points, 0] })) };
}

const wording = {
  all: (and: readonly Logic[]): Logic => ({ and }),
  any: (or: readonly Logic[]): Logic => ({ or }),
  compare(comparison: Comparison): Logic {
    const held = { var: comparison.id };
    // A missing value is null, and null is less than 5.
    const isThere = { '!==': [held, null] };
    switch (comparison.kind) {
      case 'one_of':
        return comparison.values.length === 1
          ? { '===': [held, comparison.values[0]] }
          : { in: [held, comparison.values] };
      case 'none_of':
        return { and: [isThere, { '!': { in: [held, comparison.values] } }] };
      case 'ordered':
        return comparison.sign.startsWith('<')
          ? { and: [isThere, { [comparison.sign]: [held, comparison.value] }] }
          : { [comparison.sign]: [held, comparison.value] };
      case 'day_until':
        return { and: [isThere, { '<=': [held, comparison.value] }] };
      case 'between':
        return { '<=': [comparison.low, held, comparison.high] };
      case 'has_part':
      case 'has_option':
        return { in: [comparison.value, held] };
      case 'missing':
        return { '===': [held, null] };
      default:
        return comparison satisfies never;
    }
  },
};
