// Every lead of every Desk that a test has made, walked again under the version in force: it comes to the stored score,
// reason by reason. Left out is only what is known to wait: leads of an earlier version, leads that could not be judged,
// and what is to be derived anew.
import { isDeepStrictEqual } from 'node:util';
import { walkLead } from '@baton/agreement';
import { Documents } from '../../apps/worker/src/desk/documents.ts';
import { first, numberOrNull, textOrNull, type Sql } from '../../apps/worker/src/desk/sql.ts';
import { readStories } from '../../apps/worker/src/desk/terms/lead-stories.ts';
import { replayedJudge } from '../../apps/worker/src/desk/terms/replayed-judge.ts';
import { madeDesks } from './made-desks.ts';

export type Made = {
  readonly sql: Sql;
  readonly now: () => number;
  /** Storage that was closed has nothing to tell. */
  readonly isOpen: () => boolean;
};

/** So many are kept until the test is over; the oldest of more are looked through at once. */
const mostKept = 12;
/** Leads that are looked at in one Desk: large ones are there for their size. */
const mostLeads = 500;

const made: Made[] = [];

/** Keeps a Desk to be looked through. */
export function keepDesk(desk: Made): void {
  made.push(desk);
  madeDesks.lookThrough = () => {
    for (const one of made.splice(0)) lookThrough(one);
  };
  const oldest = made.length > mostKept ? made.shift() : undefined;
  if (oldest !== undefined) lookThrough(oldest);
}

function lookThrough({ sql, now, isOpen }: Made): void {
  if (!isOpen()) return;
  const documents = new Documents({ sql, log: () => undefined });
  const inForce = documents.inForce();
  if (inForce === null || first(sql, `SELECT 1 FROM refreshes LIMIT 1`) !== null) return;
  const reading = { documents, parts: { sql, now } };
  const replayed = replayedJudge(reading, { version: inForce.version });
  if (replayed.kind !== 'judge') throw new Error('The version in force cannot be replayed.');
  for (const { lead, events } of readStories(reading, 0, mostLeads)) {
    const row = first(
      sql,
      `SELECT agreement, scored_at, score, tier, ledger FROM leads WHERE id = ?`,
      lead.id,
    );
    const at = row === null ? null : numberOrNull(row, 'scored_at');
    if (row === null || at === null || numberOrNull(row, 'agreement') !== inForce.version) continue;
    if (row['ledger'] === 'failed' || row['ledger'] === 'unagreed') continue;
    const { facts } = walkLead(replayed.judge, events);
    const judged = facts === null ? null : replayed.judge.judge(facts, at);
    const stored = { score: JSON.parse(textOrNull(row, 'score') ?? 'null'), tier: row['tier'] };
    if (judged !== null && isDeepStrictEqual({ score: judged.score, tier: judged.tier }, stored)) continue;
    throw new Error(
      `Lead ${lead.email} was stored with ${JSON.stringify(stored)} at ${new Date(at).toISOString()}; walked again under version ${inForce.version} it comes to ${JSON.stringify(judged)}.`,
    );
  }
}
