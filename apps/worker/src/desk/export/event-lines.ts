// Everything that happened to leads, one line each, in the order of time: submissions, handoffs, verdicts, steps, missed
// deadlines. Each kind is read by an index of its own from where it was left, and they are merged. Past submissions are read
// apart from the others, which came in the order of their rows.
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { isRecord, number, numberOrNull, record, text, textOrNull, type Row, type SqlValue } from '../sql.ts';
import type { Page } from './pages.ts';

const kinds = ['submission', 'past', 'handoff', 'verdict', 'stage', 'breach'] as const;

type Kind = (typeof kinds)[number];

/** Lines of each kind that one page reads at most. */
const ofEach = 200;

/** How far each kind was read: what its order goes by. Null: to its end. */
export type EventCursor = Readonly<Record<Kind, readonly SqlValue[] | null>>;

type Source = {
  /** `?`: how far it was read, and how many more. */
  readonly question: string;
  readonly start: readonly SqlValue[];
  readonly place: (row: Row) => readonly SqlValue[];
  /** Where nothing of the kind stands between there and the row, though much else may stand before it. */
  readonly justBefore?: (row: Row) => readonly SqlValue[];
  readonly line: (row: Row) => Readonly<Record<string, unknown>>;
};

const byTime = (row: Row): readonly SqlValue[] => [number(row, 'at'), number(row, 'id')];
const never = -9_000_000_000_000_000;
const lead = `l.public_id AS lead_id, l.email`;

const submissionLine = (row: Row): Readonly<Record<string, unknown>> => {
  const visit = record(row, 'visit');
  const { facts } = visit;
  const of = isRecord(facts) ? facts : visit;
  return {
    submission: text(row, 'public_id'),
    form: text(row, 'form'),
    version: number(row, 'version'),
    state: textOrNull(row, 'state'),
    source: of['utm_source'] ?? of['referrer_host'] ?? null,
    medium: of['utm_medium'] ?? null,
    campaign: of['utm_campaign'] ?? null,
    agreement: numberOrNull(row, 'agreement'),
  };
};

const handoffLine = (row: Row): Readonly<Record<string, unknown>> => ({
  handoff: text(row, 'public_id'),
  owner: text(row, 'owner') || null,
  tier: text(row, 'tier') || null,
  agreement: number(row, 'agreement') || null,
});

const sources: Readonly<Record<Kind, Source>> = {
  submission: {
    question: `SELECT s.id, s.at, s.public_id, s.form, s.version, s.state, s.visit, s.agreement, ${lead}
      FROM submissions s LEFT JOIN leads l ON l.id = s.lead
      WHERE s.id > ? AND s.final = 1 AND s.form <> 'origin:history' ORDER BY s.id LIMIT ?`,
    start: [0],
    place: (row) => [number(row, 'id')],
    justBefore: (row) => [number(row, 'id') - 1],
    line: submissionLine,
  },
  past: {
    question: `SELECT s.id, s.at, s.public_id, s.form, s.version, s.state, s.visit, s.agreement, ${lead}
      FROM submissions s LEFT JOIN leads l ON l.id = s.lead
      WHERE s.form = 'origin:history' AND (s.at, s.id) > (?, ?) ORDER BY s.at, s.id LIMIT ?`,
    start: [never, 0],
    place: byTime,
    line: submissionLine,
  },
  handoff: {
    question: `SELECT h.*, ${lead} FROM handoffs h JOIN leads l ON l.id = h.lead
      WHERE (h.at, h.id) > (?, ?) ORDER BY h.at, h.id LIMIT ?`,
    start: [never, 0],
    place: byTime,
    line: (row) => ({
      ...handoffLine(row),
      by: text(row, 'author'),
      deadline: iso(numberOrNull(row, 'deadline_in_force') ?? numberOrNull(row, 'deadline')),
    }),
  },
  verdict: {
    question: `SELECT h.*, h.verdict_at AS at, ${lead} FROM handoffs h JOIN leads l ON l.id = h.lead
      WHERE h.verdict_at IS NOT NULL AND (h.verdict_at, h.id) > (?, ?) ORDER BY h.verdict_at, h.id LIMIT ?`,
    start: [never, 0],
    place: (row) => [number(row, 'verdict_at'), number(row, 'id')],
    line: (row) => ({
      ...handoffLine(row),
      verdict: textOrNull(row, 'verdict'),
      by: textOrNull(row, 'verdict_by'),
      reason: textOrNull(row, 'reason'),
    }),
  },
  stage: {
    question: `SELECT c.*, ${lead} FROM stage_changes c JOIN leads l ON l.id = c.lead
      WHERE (c.at, c.lead, c.stage) > (?, ?, ?) ORDER BY c.at, c.lead, c.stage LIMIT ?`,
    start: [never, 0, ''],
    place: (row) => [number(row, 'at'), number(row, 'lead'), text(row, 'stage')],
    line: (row) => ({
      stage: text(row, 'stage'),
      by: text(row, 'author'),
      reason: textOrNull(row, 'reason'),
      amount: numberOrNull(row, 'amount'),
      currency: textOrNull(row, 'currency'),
      agreement: numberOrNull(row, 'agreement'),
    }),
  },
  breach: {
    question: `SELECT h.*, h.breached_at AS at, ${lead} FROM handoffs h JOIN leads l ON l.id = h.lead
      WHERE h.breached_at IS NOT NULL AND (h.breached_at, h.id) > (?, ?) ORDER BY h.breached_at, h.id LIMIT ?`,
    start: [never, 0],
    place: (row) => [number(row, 'breached_at'), number(row, 'id')],
    line: (row) => ({
      ...handoffLine(row),
      reason: textOrNull(row, 'breach_reason'),
      deadline: iso(numberOrNull(row, 'deadline_in_force') ?? numberOrNull(row, 'deadline')),
    }),
  },
};

