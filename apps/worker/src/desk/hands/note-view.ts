// Notes and questions as they are shown. Reads only.
import { authorName } from '../../notify/stage-notice.ts';
import { companyName, personName } from '../../notify/names.ts';
import type { Context } from '../context.ts';
import { leadById } from '../leads.ts';
import { first, number, numberOrNull, text, textOrNull, type Row } from '../sql.ts';
import { done, invalid, type HandAnswer } from './answer.ts';
import { iso } from '../instants.ts';
import type { Side } from './notes.ts';

export function noteById(context: Context, id: number): Row | null {
  return first(context.parts.sql, `SELECT * FROM notes WHERE id = ?`, id);
}

/** A note with its answers, the oldest first. */
export function noteView(context: Context, row: Row): object {
  const { parts, documents } = context;
  const now = parts.now();
  const { people } = documents.all();
  const lead = leadById(parts.sql, number(row, 'lead'));
  const asked = textOrNull(row, 'side');
  const at = number(row, 'at');
  const answeredAt = numberOrNull(row, 'answered_at');
  const dueAt = numberOrNull(row, 'due_at');
  const answers = parts.sql.all(`SELECT * FROM notes WHERE question = ? ORDER BY id`, number(row, 'id'));
  const said = (note: Row): object => ({
    id: text(note, 'public_id'),
    author: text(note, 'author'),
    authorName: authorName(text(note, 'author'), people),
    text: text(note, 'text'),
    at: iso(number(note, 'at')),
  });
  return {
    ...said(row),
    lead: lead === null ? null : { id: lead.publicId, name: personName(lead), company: companyName(lead) },
    to: asked,
    field: textOrNull(row, 'field'),
    dueAt: iso(dueAt),
    overdue: dueAt !== null && (answeredAt ?? now) > dueAt,
    age: asked === null ? null : ageOf(context, at, answeredAt ?? now),
    answeredAt: iso(answeredAt),
    answeredBy: textOrNull(row, 'answered_by'),
    answers: answers.map(said),
  };
}

/** How long a question was open, by the clock and by the agreement's hours. */
function ageOf(context: Context, from: number, until: number): object {
  const hours = context.documents.inForce()?.judge.hours;
  return { ms: until - from, openMs: hours?.openTimeBetween(from, until) ?? null };
}

export type QuestionsQuery = {
  readonly to: Side | null;
  readonly lead: string | null;
  readonly open: boolean | null;
  readonly limit: number;
  readonly before: string | null;
};

/** Questions of both sides, the latest first, with what is agreed on answering them. */
export function listQuestions(context: Context, query: QuestionsQuery): HandAnswer {
  const { sql } = context.parts;
  const start =
    query.before === null ? null : first(sql, `SELECT id FROM notes WHERE public_id = ?`, query.before);
  if (query.before !== null && start === null) return invalid('unknown_id', 'query', 'before');
  const { to, lead, open } = query;
  const rows = sql.all(
    `SELECT n.* FROM notes n JOIN leads l ON l.id = n.lead
     WHERE n.side IS NOT NULL AND n.id < ? AND (? IS NULL OR n.side = ?) AND (? IS NULL OR l.public_id = ?)
       ${open === null ? '' : `AND n.answered_at IS ${open ? '' : 'NOT '}NULL`}
     ORDER BY n.id DESC LIMIT ?`,
    start === null ? Number.MAX_SAFE_INTEGER : number(start, 'id'),
    to,
    to,
    lead,
    lead,
    query.limit + 1,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const commitments = context.documents.inForce()?.judge.agreement.commitments;
  return done({
    questions: shown.map((row) => noteView(context, row)),
    open: openOf(context),
    answerWithin: {
      marketing: commitments?.marketing.answerWithin ?? null,
      sales: commitments?.sales.answerWithin ?? null,
    },
    next: rows.length > query.limit && last !== undefined ? text(last, 'public_id') : null,
  });
}

/** How many questions wait for each side, and how many of those for too long. */
function openOf(context: Context): object {
  const { sql, now } = context.parts;
  const of = (side: Side): object => {
    const row = first(
      sql,
      `SELECT count(*) AS waiting, coalesce(sum(due_at IS NOT NULL AND due_at < ?), 0) AS overdue
       FROM notes WHERE side = ? AND side IS NOT NULL AND answered_at IS NULL`,
      now(),
      side,
    );
    return row === null ? {} : { waiting: number(row, 'waiting'), overdue: number(row, 'overdue') };
  };
  return { marketing: of('marketing'), sales: of('sales') };
}
