// Which leads stand on a page of the inbox, in their order. A place names a row by what it was sorted by and by its
// lead, so that a page goes on where the one before ended though the leads have moved meanwhile.
import { number, numberOrNull, type Sql } from '../sql.ts';
import { rowBefore } from '../page-cursor.ts';
import {
  deadlineReach,
  indexOf,
  joined,
  leadClauses,
  type Asker,
  type Clause,
  type InboxQuery,
} from './inbox-query.ts';

/**
 * A lead's row, and what it is sorted by: its score, null where it was never judged; its deadline; or when it came, negative
 * where it follows those with a deadline.
 */
export type Found = { readonly id: number; readonly by: number | null };

/** What is due; without a deadline it comes last. The expression stands in an index. */
const due = `coalesce(deadline_in_force, deadline, 9000000000000000)`;

type Place = { readonly by: number | null; readonly lead: number };

/** Null when the place is none. */
export function findRows(sql: Sql, query: InboxQuery, asker: Asker): readonly Found[] | null {
  const place = query.before === null ? null : placeOf(sql, query.before);
  if (query.before !== null && place === null) return null;
  const clauses = leadClauses(query, asker);
  const reach = deadlineReach(query, asker.now);
  if (query.sort === 'deadline') return byDeadline(sql, query, clauses, reach, place);
  if (reach !== null) return dueSorted(sql, query, clauses, reach, place);
  return listed(sql, query, clauses, place);
}

/** `by.lead`, as {@link placeText} writes it. */
function placeOf(sql: Sql, text: string): Place | null {
  const [, by = '', publicId = ''] = /^(-?\d{0,16})\.(.+)$/s.exec(text) ?? [];
  const lead = publicId === '' ? null : rowBefore(sql, 'leads', publicId);
  return lead === null ? null : { by: by === '' ? null : Number(by), lead };
}

export function placeText(by: number | null, publicId: string): string {
  return `${by ?? ''}.${publicId}`;
}

/** By score or by when they came, from the index of leads alone. */
function listed(sql: Sql, query: InboxQuery, clauses: readonly Clause[], place: Place | null): Found[] {
  const { sort, limit } = query;
  const after = place === null ? [] : [afterLead(sort, place)];
  const where = joined([...clauses, ...after]);
  return found(
    sql.all(
      `SELECT l.id, ${byOf(sort)} AS by FROM leads l INDEXED BY ${indexOf(query.view)} WHERE 1${where.sql}
       ORDER BY ${orderOf(sort)} LIMIT ?`,
      ...where.values,
      limit,
    ),
  );
}

function byOf(sort: InboxQuery['sort']): string {
  return sort === 'score' ? 'l.total' : 'l.created_at';
}

function orderOf(sort: InboxQuery['sort']): string {
  if (sort === 'score') return 'l.total DESC, l.id DESC';
  return sort === 'oldest' ? 'l.created_at, l.id' : 'l.created_at DESC, l.id DESC';
}

function afterLead(sort: InboxQuery['sort'], { by, lead }: Place): Clause {
  if (sort !== 'score')
    return { sql: `(l.created_at, l.id) ${sort === 'oldest' ? '>' : '<'} (?, ?)`, values: [by, lead] };
  // What was never judged comes last.
  if (by === null) return { sql: '(l.total IS NULL AND l.id < ?)', values: [lead] };
  return {
    sql: '(l.total < ? OR l.total IS NULL OR (l.total = ? AND l.id < ?))',
    values: [by, by, lead],
  };
}

type Reach = ReturnType<typeof deadlineReach>;

const openHandoffs = `handoffs h INDEXED BY handoffs_due CROSS JOIN leads l ON l.id = h.lead AND l.handoff = h.id
  WHERE h.verdict IS NULL`;

function withinReach(reach: Reach): Clause[] {
  if (reach === null) return [];
  const until = { sql: `${due} <= ?`, values: [reach.until] };
  // Before anything is delivered, nothing breaches.
  return reach.isOver ? [until, { sql: 'h.deadline_in_force IS NOT NULL', values: [] }] : [until];
}

/** What is due soonest first; then what waits for nothing, the newest first. */
function byDeadline(
  sql: Sql,
  query: InboxQuery,
  clauses: readonly Clause[],
  reach: Reach,
  place: Place | null,
): Found[] {
  const came = place === null || place.by === null || place.by >= 0 ? null : -place.by;
  const waiting = came === null ? dueAfter(sql, query.limit, clauses, reach, place) : [];
  const left = query.limit - waiting.length;
  if (left === 0 || reach !== null || query.view === 'unanswered') return waiting;
  const rest = listed(
    sql,
    { ...query, limit: left },
    [...clauses, { sql: 'l.handoff IS NULL', values: [] }],
    place === null || came === null ? null : { by: came, lead: place.lead },
  );
  return [...waiting, ...rest.map(({ id, by }) => ({ id, by: -(by ?? 0) }))];
}

function dueAfter(
  sql: Sql,
  limit: number,
  clauses: readonly Clause[],
  reach: Reach,
  place: Place | null,
): Found[] {
  const after: Clause[] =
    place === null ? [] : [{ sql: `(${due}, h.lead) > (?, ?)`, values: [place.by, place.lead] }];
  const where = joined([...withinReach(reach), ...after, ...clauses]);
  return found(
    sql.all(
      `SELECT l.id, ${due} AS by FROM ${openHandoffs}${where.sql} ORDER BY ${due}, h.lead LIMIT ?`,
      ...where.values,
      limit,
    ),
  );
}

/** Those of a deadline, in another order. */
function dueSorted(
  sql: Sql,
  query: InboxQuery,
  clauses: readonly Clause[],
  reach: Reach,
  place: Place | null,
): Found[] {
  const after = place === null ? [] : [afterLead(query.sort, place)];
  const where = joined([...withinReach(reach), ...clauses, ...after]);
  return found(
    sql.all(
      `SELECT l.id, ${byOf(query.sort)} AS by FROM ${openHandoffs}${where.sql} ORDER BY ${orderOf(query.sort)} LIMIT ?`,
      ...where.values,
      query.limit,
    ),
  );
}

function found(rows: ReturnType<Sql['all']>): Found[] {
  return rows.map((row) => ({ id: number(row, 'id'), by: numberOrNull(row, 'by') }));
}

/** How many handoffs are over their deadline. */
export function countOverdue(sql: Sql, now: number): number {
  const where = joined(withinReach({ until: now, isOver: true }));
  const [row] = sql.all(`SELECT count(*) AS count FROM ${openHandoffs}${where.sql}`, ...where.values);
  return row === undefined ? 0 : number(row, 'count');
}
