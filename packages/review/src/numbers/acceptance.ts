// How much of what marketing hands over sales takes.
import { wilson } from '@baton/calibration';
import { reasonSays } from './say.ts';
import type { SharedNumber } from './shared-number.ts';

/** What teams reach whose agreement names nothing. */
const usual = 0.7;

export const acceptance: SharedNumber = {
  id: 'acceptance',
  title: 'Acceptance rate',
  unit: 'share',
  definition:
    'Of the handoffs of the period that have a verdict, the share that was accepted. Those without a verdict, and those that were passed on to somebody else, count nowhere.',
  formula: 'accepted ÷ (accepted + rejected)',
  better: 'more',
  of: 'handoffs',
  when: ({ handoffs }) => handoffs.at,
  meant({ facts: { handoffs } }) {
    return (place) => handoffs.verdict[place] !== 0;
  },
  count({ facts: { handoffs } }, places) {
    const of = places.length;
    let accepted = 0;
    for (const place of places) if (handoffs.verdict[place] === 1) accepted += 1;
    return { value: of === 0 ? null : accepted / of, of, interval: wilson(accepted, of) };
  },
  target(agreement) {
    const promised = agreement?.commitments.sales.accept;
    return { value: promised ?? usual, promised: promised !== undefined };
  },
  speaks({ facts: { handoffs, words }, agreement }) {
    return (place) =>
      handoffs.verdict[place] === 1
        ? { speaks: 'for', says: 'Accepted' }
        : {
            speaks: 'against',
            says: `Rejected: ${reasonSays(agreement, words.reason[handoffs.reason[place] ?? 0] ?? '')}`,
          };
  },
};
