// The one table of things that have their hour. The alarm is always set to the earliest of them. Deliveries stand in
// the lane of where they go, so that ten thousand for one address are never in the way of the others.
import { first, number, text, type Sql } from './sql.ts';

export type DueKind = (typeof kinds)[number];
export type DueItem = { readonly kind: DueKind; readonly subject: number; readonly at: number };

const kinds = [
  'delivery',
  'judge',
  'rescore',
  'forget',
  'publish',
  'ledger',
  'proposal',
  'review',
  'clock',
  'refresh',
  'follow',
  'watch',
] as const;

/** Puts one thing on the list, or moves it to another instant. Only deliveries have a lane. */
export function setDue(sql: Sql, kind: DueKind, subject: number, at: number, lane = ''): void {
  sql.run(
    `INSERT INTO due (kind, subject, at, lane) VALUES (?, ?, ?, ?) ON CONFLICT (kind, subject) DO UPDATE SET at = excluded.at`,
    kind,
    subject,
    at,
    lane,
  );
}

export function clearDue(sql: Sql, kind: DueKind, subject: number): void {
  sql.run(`DELETE FROM due WHERE kind = ? AND subject = ?`, kind, subject);
}

/** What is due at `now` beside deliveries, the longest due first. */
export function dueNow(sql: Sql, now: number, limit: number): DueItem[] {
  return sql
    .all(`SELECT kind, subject, at FROM due WHERE lane = '' AND at <= ? ORDER BY at LIMIT ?`, now, limit)
    .map((row) => {
      const name = text(row, 'kind');
      const kind = kinds.find((candidate) => candidate === name);
      if (kind === undefined) throw new Error(`Unknown due work ${name}.`);
      return { kind, subject: number(row, 'subject'), at: number(row, 'at') };
    });
}

/** The instant of the next thing due beside deliveries, or null. */
export function nextDue(sql: Sql): number | null {
  return nextInLane(sql, '', Number.MIN_SAFE_INTEGER);
}

/** Deliveries of a lane that are due at `now`, the longest due first. */
export function dueInLane(sql: Sql, lane: string, now: number, limit: number): number[] {
  return sql
    .all(`SELECT subject FROM due WHERE lane = ? AND at <= ? ORDER BY at, subject LIMIT ?`, lane, now, limit)
    .map((row) => number(row, 'subject'));
}

/** When the next delivery of a lane is due after an instant, or null. */
export function nextInLane(sql: Sql, lane: string, after: number): number | null {
  const row = first(sql, `SELECT at FROM due WHERE lane = ? AND at > ? ORDER BY at LIMIT 1`, lane, after);
  return row === null ? null : number(row, 'at');
}

/** Every lane that has a delivery to try, with the instant of its earliest. One seek a lane, however long it is. */
export function lanesWithDue(sql: Sql): { readonly lane: string; readonly at: number }[] {
  const lanes: { lane: string; at: number }[] = [];
  for (let last = ''; ;) {
    const row = first(sql, `SELECT lane, at FROM due WHERE lane > ? ORDER BY lane, at LIMIT 1`, last);
    if (row === null) return lanes;
    last = text(row, 'lane');
    if (!isHeld(last)) lanes.push({ lane: last, at: number(row, 'at') });
  }
}

/** Of a delivery: all mail goes by one server; anything else is called directly. */
export function laneOf(channel: string, target: string): string {
  return channel === 'email' ? 'email' : target;
}

/** No address begins like this. */
const held = 'held ';

/** The lane of what is held back for a destination; nothing in it is tried. */
export function heldLane(destination: string): string {
  return held + destination;
}

export function isHeld(lane: string): boolean {
  return lane.startsWith(held);
}
