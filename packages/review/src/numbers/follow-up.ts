// Whether sales answers as fast as it promised.
import { wilson } from '@baton/calibration';
import { isLate, isSettled, minutesLate } from './clock-settled.ts';
import { minutesInWords } from './say.ts';
import type { SharedNumber } from './shared-number.ts';

/** What teams reach whose agreement names nothing. */
const usual = 0.9;

export const followUp: SharedNumber = {
  id: 'follow_up',
  title: 'Follow-up within the deadline',
  unit: 'share',
  definition:
    'Of the handoffs of the period that were answered or whose deadline has passed, the share that was answered by the deadline. The deadline counts in business hours from the first delivery. Those passed on before it, and those still in time, count nowhere.',
  formula: 'answered by the deadline ÷ (answered + deadline passed)',
  better: 'more',
  of: 'handoffs',
  when: ({ handoffs }) => handoffs.at,
  meant({ facts: { handoffs, asOf } }) {
    return (place) => isSettled(handoffs, asOf, place);
  },
  count({ facts: { handoffs } }, places) {
    const of = places.length;
    let kept = 0;
    for (const place of places) if (!isLate(handoffs, place)) kept += 1;
    return { value: of === 0 ? null : kept / of, of, interval: wilson(kept, of) };
  },
  target(agreement) {
    const promised = agreement?.commitments.sales.followUpInTime;
    return { value: promised ?? usual, promised: promised !== undefined };
  },
  speaks({ facts: { handoffs } }) {
    return (place) => {
      const late = minutesLate(handoffs, place);
      if (!isLate(handoffs, place)) return { speaks: 'for', says: 'Answered in time' };
      if (Number.isNaN(late)) return { speaks: 'against', says: 'Not answered by the deadline' };
      return { speaks: 'against', says: `Answered ${minutesInWords(late)} after the deadline` };
    };
  },
};
