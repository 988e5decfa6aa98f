// All that hangs on a lead goes under another one and, row by row, back again. What is of one instant and one kind on
// both sides stands once while they are one; what each side had is kept, so that both have it again.
import * as z from 'zod';
import { number, numberOrNull, text, type Row, type Sql } from '../sql.ts';
import { valueOf } from './joined.ts';

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** What went from one lead to another. Browsers' tokens are among it, so it is shown to nobody. */
export const movedSchema = z.object({
  submissions: z.array(z.number()),
  visitors: z.array(z.string()),
  deliveries: z.array(z.number()),
  notes: z.array(z.number()),
  follow_ups: z.array(z.number()).default([]),
  handoffs: z.array(z.object({ id: z.number(), state: z.string() })),
  /** Whole rows; those of `added` were not on the other side. */
  occurrences: z.array(rowSchema),
  stages: z.array(rowSchema),
  added: z.object({ occurrences: z.array(rowSchema), stages: z.array(rowSchema) }),
  /** Lines of the score, and by how much their numbers were moved. */
  scores: z.object({ from: z.number(), to: z.number(), by: z.number() }).nullable(),
  /** Whose its company was: a company that nobody is left of is forgotten. */
  companyOwner: z.string().nullable().default(null),
  /** The handoff that gave way. */
  ended: z.number().nullable(),
  /** The step and the line that joining itself has written. */
  step: z.object({ at: z.number(), stage: z.string() }).nullable(),
  line: z.number().nullable(),
});

export type Moved = z.infer<typeof movedSchema>;

const keys = { occurrences: ['what', 'at', 'visitor'], stage_changes: ['at', 'stage'] } as const;

type Kept = keyof typeof keys;

/** Puts everything of `from` under `to`. */
export function moveRows(sql: Sql, from: number, to: number, email: string): Moved {
  const ids = (table: 'submissions' | 'deliveries' | 'notes' | 'follow_ups'): number[] =>
    sql.all(`SELECT id FROM ${table} WHERE lead = ?`, from).map((row) => number(row, 'id'));
  const handoffs = sql
    .all(`SELECT * FROM handoffs WHERE lead = ?`, from)
    .map((row) => ({ id: number(row, 'id'), state: stateOf(row) }));
  const moved = {
    submissions: ids('submissions'),
    deliveries: ids('deliveries'),
    notes: ids('notes'),
    follow_ups: ids('follow_ups'),
    visitors: sql.all(`SELECT token FROM visitors WHERE lead = ?`, from).map((row) => text(row, 'token')),
    handoffs,
  };
  for (const table of ['submissions', 'deliveries', 'notes', 'follow_ups', 'handoffs'])
    sql.run(`UPDATE ${table} SET lead = ? WHERE lead = ?`, to, from);
  sql.run(`UPDATE visitors SET lead = ?, address = coalesce(address, ?) WHERE lead = ?`, to, email, from);
  const occurrences = takeOver(sql, 'occurrences', from, to);
  const stages = takeOver(sql, 'stage_changes', from, to);
  return {
    ...moved,
    occurrences: occurrences.all,
    stages: stages.all,
    added: { occurrences: occurrences.added, stages: stages.added },
    scores: moveScores(sql, from, to),
    companyOwner: null,
    ended: null,
    step: null,
    line: null,
  };
}

/** A handoff is the same as long as nobody has answered it or has it instead. */
function stateOf(row: Row): string {
  return JSON.stringify([row['verdict'], row['ended_at'], row['owner']]);
}

function takeOver(sql: Sql, table: Kept, from: number, to: number): { all: StoredRow[]; added: StoredRow[] } {
  const same = keys[table].map((key) => `t.${key} = f.${key}`).join(' AND ');
  const all = sql.all(`SELECT * FROM ${table} WHERE lead = ?`, from).map(stored);
  const added = sql
    .all(
      `SELECT f.* FROM ${table} f WHERE f.lead = ? AND NOT EXISTS
         (SELECT 1 FROM ${table} t WHERE t.lead = ? AND ${same})`,
      from,
      to,
    )
    .map(stored);
  sql.run(`DELETE FROM ${table} WHERE lead = ?`, from);
  for (const row of added) insertRow(sql, table, { ...row, lead: to });
  return { all, added };
}

