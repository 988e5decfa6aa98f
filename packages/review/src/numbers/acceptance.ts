// How much of what marketing hands over sales takes.
import { wilson } from '@baton/calibration';
import type { Counting, SharedNumber, Span } from './shared-number.ts';

export const acceptance: SharedNumber = {
  id: 'acceptance',
  title: 'Acceptance rate',
  unit: 'share',
  definition:
    'Of the handoffs of the period that have a verdict, the share that was accepted. Those without a verdict, and those that were passed on to somebody else, count nowhere.',
  formula: 'accepted ÷ (accepted + rejected)',
  better: 'more',
  count(counting, span) {
    let [accepted, of] = [0, 0];
    const { verdict } = counting.facts.handoffs;
    for (const place of judged(counting, span)) {
      of += 1;
      if (verdict[place] === 1) accepted += 1;
    }
    return { value: of === 0 ? null : accepted / of, of, interval: wilson(accepted, of) };
  },
  target: ({ agreement }) => agreement?.commitments.sales.accept ?? null,
  leads(counting, span) {
    const { verdict, lead } = counting.facts.handoffs;
    const places = judged(counting, span);
    const rejectedFirst = places.toSorted((one, other) => (verdict[other] ?? 0) - (verdict[one] ?? 0));
    return [...new Set(rejectedFirst.map((place) => lead[place] ?? 0))];
  },
};

/** Handoffs of the span with a verdict. */
function judged({ facts: { handoffs }, selection }: Counting, { start, end }: Span): number[] {
  const found: number[] = [];
  for (let place = 0; place < handoffs.count; place += 1) {
    const at = handoffs.at[place] ?? NaN;
    if (selection.handoffs[place] === 1 && handoffs.verdict[place] !== 0 && at >= start && at < end)
      found.push(place);
  }
  return found;
}
