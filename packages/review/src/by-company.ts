// The same facts with companies in place of leads: a company is as far as the furthest of its people, and it came when
// the first of them came. People without a company stand for themselves.
import { byDimension, type Facts, type LeadFacts, type TouchFacts } from './facts.ts';
import { byStep } from './lead-steps.ts';

/** Handoffs stay as they are, each with its company. */
export function byCompany(facts: Facts): Facts {
  const { leads, handoffs, touches } = facts;
  const company = leads.of.company;
  const groupOf = new Int32Array(leads.count);
  const members: number[][] = [];
  const known = new Map<number, number>();
  for (let place = 0; place < leads.count; place += 1) {
    const code = company[place] ?? 0;
    const group = code === 0 ? undefined : known.get(code);
    if (group !== undefined) {
      groupOf[place] = group;
      members[group]?.push(place);
      continue;
    }
    groupOf[place] = members.push([place]) - 1;
    if (code !== 0) known.set(code, members.length - 1);
  }
  const firstOf = Int32Array.from(members, (group) => firstBy(leads.createdAt, group));
  const moved = gatherTouches(leads, touches, members);
  return {
    ...facts,
    leads: {
      count: members.length,
      row: take(leads.row, firstOf),
      createdAt: take(leads.createdAt, firstOf),
      at: byStep((step) => least(leads.at[step], members)),
      lostAt: ended(leads, leads.lostAt, members),
      rejectedAt: ended(leads, leads.rejectedAt, members),
      dated: Uint8Array.from(members, (group) => (group.every((place) => leads.dated[place] === 1) ? 1 : 0)),
      marketingAt: least(leads.marketingAt, members),
      ...amounts(leads, members),
      total: most(leads.total, members),
      of: byDimension((dimension) => Int32Array.from(firstOf, (place) => leads.of[dimension][place] ?? 0)),
      touchesFrom: moved.from,
    },
    handoffs: { ...handoffs, lead: Int32Array.from(handoffs.lead, (place) => groupOf[place] ?? 0) },
    touches: moved.touches,
  };
}

function take(column: Float64Array, places: Int32Array): Float64Array {
  return Float64Array.from(places, (place) => column[place] ?? NaN);
}

function firstBy(column: Float64Array, group: readonly number[]): number {
  return group.reduce((best, place) => ((column[place] ?? NaN) < (column[best] ?? NaN) ? place : best));
}

function least(column: Float64Array, members: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(members, (group) =>
    group.reduce((best, place) => {
      const at = column[place] ?? NaN;
      return best < at ? best : Number.isNaN(at) ? best : at;
    }, NaN),
  );
}

function most(column: Float64Array, members: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(members, (group) =>
    group.reduce((best, place) => {
      const value = column[place] ?? NaN;
      return best > value ? best : Number.isNaN(value) ? best : value;
    }, NaN),
  );
}

/** A company is lost when all of its people that sales had are out, with the last of them. */
function ended(
  leads: LeadFacts,
  column: Float64Array,
  members: readonly (readonly number[])[],
): Float64Array {
  return Float64Array.from(members, (group) => {
    let last = NaN;
    for (const place of group) {
      if (Number.isNaN(leads.at.mql[place] ?? NaN)) continue;
      const [lost, rejected] = [leads.lostAt[place] ?? NaN, leads.rejectedAt[place] ?? NaN];
      if (Number.isNaN(lost) && Number.isNaN(rejected)) return NaN;
      const at = column[place] ?? NaN;
      if (!(last > at) && !Number.isNaN(at)) last = at;
    }
    return last;
  });
}

/**
 * What its people's deals are worth together, as far as they are in the currency of the first: of those that were won,
 * or, while none was, of all.
 */
function amounts(leads: LeadFacts, members: readonly (readonly number[])[]) {
  const amount = new Float64Array(members.length).fill(NaN);
  const currency = new Int32Array(members.length);
  for (const [index, group] of members.entries()) {
    const won = group.filter((place) => !Number.isNaN(leads.at.won[place] ?? NaN));
    const priced = (won.length > 0 ? won : group).filter(
      (place) => !Number.isNaN(leads.amount[place] ?? NaN),
    );
    const [first] = priced;
    if (first === undefined) continue;
    const code = leads.currency[first] ?? 0;
    currency[index] = code;
    amount[index] = priced
      .filter((place) => leads.currency[place] === code)
      .reduce((sum, place) => sum + (leads.amount[place] ?? 0), 0);
  }
  return { amount, currency };
}

function gatherTouches(leads: LeadFacts, touches: TouchFacts, members: readonly (readonly number[])[]) {
  const order: number[] = [];
  const from = new Int32Array(members.length + 1);
  for (const [index, group] of members.entries()) {
    from[index] = order.length;
    const own: number[] = [];
    for (const place of group)
      for (let at = leads.touchesFrom[place] ?? 0; at < (leads.touchesFrom[place + 1] ?? 0); at += 1)
        own.push(at);
    order.push(...own.sort((one, other) => (touches.at[one] ?? 0) - (touches.at[other] ?? 0)));
  }
  from[members.length] = order.length;
  const codes = (column: Int32Array) => Int32Array.from(order, (place) => column[place] ?? 0);
  return {
    from,
    touches: {
      count: order.length,
      at: Float64Array.from(order, (place) => touches.at[place] ?? NaN),
      source: codes(touches.source),
      medium: codes(touches.medium),
      campaign: codes(touches.campaign),
    },
  };
}
