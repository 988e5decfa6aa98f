// A person is away for some days, planned or from now on, and back. Who is away gets no lead by routing; what they have
// stays theirs until somebody hands it on.
import type { Absence, Person } from '@baton/agreement';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { done, invalid, refused, unknown, type HandAnswer } from '../hands/answer.ts';
import { first, number, record } from '../sql.ts';

/** So many a person may have at once. */
const most = 20;

/** @param absence ISO dates, both included */
export function setAway(context: Context, email: string, by: string, absence: Absence): HandAnswer {
  const person = context.documents.all().people.get(email);
  if (person === undefined) return unknown('person');
  if (absence.to < absence.from) return invalid('before_from', 'to');
  const today = dateAt(context, context.parts.now());
  // What is over matters to nobody any more.
  const known = (person.away ?? []).filter(
    ({ from, to }) => to >= today && (from !== absence.from || to !== absence.to),
  );
  if (known.length >= most) return refused('More absences than can be kept: end some first.');
  const away = [...known, absence].toSorted((a, b) => a.from.localeCompare(b.from));
  return store(context, person, by, away);
}

/** Back from today: what runs ended yesterday, and what was planned is not. */
export function endAway(context: Context, email: string, by: string): HandAnswer {
  const person = context.documents.all().people.get(email);
  if (person === undefined) return unknown('person');
  const today = dateAt(context, context.parts.now());
  const yesterday = dayBefore(today);
  const away = (person.away ?? []).flatMap(({ from, to }) => {
    if (to < today) return { from, to };
    return from < today ? { from, to: yesterday } : [];
  });
  return store(context, person, by, away);
}

function store(context: Context, person: Person, by: string, away: readonly Absence[]): HandAnswer {
  const { parts, documents } = context;
  const { email } = person;
  try {
    parts.sql.transaction(() => {
      const row = first(parts.sql, `SELECT document FROM people WHERE email = ?`, email);
      const document = row === null ? {} : record(row, 'document');
      parts.sql.run(
        `UPDATE people SET document = ? WHERE email = ?`,
        JSON.stringify({ ...document, away }),
        email,
      );
      const before = { away: person.away ?? [] };
      recordChange(parts, by, { action: 'person.changed', subject: email, before, after: { away } });
    });
  } finally {
    documents.forget();
  }
  const open = first(
    parts.sql,
    `SELECT count(*) AS count FROM handoffs WHERE owner = ? AND verdict IS NULL AND ended_at IS NULL`,
    email,
  );
  return done({
    person: { email, name: person.name },
    away,
    openHandoffs: open === null ? 0 : number(open, 'count'),
  });
}

/** The day in the agreement's own time zone, as routing reads it. */
function dateAt({ documents }: Context, at: number): string {
  return documents.inForce()?.judge.hours.localDay(at).date ?? new Date(at).toISOString().slice(0, 10);
}

/** By the calendar alone: an instant of the day before is another day's in some zones. */
function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 24 * 60 * 60_000).toISOString().slice(0, 10);
}
