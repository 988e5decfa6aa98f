// How long somebody waits who asked for an answer.
import type { HandoffFacts } from '../facts.ts';
import { quantile } from '../quantile.ts';
import { minutesInWords } from './say.ts';
import { nothing, type SharedNumber } from './shared-number.ts';

export const firstTouch: SharedNumber = {
  id: 'first_touch',
  title: 'Time to first touch',
  unit: 'minutes',
  definition:
    'The middle of the minutes from the first delivery to the first answer, of the handoffs of the period that were answered. By the wall clock: nights and weekends count. Beside it the time within which nine of ten were answered, and the share that came in within business hours. Those passed on to somebody else count nowhere.',
  formula: 'median(first answer − first delivery)',
  better: 'less',
  of: 'handoffs',
  when: ({ handoffs }) => handoffs.at,
  meant({ facts: { handoffs } }) {
    const { deliveredAt, touchedAt, endedAt } = handoffs;
    return (place) =>
      !Number.isNaN(deliveredAt[place] ?? NaN) &&
      !Number.isNaN(touchedAt[place] ?? NaN) &&
      Number.isNaN(endedAt[place] ?? NaN);
  },
  count({ facts: { handoffs } }, places) {
    if (places.length === 0) return nothing;
    return { value: quantile(waits(handoffs, places), 0.5), of: places.length, interval: null };
  },
  beside({ facts: { handoffs }, hours }, places) {
    const open = places.filter((place) => hours?.isOpen(handoffs.deliveredAt[place] ?? NaN) === true);
    const isKnown = hours !== null && places.length > 0;
    return [
      { id: 'p90', value: quantile(waits(handoffs, places), 0.9) },
      { id: 'within_hours', value: isKnown ? open.length / places.length : null },
    ];
  },
  target: () => null,
  speaks({ facts: { handoffs } }) {
    return (place) => ({
      speaks: 'neither',
      says: `First touch after ${minutesInWords(waitOf(handoffs, place))}`,
    });
  },
};

/** Whoever answers before anything was delivered did not let anybody wait. */
function waitOf({ deliveredAt, touchedAt }: HandoffFacts, place: number): number {
  return Math.max(0, (touchedAt[place] ?? NaN) - (deliveredAt[place] ?? NaN)) / 60_000;
}

function waits(handoffs: HandoffFacts, places: readonly number[]): Float64Array {
  const found = new Float64Array(places.length);
  for (let index = 0; index < places.length; index += 1) found[index] = waitOf(handoffs, places[index] ?? -1);
  return found;
}
