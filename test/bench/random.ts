// Random numbers that are the same in every run: what is measured must not differ between two of them.

export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  readonly below: (count: number) => number;
  readonly oneOf: <T>(items: readonly T[]) => T;
  /** So many different ones, in their order. */
  readonly some: <T>(items: readonly T[], count: number) => T[];
};

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    oneOf(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('Nothing to choose from.');
      return item;
    },
    some(items, count) {
      const left = items.map((item, place) => ({ item, place }));
      while (left.length > count) left.splice(below(left.length), 1);
      return left.sort((one, other) => one.place - other.place).map(({ item }) => item);
    },
  };
}
