// Notes on a lead, and questions from one side to the other: a note that is addressed stays open until the side it is
// addressed to has answered. What concerns a field goes to marketing, who ask for it.
import type { Party } from '@baton/agreement';
import { derivedAttributes } from '@baton/rules';
import type { Context } from '../context.ts';
import { leadById, leadByRef, type Lead } from '../leads.ts';
import { first, number, numberOrNull, text } from '../sql.ts';
import { done, invalid, refused, unknown, type HandAnswer } from './answer.ts';
import { noteById, noteView } from './note-view.ts';
import { tellNote } from './tell-note.ts';

/** The two sides of an agreement. */
export type Side = Exclude<Party, 'admin'>;

export type NewNote = {
  readonly text: string;
  readonly to: Side | null;
  /** The attribute or field that it is about. */
  readonly field: string | null;
};

/** Who writes, and on whose behalf; null: for neither side. */
export type Writer = { readonly by: string; readonly side: Side | null };

export function writeNote(context: Context, leadId: string, writer: Writer, note: NewNote): HandAnswer {
  const lead = leadByRef(context.parts.sql, leadId);
  if (lead === null) return unknown('lead');
  if (note.field !== null && !isKnownField(context, lead, note.field))
    return invalid('unknown_field', 'field');
  const to = note.to ?? (note.field === null ? null : 'marketing');
  return store(context, lead, writer, { ...note, to }, null);
}

/** A further remark when it is not the asked side that speaks; the question stays open then. */
export function answerNote(context: Context, id: string, writer: Writer, answer: string): HandAnswer {
  const { sql } = context.parts;
  const row = first(sql, `SELECT id, lead, side, question FROM notes WHERE public_id = ?`, id);
  const lead = row === null ? null : leadById(sql, number(row, 'lead'));
  if (row === null || lead === null) return unknown('note');
  if (numberOrNull(row, 'question') !== null)
    return refused('This is an answer itself: answer its question.');
  return store(context, lead, writer, { text: answer, to: null, field: null }, number(row, 'id'));
}

function store(
  context: Context,
  lead: Lead,
  { by, side }: Writer,
  note: NewNote,
  question: number | null,
): HandAnswer {
  const { parts, outbox } = context;
  const now = parts.now();
  const id = context.rows.next('notes');
  const posted = parts.sql.transaction(() => {
    parts.sql.run(
      `INSERT INTO notes (id, public_id, lead, question, author, text, side, field, at, due_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      parts.ids.next('note', now),
      lead.id,
      question,
      by,
      note.text,
      note.to,
      note.field,
      now,
      note.to === null ? null : answerDue(context, note.to, now),
    );
    if (question !== null) close(context, question, by, side, now);
    return tellNote(context, lead, id, now);
  });
  if (posted.length > 0) parts.later(outbox.dispatch(posted));
  const stored = noteById(context, question ?? id);
  if (stored === null) throw new Error('A note that was stored is gone.');
  return done(noteView(context, stored));
}

/** A question is answered by the side that was asked; who stands on neither side speaks for both. */
function close(context: Context, question: number, by: string, side: Side | null, now: number): void {
  const { sql } = context.parts;
  const row = first(sql, `SELECT side, author FROM notes WHERE id = ?`, question);
  if (row === null || row['side'] === null || text(row, 'author') === by) return;
  if (side !== null && side !== text(row, 'side')) return;
  sql.run(
    `UPDATE notes SET answered_at = ?, answered_by = ? WHERE id = ? AND answered_at IS NULL`,
    now,
    by,
    question,
  );
}

/** Until when an answer is agreed on; null where nothing is. */
function answerDue(context: Context, side: Side, from: number): number | null {
  const judge = context.documents.inForce()?.judge;
  const within = judge?.agreement.commitments[side].answerWithin;
  return judge === undefined || within === undefined ? null : judge.after(from, within);
}

function isKnownField(context: Context, lead: Lead, field: string): boolean {
  const { catalogue } = context.documents.all();
  if (catalogue.has(field) || derivedAttributes.some(({ id }) => id === field)) return true;
  const forms = context.parts.sql.all(
    `SELECT DISTINCT form, version FROM submissions WHERE lead = ? AND final = 1`,
    lead.id,
  );
  return forms.some((row) =>
    context.documents.published(text(row, 'form'), number(row, 'version'))?.attributes.has(field),
  );
}
