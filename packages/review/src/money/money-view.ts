// Where money goes and where it comes from: what each channel brought, what was spent on it, and what one of each cost.
import type { Facts } from '../facts.ts';
import type { Period } from '../period.ts';
import type { Selection } from '../selection.ts';
import type { AttributionModel } from './attribution-model.ts';
import {
  attribute,
  milestones,
  unitsOfLead,
  unitsOfMoney,
  type ChannelKind,
  type ChannelSums,
  type Milestone,
  type Money,
} from './attribution.ts';
import { influenceOf, influences, type Influence } from './influence.ts';
import { spendIn, type Spend } from './spend.ts';

/** By currency, in the currency itself. */
export type Amounts = Readonly<Record<string, number>>;

export type MoneyRow = Readonly<Record<Milestone, number>> & {
  readonly pipeline: Amounts;
  readonly revenue: Amounts;
  readonly spend: Amounts;
  /** What one of each cost, by currency; empty where nothing was spent, or nothing came. */
  readonly costPer: Readonly<Record<Milestone, Amounts>>;
  readonly revenuePerLead: Amounts;
};

export type MoneyView = {
  readonly model: AttributionModel;
  readonly channel: ChannelKind;
  /** The empty name is what is not known. */
  readonly channels: readonly (MoneyRow & { readonly name: string })[];
  readonly total: MoneyRow;
  readonly influence: readonly {
    readonly id: Influence;
    readonly opportunities: number;
    readonly customers: number;
    readonly pipeline: Amounts;
    readonly revenue: Amounts;
  }[];
};

type Asking = {
  readonly model: AttributionModel;
  readonly channel: ChannelKind;
  readonly spend: readonly Spend[];
};

/** Spend is told by source, so other channels have none. Channels are in the order of what they brought and cost. */
export function moneyOf(facts: Facts, selection: Selection, period: Period, asking: Asking): MoneyView {
  const { model, channel } = asking;
  const { channels, total } = attribute(facts, selection, { model, channel, ...period });
  const spent = channel === 'source' ? spendIn(asking.spend, period) : new Map<string, Money>();
  const names = [...new Set([...channels.keys(), ...spent.keys()])];
  const rows = names.map((name) => ({ name, ...rowOf(channels.get(name) ?? none, spent.get(name) ?? {}) }));
  const influence = influenceOf(facts, selection, period);
  return {
    model,
    channel,
    channels: rows.toSorted(
      (one, other) =>
        other.customers - one.customers ||
        other.opportunities - one.opportunities ||
        other.qualified - one.qualified ||
        other.leads - one.leads ||
        (one.name < other.name ? -1 : 1),
    ),
    total: rowOf(total, added([...spent.values()])),
    influence: influences.map((id) => ({
      id,
      ...influence[id],
      pipeline: inCurrency(influence[id].pipeline),
      revenue: inCurrency(influence[id].revenue),
    })),
  };
}

const none: ChannelSums = {
  leads: 0,
  qualified: 0,
  opportunities: 0,
  customers: 0,
  pipeline: {},
  revenue: {},
};

function rowOf(sums: ChannelSums, spent: Money): MoneyRow {
  const counts = byMilestone((milestone) => sums[milestone] / unitsOfLead);
  const [spend, revenue] = [inCurrency(spent), inCurrency(sums.revenue)];
  return {
    ...counts,
    pipeline: inCurrency(sums.pipeline),
    revenue,
    spend,
    costPer: byMilestone((milestone) => dividedBy(spend, counts[milestone])),
    revenuePerLead: dividedBy(revenue, counts.leads),
  };
}

function byMilestone<T>(make: (milestone: Milestone) => T): Record<Milestone, T> {
  const [leads, qualified, opportunities, customers] = milestones;
  return {
    leads: make(leads),
    qualified: make(qualified),
    opportunities: make(opportunities),
    customers: make(customers),
  };
}

function inCurrency(money: Money): Amounts {
  return mapped(money, (units) => units / unitsOfMoney);
}

/** To the hundredth; nothing by nothing is nothing. */
function dividedBy(amounts: Amounts, count: number): Amounts {
  return count === 0
    ? {}
    : mapped(amounts, (amount) => Math.round((amount / count) * unitsOfMoney) / unitsOfMoney);
}

function mapped(money: Money, map: (units: number) => number): Amounts {
  return Object.fromEntries(Object.entries(money).map(([currency, units]) => [currency, map(units)]));
}

function added(all: readonly Money[]): Money {
  const sums: Record<string, number> = {};
  for (const money of all)
    for (const [currency, units] of Object.entries(money)) sums[currency] = (sums[currency] ?? 0) + units;
  return sums;
}
