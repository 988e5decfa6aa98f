// Whom a note is mailed to: the side that is asked (of sales, the lead's owner where there is one), and whoever asked,
// once there is an answer. Nobody is written to of what they wrote themselves.
import type { Person } from '@baton/agreement';
import { mailBody } from '../../notify/mail-message.ts';
import { noteNotice } from '../../notify/note-notice.ts';
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { first, number, numberOrNull, text, textOrNull, type Row } from '../sql.ts';
import { handingMail } from '../handing-mail.ts';
import { noteById } from './note-view.ts';

/** As many of one side are written to at most. */
const mostTold = 50;

/** Inside the transaction that stores the note. */
export function tellNote(context: Context, lead: Lead, id: number, now: number): Posted[] {
  const { parts, outbox, documents } = context;
  const note = noteById(context, id);
  if (note === null || !parts.settings.mail) return [];
  const question = questionOf(context, note);
  const author = text(note, 'author');
  const { people, catalogue } = documents.all();
  const field = textOrNull(question ?? note, 'field');
  const news = {
    lead,
    people,
    author,
    text: text(note, 'text'),
    question: question === null ? null : text(question, 'text'),
    field: field === null ? null : (catalogue.get(field)?.label ?? field),
    dueAt: numberOrNull(note, 'due_at'),
    timeZone: documents.inForce()?.judge.hours.timeZone ?? 'UTC',
  };
  return readersOf(context, lead, note, question)
    .filter((person) => `person:${person.email}` !== author)
    .slice(0, mostTold)
    .map((person) => {
      const inReplyTo = handingMail(context, lead, person.email);
      const open = `${parts.settings.url}/inbox/${lead.publicId}`;
      return outbox.post(
        {
          type: question === null ? 'note.asked' : 'note.answered',
          channel: 'email',
          destination: null,
          target: person.email,
          lead: lead.id,
          handoff: null,
          submission: null,
          body: () => mailBody(noteNotice({ ...news, inReplyTo, open })),
        },
        now,
      );
    });
}

function questionOf(context: Context, note: Row): Row | null {
  const id = numberOrNull(note, 'question');
  return id === null ? null : first(context.parts.sql, `SELECT * FROM notes WHERE id = ?`, id);
}

function readersOf(context: Context, lead: Lead, note: Row, question: Row | null): readonly Person[] {
  const { people } = context.documents.all();
  if (question === null) return sideOf(people, lead, textOrNull(note, 'side'));
  // Who has asked, and who has spoken since.
  const spoke = context.parts.sql.all(
    `SELECT DISTINCT author FROM notes WHERE id = ? OR question = ?`,
    number(question, 'id'),
    number(question, 'id'),
  );
  return spoke.flatMap((row) => people.get(text(row, 'author').replace(/^person:/, '')) ?? []);
}

function sideOf(people: ReadonlyMap<string, Person>, lead: Lead, side: string | null): readonly Person[] {
  if (side === null) return [];
  const owner = people.get(lead.owner ?? '');
  if (side === 'sales' && owner !== undefined) return [owner];
  return [...people.values()].filter(({ party }) => party === side);
}
