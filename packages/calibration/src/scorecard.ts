// Whole points for groups of bins: as many as there are from the worst lead to the best is 100, so that a score reads like a
// percentage of what can be reached. The lowest group of each feature has none, and so has what nobody was in: no sum is
// ever below zero. What somebody did has points each time, as an agreement counts it; all else is a rule.
import type { DimensionId } from '@baton/agreement';
import type { Group as Condition } from '@baton/rules';
import { risingPoints, worthByCount } from './behaviour-points.ts';
import type { Bin, Binned } from './bins.ts';
import { solveInPlace } from './cholesky.ts';
import type { Group } from './fuse.ts';
import { groupCondition, groupInWords, typed } from './group-rules.ts';
import type { Model } from './model.ts';
import { z95 } from './normal.ts';
import type { InPieces } from './pieces.ts';
import type { Interval } from './ranking.ts';

export type ScorecardRule = {
  readonly id: string;
  readonly says: string;
  readonly dimension: DimensionId;
  readonly points: number;
  /** 95%, of the points before they are rounded. */
  readonly interval: Interval;
  readonly when: Condition;
  /** The one field that it reads. */
  readonly field: string;
  /** A value of each kind that leads have there, and whether the rule holds of it. */
  readonly samples: readonly Sample[];
  /** Of the leads learned from, those of whom it holds, and how many of them were won. */
  readonly leads: number;
  readonly won: number;
};

type Sample = { readonly value: unknown; readonly holds: boolean; readonly leads: number };

export type ScorecardBehaviour = {
  /** As the agreement calls it. */
  readonly id: string;
  readonly says: string;
  /** Each time, up to `atMost`. */
  readonly points: number;
  readonly atMost: number;
  /** 95%, of what one time is worth, before it is rounded. */
  readonly interval: Interval;
  /** Of the leads learned from, those that did it, and how many of them were won. */
  readonly leads: number;
  readonly won: number;
};

export type Scorecard = {
  readonly rules: readonly ScorecardRule[];
  readonly behaviours: readonly ScorecardBehaviour[];
  /** The most that each dimension can give. */
  readonly max: Readonly<Record<DimensionId, number>>;
  /** Points by feature and bin. */
  readonly points: readonly Int16Array[];
};

const best = 100;

/** Points of every bin, without more. */
export function pointsOf(groups: readonly (readonly Group[])[], features: readonly Binned[]): Int16Array[] {
  const scale = scaleOf(groups, features);
  return groups.map((of, index) => {
    const feature = features[index];
    const points = new Int16Array(feature?.bins.length ?? 0);
    if (feature?.feature.kind === 'count') {
      const rising = risingPoints(feature, of, scale);
      const { each, atMost } = rising ?? { each: 0, atMost: 0 };
      for (let count = 1; count < feature.inOrder; count += 1) {
        points[count] = Math.min(atMost, each * count);
      }
      return points;
    }
    const lowest = of[0]?.weight ?? 0;
    for (const { bins, weight } of of) {
      for (const bin of bins) {
        // What nobody had is worth nothing, rather than a clause in every rule.
        if ((feature?.support[bin] ?? 0) > 0) points[bin] = Math.round((weight - lowest) * scale);
      }
    }
    return points;
  });
}

function scaleOf(groups: readonly (readonly Group[])[], features: readonly Binned[]): number {
  const span = groups.reduce((sum, of, index) => {
    const feature = features[index];
    const highest = (of.at(-1)?.weight ?? 0) - (of[0]?.weight ?? 0);
    if (feature?.feature.kind !== 'count') return sum + highest;
    const worth = worthByCount(of);
    return sum + Math.max(0, ...Array.from({ length: feature.inOrder }, (_, bin) => worth(bin)));
  }, 0);
  return span > 0 ? best / span : 0;
}

/** @param rows the leads that were learned from */
export function* scorecardOf(
  features: readonly Binned[],
  model: Model,
  groups: readonly (readonly Group[])[],
  rows: Uint32Array,
  won: Uint8Array,
): InPieces<Scorecard> {
  const points = pointsOf(groups, features);
  const scale = scaleOf(groups, features);
  const max: Record<DimensionId, number> = { fit: 0, engagement: 0, intent: 0 };
  const rules: ScorecardRule[] = [];
  const behaviours: ScorecardBehaviour[] = [];
  for (const [index, feature] of features.entries()) {
    const ofFeature = points[index] ?? new Int16Array(0);
    const highest = Math.max(0, ...ofFeature);
    if (highest === 0) continue;
    const { dimension, path, option, kind, label } = feature.feature;
    const lowest = groups[index]?.[0]?.bins ?? [];
    max[dimension] += highest;
    yield rows.length * 10 * (ofFeature.length + 1);
    const seen = (members: readonly number[]): { leads: number; won: number } => {
      const counted = { leads: 0, won: 0 };
      for (const row of rows) {
        if (!members.includes(feature.of[row] ?? -1)) continue;
        counted.leads += 1;
        counted.won += won[row] ?? 0;
      }
      return counted;
    };
    const halfWidth = (members: readonly number[], others: readonly number[]): number =>
      contrastError(feature, model, index, members, others) * scale * z95;
    if (kind === 'count') {
      const worth = worthByCount(groups[index] ?? [])(1) * scale;
      const half = halfWidth([1], [0]);
      behaviours.push({
        id: path.slice('behaviour.'.length),
        says: label,
        points: ofFeature[1] ?? 0,
        atMost: highest,
        interval: [Math.round(worth - half), Math.round(worth + half)],
        ...seen([...ofFeature.keys()].slice(1, feature.inOrder)),
      });
      continue;
    }
    const levels = [...new Set(ofFeature)].filter((level) => level > 0).toSorted((a, b) => b - a);
    const name = option === null ? path : `${path}_${option}`;
    for (const [place, level] of levels.entries()) {
      const members = [...ofFeature.keys()].filter((bin) => ofFeature[bin] === level);
      const when = groupCondition(feature, members);
      if (when === null) continue;
      const half = halfWidth(members, lowest);
      rules.push({
        id: `${name.replaceAll(/[^a-z0-9_-]+/gi, '_')}_${place + 1}`,
        says: groupInWords(feature, members),
        dimension,
        points: level,
        interval: [Math.round(level - half), Math.round(level + half)],
        when,
        field: path,
        samples: samplesOf(feature, members),
        ...seen(members),
      });
    }
  }
  const byPoints = (one: { readonly points: number }, other: { readonly points: number }): number =>
    other.points - one.points;
  return { rules: rules.toSorted(byPoints), behaviours: behaviours.toSorted(byPoints), max, points };
}

function samplesOf({ feature, bins, support }: Binned, members: readonly number[]): Sample[] {
  return bins.flatMap((bin, index) => {
    const leads = support[index] ?? 0;
    return leads === 0 ? [] : [{ value: valueIn(feature, bin), holds: members.includes(index), leads }];
  });
}

function valueIn({ kind, option }: Binned['feature'], bin: Bin): unknown {
  switch (bin.kind) {
    case 'missing':
      return null;
    case 'others':
      // A text that nobody writes.
      return kind === 'has' ? null : '\u2026';
    case 'range':
      return bin.from ?? (bin.below === null ? 0 : bin.below - 1);
    case 'value':
      if (kind === 'has') return option === null ? 'told' : [option];
      return typed(bin.value);
  }
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
