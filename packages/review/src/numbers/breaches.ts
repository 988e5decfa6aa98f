// Deadlines that were missed, and why.
import { byWord } from './by-word.ts';
import { isLate, isSettled, minutesLate } from './clock-settled.ts';
import { minutesInWords } from './say.ts';
import { nothing, type SharedNumber } from './shared-number.ts';

export const breaches: SharedNumber = {
  id: 'breaches',
  title: 'Breaches',
  unit: 'count',
  definition:
    'How many of the deadlines that fell in the period were missed, with the reasons that were said. Counted by the day of the deadline, so a breach belongs to the period in which it happened.',
  formula: 'deadlines of the period without an answer by then',
  better: 'less',
  of: 'handoffs',
  when: ({ handoffs }) => handoffs.deadline,
  meant({ facts: { handoffs, asOf } }) {
    return (place) => isSettled(handoffs, asOf, place);
  },
  count({ facts: { handoffs } }, places) {
    if (places.length === 0) return nothing;
    let missed = 0;
    for (const place of places) if (isLate(handoffs, place)) missed += 1;
    return { value: missed, of: places.length, interval: null };
  },
  parts({ facts: { handoffs, words } }, places) {
    const missed = places.filter((place) => isLate(handoffs, place));
    return byWord(
      'reason',
      words.breachReason,
      missed.map((place) => handoffs.breachReason[place] ?? 0),
    );
  },
  target: () => null,
  speaks({ facts: { handoffs } }) {
    return (place) => {
      if (!isLate(handoffs, place)) return { speaks: 'for', says: 'Kept' };
      const late = minutesLate(handoffs, place);
      const says = Number.isNaN(late) ? 'Missed, not answered' : `Missed by ${minutesInWords(late)}`;
      return { speaks: 'against', says };
    };
  },
};