/** Before everything. */
export const firstEvents: EventCursor = startOf();

function startOf(): EventCursor {
  const { submission, past, handoff, verdict, stage, breach } = sources;
  return {
    submission: submission.start,
    past: past.start,
    handoff: handoff.start,
    verdict: verdict.start,
    stage: stage.start,
    breach: breach.start,
  };
}

type Happened = { readonly kind: Kind; readonly row: Row; readonly at: number };

export function eventLines({ parts }: Context, from: EventCursor): Page<EventCursor> {
  const read = kinds.flatMap((kind) => {
    const after = from[kind];
    if (after === null) return [];
    const rows = parts.sql.all(sources[kind].question, ...after, ofEach);
    const happened = rows.map((row): Happened => ({ kind, row, at: timeOf(kind, row) }));
    return [{ kind, after, happened, isAll: rows.length < ofEach }];
  });
  // Up to here every kind was read.
  const until = Math.min(
    ...read.flatMap(({ happened, isAll }) => (isAll ? [] : Math.max(...happened.map(({ at }) => at)))),
  );
  const taken: Happened[] = [];
  const next: Record<Kind, readonly SqlValue[] | null> = { ...from };
  for (const { kind, after, happened, isAll } of read) {
    const first = happened.findIndex(({ at }) => at > until);
    const own = first === -1 ? happened : happened.slice(0, first);
    taken.push(...own);
    const left = happened[own.length];
    const last = own.at(-1);
    const { place, justBefore } = sources[kind];
    // What stands before the first that is left was read, though it may be much else: it is not read again.
    if (left !== undefined && justBefore !== undefined) next[kind] = justBefore(left.row);
    else if (left === undefined && isAll) next[kind] = null;
    else next[kind] = last === undefined ? after : place(last.row);
  }
  // A stable sort: what happened at the same instant stays in the order of the kinds, and of each.
  taken.sort((one, other) => one.at - other.at);
  return {
    lines: taken.map(({ kind, row, at }) => ({
      at: iso(at),
      type: kind === 'past' ? 'submission' : kind,
      lead: textOrNull(row, 'lead_id'),
      email: textOrNull(row, 'email'),
      ...sources[kind].line(row),
    })),
    next: until === Infinity ? null : next,
  };
}

function timeOf(kind: Kind, row: Row): number {
  if (kind === 'verdict') return number(row, 'verdict_at');
  return number(row, kind === 'breach' ? 'breached_at' : 'at');
}
