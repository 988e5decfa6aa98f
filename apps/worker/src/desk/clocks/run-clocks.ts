// The alarm's round of human clocks: what is due of each, once, in its order. One that breaks holds up no other.
import { bugLine } from '../../log.ts';
import type { Context } from '../context.ts';
import { setDue } from '../due-work.ts';
import { leadById, type Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { first, number } from '../sql.ts';
import { handoffById, type HandoffRow } from '../handoffs.ts';
import { breach } from './breach.ts';
import { markDone, runOn, stepsDue, stopClock, type PlannedStep } from './plan.ts';
import { reassign } from './reassign.ts';
import { remind } from './remind.ts';

/** A clock that broke is looked at again so much later, ms. */
const again = 60_000;

/** What is to be dispatched after it. */
export function runClocks(context: Context, handoffs: readonly number[], now: number): Posted[] {
  const { sql, log } = context.parts;
  return handoffs.flatMap((id) => {
    try {
      return sql.transaction(() => runClock(context, id, now));
    } catch (error) {
      log(bugLine(error, `clock of handoff ${id}`));
      setDue(sql, 'clock', id, now + again);
      return [];
    }
  });
}

function runClock(context: Context, id: number, now: number): Posted[] {
  const { parts, documents } = context;
  // Plans what no earlier Baton has planned.
  runOn(parts, documents, id);
  const posted: Posted[] = [];
  for (const step of stepsDue(parts.sql, id, now)) {
    const handoff = handoffById(context, id);
    const lead = handoff === null ? null : leadById(parts.sql, handoff.lead);
    if (handoff === null || lead === null || !isRunning(parts.sql, id)) break;
    markDone(parts.sql, id, step, now);
    posted.push(...effectOf(context, handoff, lead, step, now));
  }
  if (handoffById(context, id) === null) stopClock(parts.sql, id);
  else runOn(parts, documents, id);
  return posted;
}

function isRunning(sql: Context['parts']['sql'], id: number): boolean {
  const row = first(
    sql,
    `SELECT count(*) AS count FROM handoffs WHERE id = ? AND verdict IS NULL AND ended_at IS NULL`,
    id,
  );
  return row !== null && number(row, 'count') === 1;
}

function effectOf(
  context: Context,
  handoff: HandoffRow,
  lead: Lead,
  step: PlannedStep,
  now: number,
): readonly Posted[] {
  switch (step.what) {
    case 'breach':
      return breach(context, handoff, lead, step.at, now);
    case 'tell':
      return remind(context, handoff, lead, step, now);
    case 'reassign':
      return reassign(context, handoff, lead, now);
  }
}
