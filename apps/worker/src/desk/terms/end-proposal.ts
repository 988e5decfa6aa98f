// How a proposal comes to nothing: it is taken back by the side that made it, answered by another one, outdated because
// another version has come into force, or its time is over. What was said and signed of it stays readable.
import { recordChange } from '../audit.ts';
import { clearDue, setDue } from '../due-work.ts';
import type { Context } from '../context.ts';
import type { Posted } from '../outbox.ts';
import { tellExpired, tellOutdated } from './tell.ts';
import type { Ending, Side } from './states.ts';
import { isOver, openProposals, storedVersion, type VersionRow } from './versions.ts';

/** How long a proposal can be signed, ms. */
export const proposalLifetime = 30 * 86_400_000;

/** Inside a transaction. @param by as the audit names them */
export function endProposal(context: Context, proposal: VersionRow, why: Ending, by: string): void {
  const { parts } = context;
  parts.sql.run(
    `UPDATE agreements SET state = ?, ended_at = ?, ended_by = ?, ended_why = ? WHERE version = ? AND state = 'proposed'`,
    why === 'expired' ? 'expired' : 'withdrawn',
    why === 'expired' ? (proposal.expiresAt ?? parts.now()) : parts.now(),
    by,
    why,
    proposal.version,
  );
  clearDue(parts.sql, 'proposal', proposal.version);
  recordChange(parts, by, { action: `agreement.${why}`, subject: String(proposal.version) });
  context.documents.forget();
}

export type Withdrawn = 'withdrawn' | 'unknown' | 'ended' | 'not_yours';

/** @param side that of whoever asks; null: an admin, or a program. What nobody's side has proposed, everybody may take back. */
export function withdraw(context: Context, version: number, side: Side | null, by: string): Withdrawn {
  const { sql, now } = context.parts;
  return sql.transaction(() => {
    const found = storedVersion(sql, version)?.version;
    if (found === undefined) return 'unknown';
    if (found.state !== 'proposed' || isOver(found, now())) return 'ended';
    if (found.party !== null && found.party !== side) return 'not_yours';
    endProposal(context, found, 'withdrawn', by);
    return 'withdrawn';
  });
}

/** From the alarm: what nobody has signed in time. Inside a transaction. */
export function expireProposals(context: Context, now: number): Posted[] {
  const { sql } = context.parts;
  const over = openProposals(sql).filter((proposal) => isOver(proposal, now));
  sql.run(`DELETE FROM due WHERE kind = 'proposal' AND at <= ?`, now);
  return over.flatMap((proposal) => {
    endProposal(context, proposal, 'expired', 'baton');
    return tellExpired(context, proposal);
  });
}

/** Inside the transaction in which another version comes into force. */
export function endOutdated(context: Context): Posted[] {
  return openProposals(context.parts.sql).flatMap((proposal) => {
    endProposal(context, proposal, 'outdated', 'baton');
    return tellOutdated(context, proposal);
  });
}

/** Sees to it that the alarm comes when a proposal's time is over. */
export function expireAt({ parts }: Context, version: number, at: number): void {
  setDue(parts.sql, 'proposal', version, at);
  parts.wake(at);
}
