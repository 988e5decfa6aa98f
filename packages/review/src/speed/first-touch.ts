// How long people take to answer what was handed to them: from the delivery to the first touch, so that what the system
// took is no one's fault. By the clock, and in open hours.
import type { BusinessHours } from '@baton/agreement';
import { pastOf } from '../facts.ts';
import type { Counting } from '../numbers/shared-number.ts';
import type { Span } from '../period.ts';
import { quantiles } from '../quantile.ts';

const minute = 60_000;

/** Minutes; what is answered within one counts in all after it. */
export const touchBounds = [5, 60, 240, 1440] as const;

/** Where the bars of the distribution end, minutes; the last has no end. */
export const binEnds = [1, 5, 15, 60, 240, 1440, 4320] as const;

type Waits = {
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** One more than there are ends. A wait as long as an end counts in its bar. */
  readonly bins: readonly number[];
  readonly within: readonly Within[];
};

/** Of the handoffs that were answered, or have waited at least so long. */
type Within = {
  readonly minutes: number;
  readonly touched: number;
  readonly of: number;
  readonly share: number | null;
};

export type FirstTouch = {
  readonly touched: number;
  readonly waiting: number;
  readonly passedOn: number;
  readonly undelivered: number;
  readonly clock: Waits;
  /** Null without an agreement. */
  readonly open: Waits | null;
  /** From the handoff to its delivery. */
  readonly system: { readonly medianMinutes: number | null; readonly p90Minutes: number | null };
};

/**
 * `passed_on`: somebody else has it now, so that whoever had it counts with what they did no more. `undelivered`: before
 * anything has arrived nobody waits, whether it was answered or not.
 */
type TouchState = 'touched' | 'waiting' | 'passed_on' | 'undelivered';

/** Where a handoff stands, and since when and until when it has waited without an answer; epoch ms. */
type Wait = {
  readonly state: TouchState;
  readonly from: number;
  readonly until: number;
};

export function waitOf({ facts }: Counting, place: number): Wait {
  const { handoffs, asOf } = facts;
  const from = handoffs.deliveredAt[place] ?? NaN;
  const [touched, ended] = [handoffs.touchedAt[place] ?? NaN, handoffs.endedAt[place] ?? NaN];
  if (Number.isNaN(from)) return { state: 'undelivered', from, until: from };
  // Who has answered by passing it on left nobody waiting.
  if (!Number.isNaN(ended))
    return { state: 'passed_on', from, until: Number.isNaN(touched) ? Math.max(from, ended) : from };
  // Who answers before the mail is there has not waited at all.
  if (!Number.isNaN(touched)) return { state: 'touched', from, until: Math.max(from, touched) };
  return { state: 'waiting', from, until: Math.max(from, asOf) };
}

/** The chosen handoffs of a span that anybody here could answer. */
export function handoffsIn({ facts, selection }: Counting, { start, end }: Span): readonly number[] {
  const { handoffs } = facts;
  const isPast = pastOf(facts);
  const found: number[] = [];
  for (let place = 0; place < handoffs.count; place += 1) {
    const at = handoffs.at[place] ?? NaN;
    if (selection.handoffs[place] !== 1 || !(at >= start && at < end)) continue;
    if (!isPast(handoffs.lead[place] ?? 0)) found.push(place);
  }
  return found;
}

export function firstTouchOf(
  counting: Counting,
  places: readonly number[],
  hours: BusinessHours | null,
): FirstTouch {
  const { at, deliveredAt } = counting.facts.handoffs;
  const waits = places.map((place) => waitOf(counting, place));
  const having = (state: TouchState): number => waits.filter((wait) => wait.state === state).length;
  const minutes = places.map((place) => ((deliveredAt[place] ?? NaN) - (at[place] ?? NaN)) / minute);
  const [medianMinutes = null, p90Minutes = null] = quantiles(minutes, [0.5, 0.9]);
  return {
    touched: having('touched'),
    waiting: having('waiting'),
    passedOn: having('passed_on'),
    undelivered: having('undelivered'),
    clock: waitsOf(waits, ({ from, until }) => until - from),
    open: hours === null ? null : waitsOf(waits, ({ from, until }) => hours.openTimeBetween(from, until)),
    system: { medianMinutes, p90Minutes },
  };
}

export function binOf(minutes: number): number {
  const bin = binEnds.findIndex((end) => minutes <= end);
  return bin === -1 ? binEnds.length : bin;
}

function waitsOf(waits: readonly Wait[], lengthOf: (wait: Wait) => number): Waits {
  const bins = Array.from({ length: binEnds.length + 1 }, () => 0);
  const touched: number[] = [];
  const others: number[] = [];
  for (const wait of waits) {
    if (wait.state === 'undelivered') continue;
    const minutes = lengthOf(wait) / minute;
    if (wait.state !== 'touched') {
      others.push(minutes);
      continue;
    }
    touched.push(minutes);
    const bin = binOf(minutes);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const [medianMinutes = null, p90Minutes = null] = quantiles(touched, [0.5, 0.9]);
  const within = touchBounds.map((bound): Within => {
    const quick = touched.filter((minutes) => minutes <= bound).length;
    const of = touched.length + others.filter((minutes) => minutes > bound).length;
    return { minutes: bound, touched: quick, of, share: of === 0 ? null : quick / of };
  });
  return { medianMinutes, p90Minutes, bins, within };
}
