// What marketing brought of what sales won and works on: sourced, where a form of the website brought the person; only
// influenced, where it came otherwise but a submission on a website or a behaviour came before it happened; or neither.
import type { Facts } from '../facts.ts';
import type { Selection } from '../selection.ts';
import { unitsOfMoney, type Money } from './attribution.ts';

/** Forms by which leads come that nobody filled in on a website. */
const elsewhere = 'origin:';

/** The medium of touches that no website saw. */
export const offline = 'offline';

export const influences = ['sourced', 'influenced', 'neither'] as const;

export type Influence = (typeof influences)[number];

export type InfluenceSums = {
  readonly opportunities: number;
  readonly customers: number;
  readonly pipeline: Money;
  readonly revenue: Money;
};

type Sums = {
  opportunities: number;
  customers: number;
  pipeline: Record<string, number>;
  revenue: Record<string, number>;
};

export function influenceOf(
  facts: Facts,
  selection: Selection,
  { start, end }: { readonly start: number; readonly end: number },
): Readonly<Record<Influence, InfluenceSums>> {
  const none = (): Sums => ({ opportunities: 0, customers: 0, pipeline: {}, revenue: {} });
  const sums: Record<Influence, Sums> = { sourced: none(), influenced: none(), neither: none() };
  const { leads, words } = facts;
  const influenceOn = influenceBy(facts);
  for (let lead = 0; lead < leads.count; lead += 1) {
    if (selection.leads[lead] !== 1) continue;
    const worth = Math.round((leads.amount[lead] ?? NaN) * unitsOfMoney);
    const currency = words.currency[leads.currency[lead] ?? 0] ?? '';
    const count = (at: number, many: 'opportunities' | 'customers', money: 'pipeline' | 'revenue'): void => {
      if (!(at >= start && at < end)) return;
      const own = sums[influenceOn(lead, at)];
      own[many] += 1;
      if (!Number.isNaN(worth)) own[money][currency] = (own[money][currency] ?? 0) + worth;
    };
    count(leads.at.opportunity[lead] ?? NaN, 'opportunities', 'pipeline');
    count(leads.at.won[lead] ?? NaN, 'customers', 'revenue');
  }
  return sums;
}

/** What marketing had to do with a lead until an instant: told of its place in the facts. */
export function influenceBy({ leads, words }: Facts): (place: number, until: number) => Influence {
  const isSourced = words.form.map((form) => form !== '' && !form.startsWith(elsewhere));
  return (place, until) => {
    if (isSourced[leads.of.form[place] ?? 0] === true) return 'sourced';
    return (leads.marketingAt[place] ?? NaN) < until ? 'influenced' : 'neither';
  };
}
