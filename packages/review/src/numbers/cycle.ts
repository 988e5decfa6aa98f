// How long it takes from the first arrival to a deal, and what marketing's deals are worth.
import type { LeadFacts, Words } from '../facts.ts';
import { influenceBy, type Influence } from '../money/influence.ts';
import { quantile } from '../quantile.ts';
import { daysInWords } from './say.ts';
import { nothing, type Counting, type Part, type SharedNumber } from './shared-number.ts';

const dayLength = 86_400_000;

export const cycle: SharedNumber = {
  id: 'cycle',
  title: 'Cycle and revenue',
  unit: 'days',
  definition:
    'The middle of the days from the first arrival to won, of the leads won in the period whose days were told, and what all of them are worth by currency. Marketing sourced: the first submission came by a form of a website. Influenced: it came otherwise, but a submission on a website or a behaviour came before it was won.',
  formula: 'median(won − first arrival)',
  better: 'less',
  of: 'leads',
  when: ({ leads }) => leads.at.won,
  meant: () => () => true,
  count({ facts: { leads } }, places) {
    if (places.length === 0) return nothing;
    return {
      value: quantile(
        places.map((place) => daysTo(leads, place)),
        0.5,
      ),
      of: places.length,
      interval: null,
    };
  },
  parts(counting, places) {
    const { leads, words } = counting.facts;
    const shareOf = shares(counting);
    const sums = new Map<string, Part>();
    for (const place of places) {
      const id = shareOf(place);
      const word = words.currency[leads.currency[place] ?? 0] ?? '';
      const amount = leads.amount[place] ?? NaN;
      const sum = sums.get(`${id} ${word}`) ?? { id, word, value: 0, of: 0 };
      const value = Number.isNaN(amount) ? sum.value : sum.value + amount;
      sums.set(`${id} ${word}`, { ...sum, value, of: sum.of + 1 });
    }
    return [...sums.values()].toSorted(
      (one, other) => order.indexOf(one.id) - order.indexOf(other.id) || other.value - one.value,
    );
  },
  target: () => null,
  speaks(counting) {
    const { leads, words } = counting.facts;
    const shareOf = shares(counting);
    return (place) => ({
      speaks: 'for',
      says: `Won${after(daysTo(leads, place))}${worth(leads, words.currency, place)}, ${says[shareOf(place)]}`,
    });
  },
};

const order: readonly Part['id'][] = ['sourced', 'influenced', 'neither'];

const says: Readonly<Record<Influence, string>> = {
  sourced: 'marketing sourced',
  influenced: 'marketing influenced',
  neither: 'without marketing',
};

/** What marketing had to do with a lead that was won. */
function shares({ facts }: Counting): (place: number) => Influence {
  const influenceOn = influenceBy(facts);
  return (place) => influenceOn(place, facts.leads.at.won[place] ?? NaN);
}

/** NaN: nobody told when it was won. */
function daysTo({ createdAt, dated, at: { won } }: LeadFacts, place: number): number {
  if (dated[place] !== 1) return NaN;
  return Math.max(0, (won[place] ?? NaN) - (createdAt[place] ?? NaN)) / dayLength;
}

function after(days: number): string {
  return Number.isNaN(days) ? '' : ` after ${daysInWords(days)}`;
}

function worth({ amount, currency }: LeadFacts, words: Words, place: number): string {
  const value = amount[place] ?? NaN;
  if (Number.isNaN(value)) return '';
  return ` for ${value.toLocaleString('en')} ${words[currency[place] ?? 0] ?? ''}`.trimEnd();
}
