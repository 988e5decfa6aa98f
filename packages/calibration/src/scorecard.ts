// Whole points for groups of bins: as many as there are from the worst lead to the best is 100, so that a score reads like a
// percentage of what can be reached. The lowest group of each feature has none, and so has what nobody was in: no sum is
// ever below zero.
import type { DimensionId } from '@baton/agreement';
import type { Group as Condition } from '@baton/rules';
import type { Binned } from './bins.ts';
import { solveInPlace } from './cholesky.ts';
import type { Group } from './fuse.ts';
import { groupCondition, groupInWords } from './group-rules.ts';
import type { Model } from './model.ts';
import { z95 } from './normal.ts';
import type { Interval } from './ranking.ts';

export type ScorecardRule = {
  readonly id: string;
  readonly says: string;
  readonly dimension: DimensionId;
  readonly points: number;
  /** 95%, of the points before they are rounded. */
  readonly interval: Interval;
  readonly when: Condition;
  /** Of the leads learned from, those of whom it holds, and how many of them were won. */
  readonly leads: number;
  readonly won: number;
};

export type Scorecard = {
  readonly rules: readonly ScorecardRule[];
  /** The most that each dimension can give. */
  readonly max: Readonly<Record<DimensionId, number>>;
  /** Points by feature and bin. */
  readonly points: readonly Int16Array[];
};

const best = 100;

/** Points of every bin, without more. */
export function pointsOf(groups: readonly (readonly Group[])[], features: readonly Binned[]): Int16Array[] {
  const scale = scaleOf(groups);
  return groups.map((of, index) => {
    const points = new Int16Array(features[index]?.bins.length ?? 0);
    const lowest = of[0]?.weight ?? 0;
    for (const { bins, weight } of of) {
      for (const bin of bins) {
        // What nobody had is worth nothing, rather than a clause in every rule.
        if ((features[index]?.support[bin] ?? 0) > 0) points[bin] = Math.round((weight - lowest) * scale);
      }
    }
    return points;
  });
}

function scaleOf(groups: readonly (readonly Group[])[]): number {
  const span = groups.reduce((sum, of) => sum + (of.at(-1)?.weight ?? 0) - (of[0]?.weight ?? 0), 0);
  return span > 0 ? best / span : 0;
}

/** @param rows the leads that were learned from */
export function scorecardOf(
  features: readonly Binned[],
  model: Model,
  groups: readonly (readonly Group[])[],
  rows: Uint32Array,
  won: Uint8Array,
): Scorecard {
  const points = pointsOf(groups, features);
  const scale = scaleOf(groups);
  const max: Record<DimensionId, number> = { fit: 0, engagement: 0, intent: 0 };
  const rules = features.flatMap((feature, index): ScorecardRule[] => {
    const ofFeature = points[index] ?? new Int16Array(0);
    const { dimension, path, option } = feature.feature;
    const name = option === null ? path : `${path}_${option}`;
    max[dimension] += Math.max(0, ...ofFeature);
    const levels = [...new Set(ofFeature)].filter((level) => level > 0).toSorted((a, b) => b - a);
    const lowest = groups[index]?.[0]?.bins ?? [];
    return levels.flatMap((level, place): ScorecardRule[] => {
      const members = [...ofFeature.keys()].filter((bin) => ofFeature[bin] === level);
      const when = groupCondition(feature, members);
      if (when === null) return [];
      const held = rows.filter((row) => members.includes(feature.of[row] ?? -1));
      let hits = 0;
      for (const row of held) hits += won[row] ?? 0;
      const error = contrastError(feature, model, index, members, lowest) * scale * z95;
      return [
        {
          id: `${name.replaceAll(/[^a-z0-9_-]+/gi, '_')}_${place + 1}`,
          says: groupInWords(feature, members),
          dimension,
          points: level,
          interval: [Math.round(level - error), Math.round(level + error)],
          when,
          leads: held.length,
          won: hits,
        },
      ];
    });
  });
  return { rules: rules.toSorted((one, other) => other.points - one.points), max, points };
}

/** A lead's points, by the bins that it is in. */
export function cardScore(features: readonly Binned[], points: readonly Int16Array[], row: number): number {
  let sum = 0;
  for (let index = 0; index < features.length; index += 1) {
    sum += points[index]?.[features[index]?.of[row] ?? 0] ?? 0;
  }
  return sum;
}

/** The standard error of what lies between two groups of bins, each the mean of its bins by their leads (Laplace). */
function contrastError(
  { support }: Binned,
  { design, fit }: Model,
  index: number,
  members: readonly number[],
  lowest: readonly number[],
): number {
  const size = design.size + 1;
  const contrast = new Float64Array(size);
  const columnOf = design.features[index]?.columnOf;
  const put = (bins: readonly number[], sign: number): void => {
    const all = bins.reduce((sum, bin) => sum + (support[bin] ?? 0), 0);
    for (const bin of bins) {
      const column = columnOf?.[bin] ?? -1;
      const share = all === 0 ? 1 / bins.length : (support[bin] ?? 0) / all;
      if (column >= 0) contrast[column] = (contrast[column] ?? 0) + sign * share;
    }
  };
  put(members, 1);
  put(lowest, -1);
  const solved = contrast.slice();
  solveInPlace(fit.factor, size, solved);
  let variance = 0;
  for (let column = 0; column < size; column += 1)
    variance += (contrast[column] ?? 0) * (solved[column] ?? 0);
  return Math.sqrt(Math.max(0, variance));
}
