// How many of those that cross the threshold become opportunities. A lead that has had too little time is no failure: it
// is shown as too young, and counts when it is old enough.
import { wilson } from '@baton/calibration';
import type { Facts } from '../facts.ts';
import { quantile } from '../quantile.ts';
import { daysInWords } from './say.ts';
import type { SharedNumber } from './shared-number.ts';

const dayLength = 86_400_000;
/** So many must have taken the step before their time says anything. */
const enough = 10;
/** Days, until then. */
const usualDays = 90;

export const opportunityRate: SharedNumber = {
  id: 'opportunity_rate',
  title: 'MQL → opportunity',
  unit: 'share',
  definition:
    'Of the leads that first crossed the threshold in the period and are old enough, the share that became an opportunity. Old enough is older than the time within which nine of ten took this step who ever took it (90 days while fewer than ten have). The younger ones are told of, and never counted as lost.',
  formula: 'opportunities ÷ MQLs old enough',
  better: 'more',
  of: 'leads',
  when: ({ leads }) => leads.at.mql,
  meant: () => () => true,
  count({ facts }, places) {
    const { mql, opportunity } = facts.leads.at;
    const before = facts.asOf - daysOldEnough(facts) * dayLength;
    let [of, reached] = [0, 0];
    for (const place of places) {
      if (!((mql[place] ?? NaN) < before)) continue;
      of += 1;
      if (!Number.isNaN(opportunity[place] ?? NaN)) reached += 1;
    }
    return { value: of === 0 ? null : reached / of, of, interval: wilson(reached, of) };
  },
  beside({ facts }, places) {
    const days = daysOldEnough(facts);
    const before = facts.asOf - days * dayLength;
    const young = places.filter((place) => !((facts.leads.at.mql[place] ?? NaN) < before));
    return [
      { id: 'too_young', value: young.length },
      { id: 'old_enough', value: days },
    ];
  },
  target: () => null,
  speaks({ facts }) {
    const { mql, opportunity } = facts.leads.at;
    const days = daysOldEnough(facts);
    return (place) => {
      const [from, to] = [mql[place] ?? NaN, opportunity[place] ?? NaN];
      const age = (facts.asOf - from) / dayLength;
      const became = `Opportunity after ${daysInWords(Math.max(0, to - from) / dayLength)}`;
      if (!(age > days)) {
        const says = Number.isNaN(to) ? `${daysInWords(age)} old` : became;
        return { speaks: 'neither', says: `Too young to count: ${says}` };
      }
      return Number.isNaN(to)
        ? { speaks: 'against', says: `No opportunity in ${daysInWords(age)}` }
        : { speaks: 'for', says: became };
    };
  },
};

const known = new WeakMap<Facts, number>();

/** How many days a lead must be old to count, whatever the question is narrowed down to. */
function daysOldEnough(facts: Facts): number {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const { mql, opportunity } = facts.leads.at;
  const taken: number[] = [];
  for (let place = 0; place < facts.leads.count; place += 1) {
    const days = Math.max(0, (opportunity[place] ?? NaN) - (mql[place] ?? NaN)) / dayLength;
    if (!Number.isNaN(days) && facts.leads.dated[place] === 1) taken.push(days);
  }
  const days = taken.length < enough ? usualDays : (quantile(taken, 0.9) ?? usualDays);
  known.set(facts, days);
  return days;
}
