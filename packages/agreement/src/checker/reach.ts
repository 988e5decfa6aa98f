// Which scores there can be: what the rules that can hold together come to, in each dimension, and what behaviours may add.
// Never too narrow: where it cannot try everything, it takes whatever could be. So what lies outside is out of reach.
import { dimensionIds, roundHalfAway } from '../behaviours.ts';
import type { Terms } from '../words/read-terms.ts';
import type { Tried, Trial } from './trial.ts';

/** From the least to the most, in the order of `dimensionIds`. */
export type Box = { readonly low: readonly number[]; readonly high: readonly number[] };

export type PlacedRule = {
  /** Which of `dimensionIds`. */
  readonly dimension: number;
  readonly points: number;
  /** Null: its condition has a mistake. */
  readonly tried: Tried | null;
};

export type Reach = {
  /** What rules alone come to, each in its dimension, before anything is cut off. */
  readonly boxes: readonly Box[];
  /** Of behaviours, beside any of these. */
  readonly behaviours: Box;
  /** Of each rule, what its dimension comes to when it holds, all included; null: it never holds. */
  readonly given: readonly (readonly [low: number, high: number] | null)[];
};

const mostBoxes = 4_000;
const none: Box = { low: [0, 0, 0], high: [0, 0, 0] };

export function reachOf(terms: Terms, rules: readonly PlacedRule[], trial: Trial): Reach {
  const behaviours = behaviourBox(terms);
  const parts = componentsOf(rules).map((positions) => partOf(positions, rules, trial));
  const whole = parts.map(({ boxes }) => around(boxes)).reduce(sum, none);
  const given = new Map<number, readonly [number, number] | null>();
  for (const { boxes, holding } of parts) {
    const own = around(boxes);
    for (const [position, range] of holding) {
      const dimension = rules[position]?.dimension ?? 0;
      const others = ([box, end]: readonly [Box, 'low' | 'high']): number =>
        (box[end][dimension] ?? 0) - (own[end][dimension] ?? 0) + (behaviours[end][dimension] ?? 0);
      given.set(
        position,
        range === null ? null : [range[0] + others([whole, 'low']), range[1] + others([whole, 'high'])],
      );
    }
  }
  return {
    behaviours,
    boxes: parts.map(({ boxes }) => boxes).reduce(combined, [none]),
    given: rules.map((_, position) => given.get(position) ?? null),
  };
}

type Part = {
  readonly boxes: readonly Box[];
  /** By rule, what the part comes to in the rule's dimension when it holds. */
  readonly holding: ReadonlyMap<number, readonly [number, number] | null>;
};

/** Rules that read a field in common, of which some may keep others from holding. */
function partOf(positions: readonly number[], rules: readonly PlacedRule[], trial: Trial): Part {
  const own = positions.flatMap((position) => {
    const rule = rules[position];
    return rule ? [{ ...rule, position }] : [];
  });
  const sums = new Map<string, readonly number[]>();
  const holding = new Map<number, readonly [number, number] | null>(
    positions.map((position) => [position, null]),
  );
  const tried = own.flatMap((rule) => rule.tried ?? []);
  const isWhole =
    tried.length === own.length &&
    trial.every(tried, (facts) => {
      const held = own.filter((rule) => rule.tried?.holds(facts) === true);
      const at = [0, 0, 0];
      for (const { dimension, points } of held) at[dimension] = (at[dimension] ?? 0) + points;
      sums.set(at.join(' '), at);
      for (const { position, dimension } of held) {
        const here = at[dimension] ?? 0;
        const [low, high] = holding.get(position) ?? [here, here];
        holding.set(position, [Math.min(low, here), Math.max(high, here)]);
      }
      return undefined;
    });
  if (isWhole) return { boxes: [...sums.values()].map((at) => ({ low: at, high: at })), holding };
  const box = loose(own, trial);
  return {
    boxes: [box.whole],
    holding: new Map(own.map(({ position }) => [position, box.given(position)])),
  };
}

/** As if any of the rules could hold with any others. */
function loose(own: readonly (PlacedRule & { readonly position: number })[], trial: Trial) {
  const able = own.filter(({ tried }) => tried === null || !trial.isNever(tried));
  const low = [0, 0, 0];
  const high = [0, 0, 0];
  for (const { dimension, points } of able) {
    low[dimension] = (low[dimension] ?? 0) + Math.min(0, points);
    high[dimension] = (high[dimension] ?? 0) + Math.max(0, points);
  }
  return {
    whole: { low, high },
    given(position: number): readonly [number, number] | null {
      const rule = able.find((one) => one.position === position);
      if (rule === undefined) return null;
      const { dimension, points } = rule;
      return [(low[dimension] ?? 0) + Math.max(0, points), (high[dimension] ?? 0) + Math.min(0, points)];
    },
  };
}

function componentsOf(rules: readonly PlacedRule[]): readonly (readonly number[])[] {
  const parent = rules.map((_, position) => position);
  const rootOf = (position: number): number => {
    let root = position;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  const readers = new Map<string, number>();
  for (const [position, { tried }] of rules.entries()) {
    for (const field of tried?.fields ?? []) {
      const other = readers.get(field);
      if (other === undefined) readers.set(field, position);
      else parent[rootOf(position)] = rootOf(other);
    }
  }
  const components = new Map<number, number[]>();
  for (const position of rules.keys()) {
    const root = rootOf(position);
    components.set(root, [...(components.get(root) ?? []), position]);
  }
  return [...components.values()];
}

function combined(one: readonly Box[], other: readonly Box[]): readonly Box[] {
  if (one.length * other.length > mostBoxes) return [sum(around(one), around(other))];
  const boxes = new Map<string, Box>();
  for (const left of one) {
    for (const right of other) {
      const box = sum(left, right);
      boxes.set(`${box.low.join(' ')} ${box.high.join(' ')}`, box);
    }
  }
  return [...boxes.values()];
}

function sum(one: Box, other: Box): Box {
  return {
    low: one.low.map((value, index) => value + (other.low[index] ?? 0)),
    high: one.high.map((value, index) => value + (other.high[index] ?? 0)),
  };
}

function around(boxes: readonly Box[]): Box {
  const [first = none, ...others] = boxes;
  return others.reduce<Box>(
    (box, { low, high }) => ({
      low: box.low.map((value, index) => Math.min(value, low[index] ?? 0)),
      high: box.high.map((value, index) => Math.max(value, high[index] ?? 0)),
    }),
    first,
  );
}

function behaviourBox({ score }: Terms): Box {
  const worths = dimensionIds.map((id) => score[id].behaviours.filter(({ points }) => points !== 0));
  const most = (atMost: number | undefined): number =>
    atMost === undefined ? Infinity : roundHalfAway(atMost);
  return {
    low: worths.map((list) =>
      list.reduce((low, { points, atMost }) => (points < 0 ? low - most(atMost) : low), 0),
    ),
    high: worths.map((list) =>
      list.reduce((high, { points, atMost }) => (points > 0 ? high + most(atMost) : high), 0),
    ),
  };
}

/** The least and the most that the total can be in a box of rules. */
export function totalsOf(box: Box, { behaviours }: Reach, { score }: Terms): readonly [number, number] {
  const end = (side: 'low' | 'high'): number =>
    dimensionIds.reduce((total, id, index) => {
      const points = (box[side][index] ?? 0) + (behaviours[side][index] ?? 0);
      return total + Math.min(score[id].max, Math.max(0, points));
    }, 0);
  return [end('low'), end('high')];
}
