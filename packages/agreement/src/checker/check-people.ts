// Of people and times: who is named and not there, teams of nobody, times that the hours hardly allow.
import type { Path } from '@baton/rules';
import { parseDuration } from '../duration.ts';
import type { Person, Team } from '../people.ts';
import type { Recipient, Terms } from '../words/read-terms.ts';
import { termsFinding, type TermsFinding } from './finding.ts';

export type Staff = {
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  /** ISO date in the agreement's time zone. */
  readonly today: string;
};

type Found = readonly TermsFinding[];

export function checkPeople({ routing, escalate }: Terms, staff: Staff): Found {
  const routes = routing.rules.flatMap(({ to }, index) =>
    recipient(to, ['routing', 'rules', index, 'to'], staff, true),
  );
  const told = escalate.flatMap(({ tell }, index) =>
    tell === null || tell === 'owner' ? [] : recipient(tell, ['escalate', index, 'tell'], staff, false),
  );
  const path = ['routing', 'fallback', 'person'];
  const email = routing.fallback;
  const fallback = email === undefined ? undefined : staff.people.get(email);
  if (fallback === undefined) {
    return [...routes, termsFinding('person_unknown', path, { person: email ?? '' }), ...told];
  }
  const away = isAway(fallback, staff.today)
    ? [termsFinding('fallback_away', path, { person: fallback.name })]
    : [];
  return [...routes, ...away, ...told];
}

/** @param mustWork somebody of the team has to be there to take a lead */
function recipient({ person, team }: Recipient, path: Path, staff: Staff, mustWork: boolean): Found {
  if (person !== undefined) {
    return staff.people.has(person) ? [] : [termsFinding('person_unknown', [...path, 'person'], { person })];
  }
  if (team === undefined) return [];
  const found = staff.teams.get(team);
  const at = [...path, 'team'];
  if (found === undefined) return [termsFinding('team_unknown', at, { team })];
  const name = found.name ?? found.id;
  const members = found.members.flatMap((email) => staff.people.get(email) ?? []);
  if (members.length === 0) return [termsFinding('team_empty', at, { team: name })];
  return mustWork && members.every((member) => isAway(member, staff.today))
    ? [termsFinding('team_away', at, { team: name })]
    : [];
}

function isAway({ away = [] }: Person, day: string): boolean {
  return away.some(({ from, to }) => from <= day && day <= to);
}

/** How many handoffs a day all can take whom routing names; unlimited where somebody is, or where nobody is known. */
export function capacityOf({ routing }: Terms, { people, teams }: Staff): number {
  const emails = new Set(
    [...routing.rules.map(({ to }) => to), { person: routing.fallback, team: undefined }].flatMap(
      ({ person, team }) => (team === undefined ? (person ?? []) : (teams.get(team)?.members ?? [])),
    ),
  );
  const known = [...emails].flatMap((email) => people.get(email) ?? []);
  if (known.length === 0) return Infinity;
  return known.reduce((sum, { capacity = Infinity }) => sum + capacity, 0);
}

export function checkTimes({ tiers, hours, escalate }: Terms): Found {
  const openings = hours.week.map((day) => day.openings);
  const days = openings.filter((day) => day.length > 0).length;
  const open = openings.flat().reduce((sum, [from, until]) => sum + minutesOf(until) - minutesOf(from), 0);
  const timed = tiers.some(({ followUp }) => followUp !== undefined);
  if (timed && days === 0) return [termsFinding('never_open', ['hours', 'week'])];
  const long = tiers.flatMap(({ id, followUp }, index): Found => {
    const duration = followUp === undefined ? null : parseDuration(followUp);
    if (duration === null || days === 0) return [];
    const weeks = duration.days / days + duration.milliseconds / (open * 60_000);
    return weeks > 1 ? [termsFinding('follow_up_over_a_week', ['tiers', index, 'followUp'], { id })] : [];
  });
  return [...long, ...slowerAbove(tiers, days === 0 ? 0 : open / days), ...together(escalate)];
}

/** A higher tier that is answered later than one below it. */
function slowerAbove(tiers: Terms['tiers'], minutesADay: number): Found {
  const placed = tiers
    .map((tier, index) => {
      const duration = tier.followUp === undefined ? null : parseDuration(tier.followUp);
      const minutes = duration && duration.days * minutesADay + duration.milliseconds / 60_000;
      return { ...tier, index, minutes };
    })
    .toSorted((one, other) => one.from - other.from);
  return placed.flatMap(({ id, index, minutes }, position): Found => {
    const below = placed.slice(0, position).find((one) => {
      return one.minutes !== null && minutes !== null && one.minutes < minutes;
    });
    if (below === undefined) return [];
    return [termsFinding('follow_up_slower_above', ['tiers', index, 'followUp'], { id, below: below.id })];
  });
}

function together(escalate: Terms['escalate']): Found {
  const seen = new Map<number, number>();
  return escalate.flatMap(({ at }, index): Found => {
    const percent = Number.parseFloat(at);
    const first = seen.get(percent);
    if (first === undefined) {
      seen.set(percent, index);
      return [];
    }
    return [termsFinding('escalations_together', ['escalate', index, 'at'], { at })];
  });
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
