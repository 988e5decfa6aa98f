// What each channel brought: leads, qualified ones, opportunities, customers, and what they are worth, shared out among
// the touches before each of these happened. Everything is counted in whole units (thousandths of a lead, hundredths of
// a currency) and shared out so that the channels add up to the total exactly.
import type { Facts } from '../facts.ts';
import type { Selection } from '../selection.ts';
import { apportion } from './apportion.ts';
import { weightsOf, type AttributionModel } from './attribution-model.ts';

export const channelKinds = ['source', 'medium', 'campaign'] as const;

export type ChannelKind = (typeof channelKinds)[number];

/** What is shared out: so many of them, at the instant of that step. */
export const milestones = ['leads', 'qualified', 'opportunities', 'customers'] as const;

export type Milestone = (typeof milestones)[number];

/** Thousandths of one lead. */
export const unitsOfLead = 1000;
/** Hundredths of a currency. */
export const unitsOfMoney = 100;

/** By currency; the empty text is no currency. In hundredths. */
export type Money = Readonly<Record<string, number>>;

export type ChannelSums = Readonly<Record<Milestone, number>> & {
  /** Of opportunities, and of customers. */
  readonly pipeline: Money;
  readonly revenue: Money;
};

export type Attributed = {
  /** By channel, the empty text being not known; those that brought nothing are left out. */
  readonly channels: ReadonlyMap<string, ChannelSums>;
  readonly total: ChannelSums;
};

type Sums = Record<Milestone, number> & { pipeline: Record<string, number>; revenue: Record<string, number> };

export type Attributing = {
  readonly model: AttributionModel;
  readonly channel: ChannelKind;
  readonly start: number;
  readonly end: number;
};

export function attribute(facts: Facts, selection: Selection, asked: Attributing): Attributed {
  const { leads, touches, words } = facts;
  const codes = touches[asked.channel];
  const found = new Map<number, Sums>();
  const total = noSums();

  const sumsOf = (code: number): Sums => {
    const known = found.get(code);
    if (known !== undefined) return known;
    const made = noSums();
    found.set(code, made);
    return made;
  };

  for (let lead = 0; lead < leads.count; lead += 1) {
    if (selection.leads[lead] !== 1) continue;
    for (const milestone of milestones) {
      const at = instantOf(facts, lead, milestone);
      // Never is NaN, which lies in no period.
      if (!(at >= asked.start && at < asked.end)) continue;
      const before = touchesBefore(facts, lead, at);
      const weights = weightsOf(
        asked.model,
        before.map((touch) => touches.at[touch] ?? 0),
      );
      const give = (units: number, add: (sums: Sums, units: number) => void): void => {
        add(total, units);
        if (before.length === 0) return add(sumsOf(0), units);
        for (const [place, part] of apportion(units, weights).entries())
          if (part !== 0) add(sumsOf(codes[before[place] ?? 0] ?? 0), part);
      };
      give(unitsOfLead, (sums, units) => {
        sums[milestone] += units;
      });
      const worth = Math.round((leads.amount[lead] ?? NaN) * unitsOfMoney);
      if (Number.isNaN(worth) || (milestone !== 'opportunities' && milestone !== 'customers')) continue;
      const currency = words.currency[leads.currency[lead] ?? 0] ?? '';
      const kind = milestone === 'opportunities' ? 'pipeline' : 'revenue';
      give(worth, (sums, units) => {
        sums[kind][currency] = (sums[kind][currency] ?? 0) + units;
      });
    }
  }
  const channels = [...found].map(([code, sums]) => [words[asked.channel][code] ?? '', sums] as const);
  return { channels: new Map(channels), total };
}

/** When a lead came to count as one; NaN: it does not. */
function instantOf({ leads }: Facts, lead: number, milestone: Milestone): number {
  switch (milestone) {
    case 'leads':
      return leads.createdAt[lead] ?? NaN;
    case 'qualified':
      return leads.at.mql[lead] ?? NaN;
    case 'opportunities':
      return leads.at.opportunity[lead] ?? NaN;
    case 'customers':
      return leads.at.won[lead] ?? NaN;
  }
}

/** The places of a lead's touches that were there by then, in their order. */
function touchesBefore({ leads, touches }: Facts, lead: number, at: number): number[] {
  const found: number[] = [];
  const end = leads.touchesFrom[lead + 1] ?? 0;
  for (let touch = leads.touchesFrom[lead] ?? 0; touch < end; touch += 1)
    if ((touches.at[touch] ?? NaN) <= at) found.push(touch);
  return found;
}

function noSums(): Sums {
  return { leads: 0, qualified: 0, opportunities: 0, customers: 0, pipeline: {}, revenue: {} };
}
