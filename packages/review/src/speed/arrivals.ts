// When leads come, by weekday and hour, and whether anybody is there then: the agreement's opening hours, and of the
// people its routing names those who are not away. Who was among them in the past nobody has kept: it is today's list.
import type { Absence, Agreement, BusinessHours, Person, Team } from '@baton/agreement';
import { pastOf } from '../facts.ts';
import type { Counting } from '../numbers/shared-number.ts';
import type { Span } from '../period.ts';
import { cellCount, type LocalHours } from './local-hours.ts';

export type Staff = {
  readonly hours: BusinessHours | null;
  /** Who can be given leads. */
  readonly people: readonly { readonly away?: readonly Absence[] | undefined }[];
};

type HeatCell = {
  /** Leads that came. */
  readonly arrived: number;
  /** Handoffs. */
  readonly handed: number;
  /** The part of these hours that was open. */
  readonly open: number;
  /** How many people were there on average; 0 while closed. */
  readonly people: number;
};

export type Arrivals = {
  /** Monday first, each with its 24 hours. */
  readonly week: readonly (readonly HeatCell[])[];
  readonly arrived: number;
  /** Of the leads, those that came when nobody was there. */
  readonly unattended: number;
  /** How many people there are to be given leads. */
  readonly people: number;
};

/**
 * Whom the routing names, each once; where it names nobody, sales. The fallback alone is there for when nobody else is.
 */
export function staffOf(
  { routing }: Agreement,
  people: ReadonlyMap<string, Person>,
  teams: ReadonlyMap<string, Team>,
): readonly Person[] {
  const named = routing.rules.flatMap(({ to: { person, team } }) => [
    ...(typeof person === 'string' ? [person] : []),
    ...(typeof team === 'string' ? (teams.get(team)?.members ?? []) : []),
  ]);
  const staff = [...new Set(named)].flatMap((email) => people.get(email) ?? []);
  return staff.length > 0 ? staff : [...people.values()].filter(({ party }) => party === 'sales');
}

export function arrivalsOf(counting: Counting, span: Span, local: LocalHours, staff: Staff): Arrivals {
  const { leads, handoffs, asOf } = counting.facts;
  // Of past leads the day is known at most, and none of them met anybody here.
  const isPast = pastOf(counting.facts);
  const present = local.days.map(({ date }) => presentOn(staff, date));
  const [arrived, handed] = [new Float64Array(cellCount), new Float64Array(cellCount)];
  let [count, unattended] = [0, 0];
  for (let place = 0; place < leads.count; place += 1) {
    const at = leads.createdAt[place] ?? NaN;
    if (counting.selection.leads[place] !== 1 || !(at >= span.start && at < span.end)) continue;
    if (isPast(place)) continue;
    const cell = local.cellOf(at);
    arrived[cell] = (arrived[cell] ?? 0) + 1;
    count += 1;
    if (!isAttended(staff, present[local.dayOf(at)] ?? 0, at)) unattended += 1;
  }
  for (let place = 0; place < handoffs.count; place += 1) {
    const at = handoffs.at[place] ?? NaN;
    if (counting.selection.handoffs[place] !== 1 || !(at >= span.start && at < span.end)) continue;
    if (isPast(handoffs.lead[place] ?? 0)) continue;
    const cell = local.cellOf(at);
    handed[cell] = (handed[cell] ?? 0) + 1;
  }
  const { open, people, length } = staffedTime(local, staff, present, asOf);
  return {
    week: Array.from({ length: 7 }, (_, weekday) =>
      Array.from({ length: 24 }, (__, hour): HeatCell => {
        const cell = weekday * 24 + hour;
        const all = length[cell] ?? 0;
        return {
          arrived: arrived[cell] ?? 0,
          handed: handed[cell] ?? 0,
          open: all === 0 ? 0 : (open[cell] ?? 0) / all,
          people: all === 0 ? 0 : (people[cell] ?? 0) / all,
        };
      }),
    ),
    arrived: count,
    unattended,
    people: staff.people.length,
  };
}

/** How many of the staff are not away on a day. */
export function presentOn({ people }: Staff, date: string): number {
  return people.filter(({ away = [] }) => !away.some(({ from, to }) => from <= date && date <= to)).length;
}

export function isAttended({ hours }: Staff, present: number, at: number): boolean {
  return hours !== null && present > 0 && hours.isOpen(at);
}

/** Milliseconds of each cell until now: all, open ones, and open ones for each person who is there. */
function staffedTime(local: LocalHours, { hours }: Staff, present: readonly number[], asOf: number) {
  const [length, open, people] = [
    new Float64Array(cellCount),
    new Float64Array(cellCount),
    new Float64Array(cellCount),
  ];
  for (const [place, { weekday, edges }] of local.days.entries()) {
    const [begins, ends] = [edges[0] ?? 0, Math.min(edges[24] ?? 0, asOf)];
    if (ends <= begins) break;
    const isOpened = hours !== null && hours.openTimeBetween(begins, ends) > 0;
    for (let hour = 0; hour < 24; hour += 1) {
      const [from, until] = [edges[hour] ?? 0, Math.min(edges[hour + 1] ?? 0, ends)];
      if (until <= from) continue;
      const cell = weekday * 24 + hour;
      length[cell] = (length[cell] ?? 0) + until - from;
      if (!isOpened) continue;
      const opened = hours.openTimeBetween(from, until);
      open[cell] = (open[cell] ?? 0) + opened;
      people[cell] = (people[cell] ?? 0) + opened * (present[place] ?? 0);
    }
  }
  return { length, open, people };
}
