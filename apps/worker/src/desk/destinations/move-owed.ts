// What a destination is owed when its address is another: an address that was wrong is put right for what waits as well.
import type { Destination } from '@baton/workspace';
import { heldLane, laneOf } from '../due-work.ts';
import type { Parts } from '../parts.ts';
import { targetOf } from './target-of.ts';

/**
 * In the transaction that changes it: what waits goes to the new address when it is due, in that one's lane. What was made
 * for another kind of destination stays what it is. A try that is under way comes to its end.
 */
export function moveOwed({ sql }: Parts, destination: Destination): void {
  const { id, kind } = destination;
  const target = targetOf(destination);
  sql.run(
    `UPDATE due SET lane = ? WHERE kind = 'delivery' AND lane <> ? AND subject IN
       (SELECT id FROM deliveries WHERE destination = ? AND channel = ? AND target <> ? AND state = 'waiting')`,
    laneOf(kind, target),
    heldLane(id),
    id,
    kind,
    target,
  );
  sql.run(
    `UPDATE deliveries SET target = ? WHERE destination = ? AND channel = ? AND state = 'waiting'`,
    target,
    id,
    kind,
  );
}
