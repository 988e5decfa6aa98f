// What a visitor did, as the agreement gives it meaning: how often each behaviour occurred, and the points it is
// still worth. Expects each occurrence once; a later instant than `now` counts as now.
import type { Agreement, BehaviourRule, DimensionId, DimensionRules } from './agreement-schema.ts';
import type { Occurrence } from './lead.ts';
import { compilePathPattern } from './path-pattern.ts';

const dayLength = 86_400_000;

/** Reports of one lead with the same key are one occurrence, however often it is reported. */
export function occurrenceKey({ path, event, at }: Occurrence): string {
  return path === undefined ? `event:${event ?? ''}@${at}` : `path:${path}@${at}`;
}

/** Half away from zero; never -0. */
export function roundHalfAway(value: number): number {
  return value < 0 ? 0 - Math.round(-value) : Math.round(value);
}

/** A behaviour with the dimension it counts in. */
export type PlacedBehaviour = {
  readonly rule: BehaviourRule;
  readonly dimension: DimensionId;
  /** No decay when absent. */
  readonly halfLifeDays: number | undefined;
};

/** What occurrences came to, by position in the list that was compiled. Overwritten by the next count. */
export type BehaviourTally = { readonly counts: Float64Array; readonly points: Float64Array };

export type Behaviours = {
  readonly placed: readonly PlacedBehaviour[];
  readonly tally: (occurrences: readonly Occurrence[], now: number) => BehaviourTally;
  /** The behaviours that an occurrence is one of. */
  readonly of: (occurrence: Occurrence) => readonly BehaviourRule[];
  /** The occurrences so far by behaviour id, 0 for none: what `behaviour.<id>` reads. */
  readonly countsById: (tally: BehaviourTally) => Readonly<Record<string, number>>;
};

export const dimensionIds: readonly DimensionId[] = ['fit', 'engagement', 'intent'];

export function compileBehaviours(score: Agreement['score']): Behaviours {
  const placed = dimensionIds.flatMap((dimension) => placeBehaviours(score[dimension], dimension));
  const find = compileFinder(placed.map(({ rule }) => rule));
  const counts = new Float64Array(placed.length);
  const points = new Float64Array(placed.length);
  const tallied = { counts, points };
  const none = { counts: counts.slice(), points: points.slice() };

  function add(position: number, at: number, now: number): void {
    const behaviour = placed[position];
    if (behaviour === undefined) return;
    const { rule, halfLifeDays } = behaviour;
    const age = Math.max(0, (now - at) / dayLength);
    const worth = halfLifeDays === undefined ? rule.points : rule.points * 0.5 ** (age / halfLifeDays);
    counts[position] = (counts[position] ?? 0) + 1;
    points[position] = (points[position] ?? 0) + worth;
  }

  return {
    placed,
    of: (occurrence) => find(occurrence).flatMap((position) => placed[position]?.rule ?? []),
    tally(occurrences, now) {
      if (placed.length === 0 || occurrences.length === 0) return none;
      counts.fill(0);
      points.fill(0);
      for (const occurrence of occurrences) {
        for (const position of find(occurrence)) add(position, occurrence.at, now);
      }
      placed.forEach(({ rule }, position) => {
        const sum = points[position] ?? 0;
        const most = rule.atMost ?? Infinity;
        points[position] = roundHalfAway(Math.min(most, Math.max(-most, sum)));
      });
      return tallied;
    },
    countsById(tally) {
      const byId: Record<string, number> = {};
      placed.forEach(({ rule }, position) => {
        byId[rule.id] = tally.counts[position] ?? 0;
      });
      return byId;
    },
  };
}

function placeBehaviours(rules: DimensionRules, dimension: DimensionId): PlacedBehaviour[] {
  return rules.behaviours.map((rule) => ({ rule, dimension, halfLifeDays: rules.halfLifeDays }));
}

/** Positions of the behaviours that an occurrence is one of: by value where that can be, else one by one. */
function compileFinder(rules: readonly BehaviourRule[]): (occurrence: Occurrence) => readonly number[] {
  const none: readonly number[] = [];
  const byEvent = new Map<string, number[]>();
  const byPath = new Map<string, number[]>();
  const patterns: { readonly matches: (path: string) => boolean; readonly position: number }[] = [];
  rules.forEach(({ match }, position) => {
    if (match.event !== undefined) append(byEvent, match.event, position);
    else if (match.path === undefined) return;
    else if (match.path.includes('*')) patterns.push({ matches: compilePathPattern(match.path), position });
    else append(byPath, match.path, position);
  });
  return ({ path, event }) => {
    if (path === undefined) return (event === undefined ? undefined : byEvent.get(event)) ?? none;
    const exact = byPath.get(path) ?? none;
    const matching = patterns.filter(({ matches }) => matches(path));
    if (matching.length === 0) return exact;
    return [...exact, ...matching.map(({ position }) => position)];
  };
}

function append(map: Map<string, number[]>, key: string, position: number): void {
  const positions = map.get(key);
  if (positions === undefined) map.set(key, [position]);
  else positions.push(position);
}
