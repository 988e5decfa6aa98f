// When something has to be forgotten, which the alarm then sees to. Each kind has its own place in the list of due work.
import type { Context } from './context.ts';

/** By the hour: what limits and proofs need. And what nobody has finished. */
export const forgetting = { hourly: 0, unfinished: 1 } as const;

/** An unfinished submission that nobody has touched for so long is gone, ms. */
export const unfinishedLifetime = 30 * 24 * 60 * 60_000;

/** Sees to it that something is forgotten at `at`, unless that is already planned. */
export function forgetAt(
  { sql, wake }: Pick<Context['parts'], 'sql' | 'wake'>,
  what: keyof typeof forgetting,
  at: number,
): void {
  sql.run(
    `INSERT INTO due (kind, subject, at) VALUES ('forget', ?, ?) ON CONFLICT DO NOTHING`,
    forgetting[what],
    at,
  );
  wake(at);
}
