// What is owed to a destination that is paused: it waits in a lane in which nothing is tried, and goes on from there.
import { heldLane, laneOf, setDue } from '../due-work.ts';
import type { Context } from '../context.ts';
import { number, text } from '../sql.ts';

/** Between two of those that are let go at once, ms: a receiver that was away is not met by all of them together. */
const pace = 20;

/** In the transaction that pauses it. A try that is under way comes to its end. */
export function holdBack({ parts: { sql } }: Context, destination: string): void {
  sql.run(
    `UPDATE due SET lane = ? WHERE kind = 'delivery' AND subject IN
       (SELECT id FROM deliveries WHERE destination = ? AND state = 'waiting')`,
    heldLane(destination),
    destination,
  );
}

/** In the transaction that resumes it: what waited is due from now on, with all its tries before it. */
export function letGo({ parts }: Context, destination: string, now: number): void {
  const { sql } = parts;
  const lane = heldLane(destination);
  const rows = sql.all(
    `SELECT d.id, d.channel, d.target FROM due JOIN deliveries d ON d.id = due.subject
     WHERE due.lane = ? AND due.kind = 'delivery' ORDER BY d.id`,
    lane,
  );
  if (rows.length === 0) return;
  sql.run(`DELETE FROM due WHERE lane = ?`, lane);
  rows.forEach((row, index) => {
    const id = number(row, 'id');
    sql.run(`UPDATE deliveries SET first_at = NULL, tried_before = attempts WHERE id = ?`, id);
    setDue(sql, 'delivery', id, now + index * pace, laneOf(text(row, 'channel'), text(row, 'target')));
  });
  parts.wake(now);
}
