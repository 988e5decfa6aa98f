// Chance for simulations in tests: the same seed gives the same history.

export type Chance = {
  /** An even number in 0…1. */
  readonly even: () => number;
  readonly normal: () => number;
  readonly poisson: (mean: number) => number;
  readonly binomial: (of: number, rate: number) => number;
};

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  // Mulberry32, by Tommy Ettinger.
  const even = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  const poisson = (mean: number): number => {
    if (mean > 60) return Math.max(0, Math.round(mean + normal() * Math.sqrt(mean)));
    let [count, product] = [0, even()];
    for (const least = Math.exp(-mean); product > least; product *= even()) count += 1;
    return count;
  };
  const binomial = (of: number, rate: number): number => {
    let hits = 0;
    for (let one = 0; one < of; one += 1) if (even() < rate) hits += 1;
    return hits;
  };
  return { even, normal, poisson, binomial };
}
