// The two clocks of a handoff as the API shows them.
import { iso } from '../instants.ts';
import type { HandoffRow } from '../handoffs.ts';

export function clockView(handoff: HandoffRow): Readonly<Record<string, unknown>> {
  const { at, deliveredAt, touchedAt, breach } = handoff;
  return {
    toldDeadline: iso(handoff.toldDeadline),
    deliveredAt: iso(deliveredAt),
    touchedAt: iso(touchedAt),
    systemDelay: between(at, deliveredAt),
    humanDelay: deliveredAt === null ? null : between(deliveredAt, touchedAt),
    cause: handoff.cause,
    by: handoff.author,
    endedAt: iso(handoff.endedAt),
    claimable: handoff.pooled && handoff.verdict === null && handoff.endedAt === null,
    breach: breach === null ? null : { ...breach, at: iso(breach.at) },
  };
}

/** A clock that was set back is no reason for less than nothing. */
function between(from: number, until: number | null): number | null {
  return until === null ? null : Math.max(0, until - from);
}
