// Where a threshold curve is drawn: points of the picture from thresholds, shares and handoffs a week, as steps, since
// between two scores nothing changes.
import type { CurvePoint } from '@baton/calibration';

/** Around what is drawn. */
export const edges = { left: 40, right: 16, top: 24, bottom: 28 } as const;

export type Size = { readonly width: number; readonly height: number };

/** Words in a picture keep their size: on a phone it is drawn narrower. */
export const sizes = { wide: { width: 720, height: 240 }, narrow: { width: 340, height: 220 } } as const;

export type Scales = {
  /** The highest threshold that is drawn. */
  readonly end: number;
  readonly x: (from: number) => number;
  readonly share: (share: number) => number;
  readonly week: (perWeek: number) => number;
  readonly mostAWeek: number;
};

export function scalesOf(points: readonly CurvePoint[], reach: number, { width, height }: Size): Scales {
  const end = Math.max(10, reach, ...points.map(({ from }) => from));
  const mostAWeek = Math.max(1, ...points.map(({ perWeek }) => perWeek));
  const { left, right, top, bottom } = edges;
  const inner = height - top - bottom;
  return {
    end,
    mostAWeek,
    x: (from) => left + (from / end) * (width - left - right),
    share: (share) => top + (1 - share) * inner,
    week: (perWeek) => top + (1 - perWeek / mostAWeek) * inner,
  };
}

type Value = (point: CurvePoint) => number | null;

/** A line of steps through what is known. */
export function stepLine(points: readonly CurvePoint[], x: Scales['x'], value: Value): string {
  return steps(points, value)
    .map(([from, to, y], place) => `${place === 0 ? 'M' : 'L'}${x(from)} ${y}H${x(to)}`)
    .join('');
}

/** What lies between two such lines. */
export function stepBand(points: readonly CurvePoint[], x: Scales['x'], low: Value, high: Value): string {
  const lower = steps(points, low);
  const upper = steps(points, high).toReversed();
  if (lower.length === 0) return '';
  const there = lower.map(([from, to, y], place) => `${place === 0 ? 'M' : 'L'}${x(from)} ${y}H${x(to)}`);
  const back = upper.map(([from, to, y]) => `L${x(to)} ${y}H${x(from)}`);
  return `${[...there, ...back].join('')}Z`;
}

/** A point holds of every threshold after the one before it, up to its own. */
function steps(points: readonly CurvePoint[], value: Value): (readonly [number, number, number])[] {
  return points.flatMap((point, place) => {
    const y = value(point);
    const before = points[place - 1];
    const begins = before === undefined ? 0 : before.from;
    return y === null ? [] : [[begins, point.from, y] as const];
  });
}

/** Thresholds of which nothing is known: below the first known one, and above the last. */
export function unknownParts(
  points: readonly CurvePoint[],
  end: number,
): readonly (readonly [from: number, to: number])[] {
  const first = points.findIndex(({ precision }) => precision !== null);
  if (first < 0) return [[0, end]];
  const last = points.findLast(({ precision }) => precision !== null)?.from ?? end;
  const parts = [[0, points[first - 1]?.from ?? 0] as const, [last, end] as const];
  return parts.filter(([from, to]) => to > from);
}