type StoredRow = z.infer<typeof rowSchema>;

function stored(row: Row): StoredRow {
  return rowSchema.parse(row);
}

/** Writes a row as it was read. */
export function insertRow(sql: Sql, table: string, row: Row): void {
  const columns = Object.keys(row);
  sql.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map((column) => valueOf(row, column)),
  );
}

/** The other's lines go below the first of this lead's own, in their order. */
function moveScores(sql: Sql, from: number, to: number): Moved['scores'] {
  const [theirs = {}] = sql.all(
    `SELECT min(number) AS first, max(number) AS last FROM score_changes WHERE lead = ?`,
    from,
  );
  const [own = {}] = sql.all(`SELECT min(number) AS first FROM score_changes WHERE lead = ?`, to);
  const [firstNumber, last] = [numberOrNull(theirs, 'first'), numberOrNull(theirs, 'last')];
  if (firstNumber === null || last === null) return null;
  const by = Math.min(numberOrNull(own, 'first') ?? 1, 1) - 1 - last;
  sql.run(`UPDATE score_changes SET lead = ?, number = number + ? WHERE lead = ?`, to, by, from);
  return { from: firstNumber + by, to: last + by, by };
}

type Back = {
  /** The lead that it goes back to, the one that has it, and the address whose browsers go with it. */
  readonly to: number;
  readonly from: number;
  readonly emails: readonly string[];
  /** The handoff by which the other stands where it stands now; null: it stands as before. */
  readonly keeps: number | null;
};

/** Gives back what went over. Handoffs that have been answered or passed on since stay, and are told. */
export function moveBack(sql: Sql, moved: Moved, { to, from, emails, keeps }: Back): ReadonlySet<number> {
  const staying = new Set(
    moved.handoffs.flatMap(({ id, state }) => {
      const [row] = sql.all(`SELECT * FROM handoffs WHERE id = ?`, id);
      return row === undefined || id === keeps || stateOf(row) !== state ? [id] : [];
    }),
  );
  const back = JSON.stringify(moved.handoffs.flatMap(({ id }) => (staying.has(id) ? [] : [id])));
  const give = (table: string, where: string, ...lists: readonly string[]): void =>
    sql.run(`UPDATE ${table} SET lead = ? WHERE lead = ? AND (${where})`, to, from, ...lists);
  const one = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
  give('submissions', one('id'), JSON.stringify(moved.submissions));
  give('follow_ups', one('id'), JSON.stringify(moved.follow_ups));
  give('handoffs', one('id'), back);
  // What was sent about a handoff goes with it.
  give('deliveries', one('handoff'), back);
  give(
    'deliveries',
    `${one('id')} AND (handoff IS NULL OR handoff NOT IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(moved.deliveries),
    JSON.stringify([...staying]),
  );
  // An answer belongs to its question.
  const notes = JSON.stringify(moved.notes);
  give('notes', `${one('id')} OR ${one('question')}`, notes, notes);
  give(
    'visitors',
    `${one('token')} OR ${one('address')}`,
    JSON.stringify(moved.visitors),
    JSON.stringify(emails),
  );
  sql.run(`UPDATE visitors SET address = NULL WHERE lead = ? AND address = ?`, to, emails[0] ?? '');
  giveBack(sql, 'occurrences', moved.occurrences, moved.added.occurrences, from);
  giveBack(sql, 'stage_changes', moved.stages, moved.added.stages, from);
  if (moved.scores !== null) {
    const { from: first, to: last, by } = moved.scores;
    sql.run(
      `UPDATE score_changes SET lead = ?, number = number - ? WHERE lead = ? AND number BETWEEN ? AND ?`,
      to,
      by,
      from,
      first,
      last,
    );
  }
  return staying;
}

function giveBack(
  sql: Sql,
  table: Kept,
  all: readonly StoredRow[],
  added: readonly StoredRow[],
  from: number,
): void {
  const same = keys[table].map((key) => `${key} = ?`).join(' AND ');
  for (const row of added) {
    const values = keys[table].map((key) => valueOf(row, key));
    sql.run(`DELETE FROM ${table} WHERE lead = ? AND ${same}`, from, ...values);
  }
  for (const row of all) insertRow(sql, table, row);
}
