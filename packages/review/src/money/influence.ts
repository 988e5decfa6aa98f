// What marketing brought of what sales won and works on: sourced, where a form of the website brought the person; only
// influenced, where somebody else did but the person came by the website before it happened; or neither.
import type { Facts } from '../facts.ts';
import type { Selection } from '../selection.ts';
import { unitsOfMoney, type Money } from './attribution.ts';

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
  for (let lead = 0; lead < leads.count; lead += 1) {
    if (selection.leads[lead] !== 1) continue;
    const worth = Math.round((leads.amount[lead] ?? NaN) * unitsOfMoney);
    const currency = words.currency[leads.currency[lead] ?? 0] ?? '';
    const count = (at: number, many: 'opportunities' | 'customers', money: 'pipeline' | 'revenue'): void => {
      if (!(at >= start && at < end)) return;
      const own = sums[influenceOn(facts, lead, at)];
      own[many] += 1;
      if (!Number.isNaN(worth)) own[money][currency] = (own[money][currency] ?? 0) + worth;
    };
    count(leads.at.opportunity[lead] ?? NaN, 'opportunities', 'pipeline');
    count(leads.at.won[lead] ?? NaN, 'customers', 'revenue');
  }
  return sums;
}

/** By the touches of the lead until then, the first of which brought it. */
export function influenceOn({ leads, touches, words }: Facts, lead: number, until: number): Influence {
  const [from = 0, end = 0] = [leads.touchesFrom[lead], leads.touchesFrom[lead + 1]];
  let influence: Influence = 'neither';
  for (let touch = from; touch < end && (touches.at[touch] ?? NaN) <= until; touch += 1) {
    if (words.medium[touches.medium[touch] ?? 0] === offline) continue;
    if (touch === from) return 'sourced';
    influence = 'influenced';
  }
  return influence;
}
