// Who could get a lead now, and whose turn it is.
import type { Roster, Turn } from '@baton/agreement';
import type { Context } from './context.ts';
import type { InForce } from './documents.ts';
import type { Remembered } from './remembered.ts';
import { number, numberOrNull, text } from './sql.ts';

/** How many handoffs each person was given since an instant. */
type Given = { readonly since: number; readonly counts: ReadonlyMap<string, number> };

/** What is remembered of a roster from one submission to the next. */
export type Dealt = {
  readonly turns: Remembered<readonly Turn[]>;
  readonly given: Remembered<Given>;
};

/** Whose turn it was last; changed by {@link turnsStored} alone. */
export const turnsTaken = `SELECT team, person, weight, last_at FROM turns`;

export const turnsStored = `INSERT INTO turns (team, person, weight, last_at)
     SELECT value ->> 'team', value ->> 'person', value ->> 'weight', value ->> 'lastAt' FROM json_each(?) WHERE true
     ON CONFLICT (team, person) DO UPDATE SET weight = excluded.weight, last_at = excluded.last_at`;

/** What each was given since an instant. */
export const givenSince = `SELECT owner, count(*) AS count FROM handoffs WHERE at >= ? GROUP BY owner`;

export function rosterAt(context: Context, inForce: InForce, now: number): Roster {
  const { people, teams } = context.documents.all();
  const limited = [...people.values()].some((person) => person.capacity !== undefined);
  const today = limited ? inForce.judge.hours.localDay(now) : null;
  const handoffsToday = today === null ? new Map<string, number>() : givenFrom(context, today.start);
  return { people, teams, handoffsToday, turns: turnsOf(context) };
}

function turnsOf({ dealt, parts }: Context): readonly Turn[] {
  return dealt.turns.get(() =>
    parts.sql.all(turnsTaken).map((row): Turn => ({
      team: text(row, 'team'),
      person: text(row, 'person'),
      weight: number(row, 'weight'),
      lastAt: numberOrNull(row, 'last_at'),
    })),
  );
}

function givenFrom({ dealt, parts }: Context, since: number): Given['counts'] {
  const load = (): Given => {
    const rows = parts.sql.all(givenSince, since);
    return { since, counts: new Map(rows.map((row) => [text(row, 'owner'), number(row, 'count')])) };
  };
  const known = dealt.given.get(load);
  if (known.since === since) return known.counts;
  const today = load();
  dealt.given.set(today);
  return today.counts;
}

export function storeTurns({ dealt, parts }: Context, before: readonly Turn[], after: readonly Turn[]): void {
  if (before === after) return;
  const known = new Set(before);
  const changed = after.filter((turn) => !known.has(turn));
  if (changed.length === 0) return;
  // One statement, however many take turns.
  parts.sql.run(turnsStored, JSON.stringify(changed));
  dealt.turns.set(after);
}

/** Counts a handoff that is stored. */
export function countGiven({ dealt }: Context, person: string): void {
  dealt.given.change(({ since, counts }) => ({
    since,
    counts: new Map(counts).set(person, (counts.get(person) ?? 0) + 1),
  }));
}
