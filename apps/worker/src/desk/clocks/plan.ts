// What a handoff's human clock will bring, as instants that stand still: planned when the clock starts, under the
// agreement that is in force then, and kept. Neither a restart nor another agreement moves it.
import type { Judge } from '@baton/agreement';
import type { Documents } from '../documents.ts';
import { clearDue, setDue } from '../due-work.ts';
import type { Parts } from '../parts.ts';
import { deadlineOf, type HandedOff } from './deadline-of.ts';
import { first, number, numberOrNull, text, textOrNull, type Row, type Sql } from '../sql.ts';

/** In the order in which those of one instant happen. */
const effects = ['breach', 'tell', 'reassign'] as const;

type Effect = (typeof effects)[number];

export type PlannedStep = {
  readonly position: number;
  /** Epoch ms. */
  readonly at: number;
  readonly what: Effect;
  /** Of the follow-up time. */
  readonly percent: number;
  /** `owner`, `person:<e-mail>` or `team:<id>`. */
  readonly tell: string | null;
};

/** The first delivery to the owner: the human clock starts, and the deadline counts anew from here. */
export function startClock(
  parts: Parts,
  documents: Documents,
  handoff: { readonly id: number },
  now: number,
): void {
  const inForce = documents.inForce();
  const handedOff = inForce === null ? null : handedOffAs(parts.sql, handoff.id);
  const deadline =
    inForce === null || handedOff === null ? null : deadlineOf(parts.sql, inForce, handedOff, now);
  const [row] = parts.sql.all(
    `UPDATE handoffs SET delivered_at = ?, deadline_in_force = ? WHERE id = ? AND delivered_at IS NULL
     RETURNING delivered_at, deadline_in_force, verdict, ended_at`,
    now,
    deadline,
    handoff.id,
  );
  if (row !== undefined) runFrom(parts, documents, handoff.id, row);
}

function handedOffAs(sql: Sql, handoff: number): HandedOff | null {
  const row = first(
    sql,
    `SELECT tier, agreement, score ->> 'total' AS total FROM handoffs WHERE id = ?`,
    handoff,
  );
  if (row === null) return null;
  return { tier: text(row, 'tier'), agreement: number(row, 'agreement'), total: number(row, 'total') };
}

/** Plans what is not planned yet, and has the alarm ring for the next of it, as long as nobody has answered. */
export function runOn(parts: Parts, documents: Documents, handoff: number): void {
  const row = first(
    parts.sql,
    `SELECT delivered_at, deadline_in_force, verdict, ended_at FROM handoffs WHERE id = ?`,
    handoff,
  );
  if (row === null) stopClock(parts.sql, handoff);
  else runFrom(parts, documents, handoff, row);
}

function runFrom(parts: Parts, documents: Documents, handoff: number, row: Row): void {
  const { sql } = parts;
  if (row['verdict'] !== null || row['ended_at'] !== null) return stopClock(sql, handoff);
  const from = numberOrNull(row, 'delivered_at');
  const deadline = numberOrNull(row, 'deadline_in_force');
  if (from === null || deadline === null) return;
  const judge = documents.inForce()?.judge;
  const isNew =
    judge !== undefined && first(sql, `SELECT 1 FROM escalations WHERE handoff = ?`, handoff) === null;
  const planned = isNew ? planOf(judge, from, deadline) : [];
  for (const step of planned) storeStep(sql, handoff, step);
  ringAt(parts, handoff, planned[0]?.at ?? nextStepAt(sql, handoff));
}

/** Somebody has answered, or it passes on: nothing more comes of this clock, unless it runs on. */
export function stopClock(sql: Sql, handoff: number): void {
  clearDue(sql, 'clock', handoff);
}

/** What is planned and due at `now` but not done, in its order. */
export function stepsDue(sql: Sql, handoff: number, now: number): PlannedStep[] {
  return sql
    .all(
      `SELECT * FROM escalations WHERE handoff = ? AND done_at IS NULL AND at <= ? ORDER BY position`,
      handoff,
      now,
    )
    .map(stepOf);
}

export function markDone(sql: Sql, handoff: number, { position }: PlannedStep, now: number): void {
  sql.run(`UPDATE escalations SET done_at = ? WHERE handoff = ? AND position = ?`, now, handoff, position);
}

function nextStepAt(sql: Sql, handoff: number): number | null {
  const next = first(
    sql,
    `SELECT min(at) AS at FROM escalations WHERE handoff = ? AND done_at IS NULL`,
    handoff,
  );
  return next === null ? null : numberOrNull(next, 'at');
}

function ringAt({ sql, wake }: Parts, handoff: number, at: number | null): void {
  if (at === null) return stopClock(sql, handoff);
  setDue(sql, 'clock', handoff, at);
  wake(at);
}

function planOf(judge: Judge, from: number, deadline: number): PlannedStep[] {
  const breach = { at: deadline, what: 'breach', percent: 100, tell: null } as const;
  const agreed = judge
    .escalations(from, deadline)
    .flatMap(({ at, percent, tell, reassign }) => [
      ...(tell === null ? [] : [{ at, what: 'tell', percent, tell: toldAs(tell) } as const]),
      ...(reassign ? [{ at, what: 'reassign', percent, tell: null } as const] : []),
    ]);
  return [breach, ...agreed]
    .toSorted((a, b) => a.at - b.at || effects.indexOf(a.what) - effects.indexOf(b.what))
    .map((step, position) => ({ ...step, position }));
}

function toldAs(tell: NonNullable<ReturnType<Judge['escalations']>[number]['tell']>): string {
  if (tell === 'owner') return tell;
  return 'person' in tell ? `person:${tell.person}` : `team:${tell.team}`;
}

function storeStep(sql: Sql, handoff: number, { position, at, what, percent, tell }: PlannedStep): void {
  sql.run(
    `INSERT INTO escalations (handoff, position, at, what, percent, tell) VALUES (?, ?, ?, ?, ?, ?)`,
    handoff,
    position,
    at,
    what,
    percent,
    tell,
  );
}

function stepOf(row: Row): PlannedStep {
  const name = text(row, 'what');
  const what = effects.find((effect) => effect === name);
  if (what === undefined) throw new Error(`Unknown effect ${name}.`);
  return {
    position: number(row, 'position'),
    at: number(row, 'at'),
    what,
    percent: number(row, 'percent'),
    tell: textOrNull(row, 'tell'),
  };
}
