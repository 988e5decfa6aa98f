// The stages of a lead. Every change is stamped with its time, its author and the agreement's version.
import type { Stage } from '@baton/agreement';
import type { Context } from './context.ts';
import type { Lead } from './leads.ts';

/** The lead in its next stage; the change is stored, the lead itself is not. */
export function changeStage(
  context: Context,
  lead: Lead,
  stage: Stage,
  author: string,
  agreement: number | null,
  now: number,
): Lead {
  if (lead.stage === stage) return lead;
  context.parts.sql.run(
    `INSERT INTO stage_changes (lead, at, stage, author, agreement) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    lead.id,
    now,
    stage,
    author,
    agreement,
  );
  return { ...lead, stage };
}
