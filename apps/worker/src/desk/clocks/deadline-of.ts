// How long whoever has a handoff has to answer it: the follow-up time of its tier, as the agreement has it that judged,
// in the business hours of the one in force. Tiers are named anew from one agreement to the next, and what was handed
// over keeps its own.
import type { Tier } from '@baton/agreement';
import type { InForce } from '../documents.ts';
import { first, type Sql } from '../sql.ts';
import { soundAgreement } from '../stored-agreement.ts';

export type HandedOff = {
  readonly tier: string;
  /** The version that judged. */
  readonly agreement: number;
  /** Of the frozen score. */
  readonly total: number;
};

/** Counted from `from`; null where the tier has no follow-up time, or the doors never open. */
export function deadlineOf(
  sql: Sql,
  { version, judge }: InForce,
  { tier, agreement, total }: HandedOff,
  from: number,
): number | null {
  if (agreement === version) return judge.deadline(from, tier);
  const then = tiersOf(sql, agreement).find(({ id }) => id === tier);
  // Where that version can no longer be read, the points are worth what they are today.
  if (then === undefined) return judge.deadline(from, judge.tierOf(total).id);
  return then.followUp === undefined ? null : judge.after(from, then.followUp);
}

/** None where the version is not what was signed. */
function tiersOf(sql: Sql, version: number): readonly Tier[] {
  const row = first(
    sql,
    `SELECT version, hash, state, document, context, context_hash FROM agreements WHERE version = ?`,
    version,
  );
  const read = row === null ? null : soundAgreement(sql, row);
  return read?.ok === true ? read.value.value.tiers : [];
}
