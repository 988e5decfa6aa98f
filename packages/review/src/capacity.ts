// Whether the people who get leads can take what is expected, a day at a time, before it bites. Together, not each by
// themselves: whoever is full or away passes the next lead to the others. Someone without a limit can take any number.
import { range } from './pacing.ts';

/** Somebody who gets leads. */
export type Taker = {
  readonly email: string;
  /** Handoffs a local day; null: any number. */
  readonly capacity: number | null;
  /** Days as ISO dates, both included. */
  readonly away: readonly { readonly from: string; readonly to: string }[];
};

type DayAhead = { readonly date: string; readonly expected: number };

type CapacityDay = {
  readonly date: string;
  readonly expected: number;
  /** Of twenty such days nineteen bring no more. */
  readonly high: number;
  /** What can be taken; null: any number. */
  readonly capacity: number | null;
  /** Who is away, by address. */
  readonly away: readonly string[];
  /** `over`: more is expected than can be taken. `tight`: it may well come to that. */
  readonly state: 'fine' | 'tight' | 'over';
};

export function capacityAhead(takers: readonly Taker[], days: readonly DayAhead[]): readonly CapacityDay[] {
  return days.map(({ date, expected }) => {
    const isAway = ({ away }: Taker): boolean => away.some(({ from, to }) => from <= date && date <= to);
    const here = takers.filter((taker) => !isAway(taker));
    const isOpenEnded = here.some(({ capacity }) => capacity === null);
    const capacity = isOpenEnded ? null : here.reduce((sum, taker) => sum + (taker.capacity ?? 0), 0);
    const [, high] = expected === 0 ? [0, 0] : range(expected, expected * (1 + 1e-9));
    const state = capacity === null || high <= capacity ? 'fine' : expected > capacity ? 'over' : 'tight';
    return { date, expected, high, capacity, away: takers.filter(isAway).map(({ email }) => email), state };
  });
}
