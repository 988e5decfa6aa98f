// How much marketing delivers of what it promised.
import { Temporal } from 'temporal-polyfill';
import type { Period } from '../period.ts';
import { byWord } from './by-word.ts';
import type { Counting, SharedNumber } from './shared-number.ts';

export const volume: SharedNumber = {
  id: 'volume',
  title: 'Qualified volume',
  unit: 'count',
  definition:
    'How often a lead crossed the threshold in the period and was handed over, by the source it first came from. What was passed on from somebody else is no new crossing. Counted by company: companies with at least one. The promise of a month is shared out over its days.',
  formula: 'handoffs that were not passed on',
  better: 'more',
  of: 'handoffs',
  when: ({ handoffs }) => handoffs.at,
  meant({ facts: { handoffs } }) {
    return (place) => handoffs.crossed[place] === 1;
  },
  count(counting, places) {
    const value = different(counting, places).length;
    return { value, of: value, interval: null };
  },
  parts(counting, places) {
    const { leads, handoffs, words } = counting.facts;
    const codes = different(counting, places).map((place) => leads.of.source[handoffs.lead[place] ?? 0] ?? 0);
    return byWord('source', words.source, codes);
  },
  target(agreement, period) {
    const perMonth = agreement?.commitments.marketing.qualifiedPerMonth;
    return perMonth === undefined ? null : { value: perMonth * monthsOf(period), promised: true };
  },
  speaks({ facts: { leads, handoffs, words } }) {
    return (place) => {
      const source = words.source[leads.of.source[handoffs.lead[place] ?? 0] ?? 0] ?? '';
      return { speaks: 'for', says: source === '' ? 'Source not known' : `From ${source}` };
    };
  },
};

/** A company counts once. */
function different({ facts: { handoffs }, by }: Counting, places: readonly number[]): readonly number[] {
  if (by === 'lead') return places;
  return [...new Map(places.toReversed().map((place) => [handoffs.lead[place], place])).values()];
}

/** How many months a period is: each day the share that it is of its own month. */
function monthsOf({ from, to }: Period): number {
  const last = Temporal.PlainDate.from(to);
  let months = 0;
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, last) <= 0;) {
    const end = day.with({ day: day.daysInMonth });
    const until = Temporal.PlainDate.compare(end, last) < 0 ? end : last;
    months += (until.day - day.day + 1) / day.daysInMonth;
    day = until.add({ days: 1 });
  }
  return months;
}
