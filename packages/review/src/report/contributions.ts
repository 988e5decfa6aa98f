// What a number's change is made of: how it would have changed without one source, form or person. Only of a change that
// chance alone would not make; else there is nothing to explain.
import type { Dimension } from '../facts.ts';
import { numberOf } from '../numbers/number-view.ts';
import { sharedNumbers, type NumberView } from '../numbers/number-view.ts';
import type { Counted, Counting, NumberId } from '../numbers/shared-number.ts';
import type { Period } from '../period.ts';

export const contributingDimensions = ['source', 'form', 'person'] as const satisfies readonly Dimension[];

export type Contribution = {
  readonly dimension: (typeof contributingDimensions)[number];
  readonly word: string;
  /** The number without it, now and before. */
  readonly now: number | null;
  readonly before: number | null;
  /** How much of the change goes with it. */
  readonly of: number;
};

/** Words of a dimension that are tried, the commonest first. */
const tried = 8;
/** Less than this part of a change explains nothing. */
const least = 0.3;

/** Whether a change is more than chance makes of so few: two standard errors of shares and counts, a quarter of times. */
export function isChange(number: NumberView): boolean {
  const { value, of, before } = number;
  if (value === null || before.value === null || value === before.value) return false;
  switch (sharedNumbers[number.id].unit) {
    case 'share': {
      const pooled = (value * of + before.value * before.of) / (of + before.of);
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / before.of));
      return error > 0 && Math.abs(value - before.value) > 2 * error;
    }
    case 'count':
      return Math.abs(value - before.value) > 2 * Math.sqrt(value + before.value);
    case 'minutes':
    case 'days':
      return Math.min(of, before.of) >= 10 && Math.abs(value - before.value) > before.value / 4;
  }
}

/** The strongest, at most one for each dimension. */
export function contributionsTo(
  id: NumberId,
  counting: Counting,
  period: Period,
  whole: NumberView,
): Contribution[] {
  const change = changeOf(whole);
  if (change === null || !isChange(whole)) return [];
  return contributingDimensions
    .flatMap((dimension) => {
      const found = commonest(counting, dimension).map((code): Contribution => {
        const without = numberOf(id, withoutCode(counting, dimension, code), period);
        const rest = changeOf(without) ?? 0;
        return {
          dimension,
          word: counting.facts.words[dimension][code] ?? '',
          now: without.value,
          before: without.before.value,
          of: change - rest,
        };
      });
      const [best] = found.toSorted((one, other) => (other.of - one.of) * Math.sign(change));
      return best !== undefined && best.of / change >= least ? [best] : [];
    })
    .toSorted((one, other) => (other.of - one.of) * Math.sign(change));
}

function changeOf({ value, before }: Counted & { readonly before: Counted }): number | null {
  return value === null || before.value === null ? null : value - before.value;
}

/** Of a dimension with one word alone there is nothing beside it. */
function commonest({ facts, selection }: Counting, dimension: Dimension): number[] {
  const counts = new Map<number, number>();
  const codes = dimension === 'person' ? facts.handoffs.person : facts.leads.of[dimension];
  const chosen = dimension === 'person' ? selection.handoffs : selection.leads;
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] ?? 0;
    if (chosen[place] === 1) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size < 2) return [];
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, tried)
    .map(([code]) => code);
}

function withoutCode(counting: Counting, dimension: Dimension, code: number): Counting {
  const { facts, selection } = counting;
  const leads = selection.leads.map((kept, place) => (facts.leads.of[dimension][place] === code ? 0 : kept));
  const handoffs = selection.handoffs.map((kept, place) => {
    const of =
      dimension === 'person'
        ? facts.handoffs.person[place]
        : facts.leads.of[dimension][facts.handoffs.lead[place] ?? 0];
    return of === code ? 0 : kept;
  });
  return { ...counting, selection: { leads, handoffs } };
}
