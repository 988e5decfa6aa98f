// The first thirty days of the playbook, as steps that are done or not. Nobody ticks them: each is read from what the
// workspace holds. Begins on the day of the first change to it.
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { first, numberOrNull } from '../sql.ts';
import { startSteps, type StartStep } from './start-steps.ts';

const day = 86_400_000;

/** What each step is read from: an instant, or where only that is known, whether it is done at all. */
const questions: Readonly<Record<StartStep, string>> = {
  history_imported: `SELECT min(ended_at) AS at FROM history_imports WHERE taken_back_at IS NULL AND taken > 0`,
  // One more than the address that every form asks for.
  attributes_described: `SELECT CASE WHEN count(*) > 1 THEN 0 END AS at FROM attributes`,
  people_invited: `SELECT CASE WHEN count(DISTINCT document ->> 'party') > 1 THEN 0 END AS at FROM people
    WHERE document ->> 'party' IN ('marketing', 'sales')`,
  teams_made: `SELECT CASE WHEN count(*) > 0 THEN 0 END AS at FROM teams
    WHERE json_array_length(document, '$.members') > 0`,
  agreement_drafted: `SELECT min(at) AS at FROM (SELECT at FROM agreement_drafts WHERE document IS NOT NULL
    UNION ALL SELECT proposed_at FROM agreements)`,
  agreement_proposed: `SELECT min(proposed_at) AS at FROM agreements`,
  agreement_signed: `SELECT min(in_force_at) AS at FROM agreements WHERE in_force_at IS NOT NULL`,
  form_published: `SELECT min(at) AS at FROM form_versions`,
  destination_tested: `SELECT min(settled_at) AS at FROM (
      SELECT min(settled_at) AS settled_at FROM deliveries WHERE destination IS NOT NULL AND state = 'delivered'
      UNION ALL SELECT CAST(value AS INTEGER) FROM facts WHERE key = 'destination_tested_at')`,
  first_submission: `SELECT min(at) AS at FROM submissions WHERE final = 1 AND form <> 'origin:history'`,
  first_handoff: `SELECT min(at) AS at FROM handoffs WHERE agreement > 0`,
  first_verdict: `SELECT min(verdict_at) AS at FROM handoffs WHERE agreement > 0 AND verdict IS NOT NULL`,
  first_outcome: `SELECT min(at) AS at FROM stage_changes WHERE stage IN ('won', 'lost') AND author <> 'history'`,
  first_review: `SELECT min(at) AS at FROM audit WHERE action IN ('agreement.reviewed', 'review.closed')`,
};

export function firstDays({ parts }: Context): object {
  const at = (question: string): number | null => {
    const row = first(parts.sql, question);
    return row === null ? null : numberOrNull(row, 'at');
  };
  const begunAt = at(`SELECT min(at) AS at FROM audit`);
  const steps = startSteps.map((step) => {
    const done = at(questions[step]);
    return { step, done: done !== null, at: done === null || done === 0 ? null : iso(done) };
  });
  return {
    begunAt: iso(begunAt),
    day: begunAt === null ? 1 : Math.max(1, Math.floor((parts.now() - begunAt) / day) + 1),
    steps,
  };
}
