// Spreads of what is still open: what the points may come to, and whether something disqualifies or counts for grounds, each
// with its probability. Parts that share no rule are taken to be independent and are added up.

/** Points by dimension, and flags that once set stay set. */
export type State = { readonly points: readonly [number, number, number]; readonly flags: number };

export type Spread = ReadonlyMap<string, { readonly state: State; readonly share: number }>;

export const settled: Spread = new Map([['0 0 0 0', { state: { points: [0, 0, 0], flags: 0 }, share: 1 }]]);

/** Beyond this many states the unlikely ones are let go, so that a huge agreement costs no more. */
const mostStates = 1_000;

export function added(one: State, other: State): State {
  const [a, b, c] = one.points;
  const [d, e, f] = other.points;
  return { points: [a + d, b + e, c + f], flags: one.flags | other.flags };
}

export function collected(parts: Iterable<readonly [State, share: number]>): Spread {
  const spread = new Map<string, { readonly state: State; readonly share: number }>();
  for (const [state, share] of parts) {
    const key = `${state.points.join(' ')} ${state.flags}`;
    spread.set(key, { state, share: share + (spread.get(key)?.share ?? 0) });
  }
  if (spread.size <= mostStates) return spread;
  const likely = [...spread].toSorted(([, one], [, other]) => other.share - one.share).slice(0, mostStates);
  const kept = likely.reduce((sum, [, { share }]) => sum + share, 0);
  return new Map(likely.map(([key, { state, share }]) => [key, { state, share: share / kept }]));
}

/** Of both together, when neither depends on the other. */
export function combined(one: Spread, other: Spread): Spread {
  if (one === settled) return other;
  if (other === settled) return one;
  function* parts(): Iterable<readonly [State, number]> {
    for (const left of one.values()) {
      for (const right of other.values()) yield [added(left.state, right.state), left.share * right.share];
    }
  }
  return collected(parts());
}

/** The uncertainty of shares that add up to 1, in bits. */
export function entropyOf(shares: Iterable<number>): number {
  let bits = 0;
  for (const share of shares) if (share > 0) bits -= share * Math.log2(share);
  return Math.max(0, bits);
}
