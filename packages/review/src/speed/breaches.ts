// Which deadlines were missed: by whom, of leads handed over at which hour of the day, and why, as people said.
import { wilson } from '@baton/calibration';
import type { Counting } from '../numbers/shared-number.ts';
import type { LocalHours } from './local-hours.ts';

/** Of the handoffs that had a deadline. */
type Missed = {
  readonly of: number;
  readonly breached: number;
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
};

export type Breaches = Missed & {
  /** Those with the most first. */
  readonly people: readonly (Missed & { readonly person: string })[];
  /** One for each hour of the local day, by when they were handed over. */
  readonly hours: readonly Missed[];
  /** Of the breached; empty: nobody has said. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
};

export function breachesOf(counting: Counting, places: readonly number[], local: LocalHours): Breaches {
  const { handoffs, words } = counting.facts;
  const people = new Map<number, Tally>();
  const hours = Array.from({ length: 24 }, newTally);
  const reasons = new Map<number, number>();
  const all = newTally();
  for (const place of places) {
    if (!hasDeadline(counting, place)) continue;
    const breached = isBreached(counting, place);
    const person = handoffs.person[place] ?? 0;
    const own = people.get(person) ?? newTally();
    people.set(person, own);
    const hour = hours[local.cellOf(handoffs.at[place] ?? NaN) % 24];
    for (const tally of [all, own, ...(hour === undefined ? [] : [hour])]) count(tally, breached);
    const reason = handoffs.breachReason[place] ?? 0;
    if (breached) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return {
    ...missed(all),
    people: [...people]
      .map(([code, tally]) => ({ person: words.person[code] ?? '', ...missed(tally) }))
      .toSorted(
        (one, other) =>
          other.breached - one.breached || other.of - one.of || (one.person < other.person ? -1 : 1),
      ),
    hours: hours.map(missed),
    reasons: [...reasons]
      .map(([code, times]) => ({ reason: words.breachReason[code] ?? '', count: times }))
      .toSorted((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1)),
  };
}

export function hasDeadline({ facts }: Counting, place: number): boolean {
  return !Number.isNaN(facts.handoffs.deadline[place] ?? NaN);
}

export function isBreached(counting: Counting, place: number): boolean {
  return hasDeadline(counting, place) && !Number.isNaN(counting.facts.handoffs.breachedAt[place] ?? NaN);
}

type Tally = { of: number; breached: number };

function newTally(): Tally {
  return { of: 0, breached: 0 };
}

function count(tally: Tally, breached: boolean): void {
  tally.of += 1;
  if (breached) tally.breached += 1;
}

function missed({ of, breached }: Tally): Missed {
  return { of, breached, share: of === 0 ? null : breached / of, interval: wilson(breached, of) };
}
