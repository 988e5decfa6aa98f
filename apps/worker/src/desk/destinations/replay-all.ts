// Everything that was given up, on its way again: of one destination, or of all, in portions that hold up nobody.
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { text } from '../sql.ts';

/** At once: some hundredths of a second. */
const portion = 500;

export type Replayed = {
  readonly replayed: number;
  /** There are more: ask again. */
  readonly more: boolean;
};

/** @param destination its id; null: of all destinations, and of the owners' mail */
export function replayAll({ parts, outbox }: Context, destination: string | null, author: string): Replayed {
  const now = parts.now();
  const found = parts.sql.all(
    `SELECT public_id FROM deliveries WHERE state IN ('dead', 'disabled') AND (? IS NULL OR destination = ?)
     ORDER BY id LIMIT ?`,
    destination,
    destination,
    portion + 1,
  );
  const ids = found.slice(0, portion).map((row) => text(row, 'public_id'));
  if (ids.length === 0) return { replayed: 0, more: false };
  const posted = parts.sql.transaction(() => {
    recordChange(parts, author, {
      action: 'deliveries.replayed',
      subject: destination ?? '',
      after: { count: ids.length },
    });
    return ids.flatMap((id) => outbox.replay(id, now) ?? []);
  });
  parts.later(outbox.dispatch(posted));
  return { replayed: posted.length, more: found.length > portion };
}
