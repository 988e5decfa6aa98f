// A lead changed its stage: told to the destinations that asked for it.
import { eventBody, type Happening } from '../notify/event.ts';
import { stageNotice } from '../notify/stage-notice.ts';
import type { Context } from './context.ts';
import { destinationsFor, parcelFor } from './destinations.ts';
import type { Lead } from './leads.ts';
import type { Posted } from './outbox.ts';
import { first, numberOrNull, text, textOrNull, type Sql } from './sql.ts';

export type StageChange = {
  readonly from: string;
  readonly to: string;
  /** As the audit names who did it. */
  readonly by: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly reason: string | null;
  readonly corrected: boolean;
};

/** A change without anything that only later stages have. */
export function plainChange(from: string, to: string, by: string): StageChange {
  return { from, to, by, amount: null, currency: null, reason: null, corrected: false };
}

/** What a lead is worth by the agreement that judged it. */
type Judged = Pick<Happening, 'score' | 'agreement'>;

/**
 * Inside the transaction of the change.
 * @param judged where the lead is stored only afterwards; else what is stored of it is told
 */
export function tellStage(
  context: Context,
  lead: Lead,
  change: StageChange,
  now: number,
  judged: Judged | null = null,
): Posted[] {
  const { documents, outbox, parts } = context;
  const destinations = destinationsFor(documents, 'lead.stage_changed', lead.tier);
  if (destinations.length === 0) return [];
  const { people } = documents.all();
  const { score, agreement } = judged ?? storedJudgement(parts.sql, lead.id);
  const event = (): string =>
    eventBody({
      type: 'lead.stage_changed',
      at: now,
      lead,
      score,
      tier: lead.tier,
      agreement,
      owner: people.get(lead.owner ?? '') ?? null,
      deadline: null,
      submission: null,
      links: null,
      more: { stage: change },
    });
  const about = { lead: lead.id, handoff: null, submission: null };
  return destinations.map((destination) =>
    outbox.post(
      parcelFor(destination, 'lead.stage_changed', about, {
        event,
        notice: () => stageNotice({ lead, people, change }),
      }),
      now,
    ),
  );
}

function storedJudgement(sql: Sql, lead: number): Judged {
  const row = first(
    sql,
    `SELECT l.score, a.version, a.hash FROM leads l LEFT JOIN agreements a ON a.version = l.agreement WHERE l.id = ?`,
    lead,
  );
  const version = row === null ? null : numberOrNull(row, 'version');
  const score = row === null ? null : textOrNull(row, 'score');
  return {
    score: score === null ? null : JSON.parse(score),
    agreement: row === null || version === null ? null : { version, hash: text(row, 'hash') },
  };
}
