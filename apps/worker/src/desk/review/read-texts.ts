// What people wrote, read from storage some leads at a time: answers to free questions, notes, and the notes of
// rejections. What a browser can fill in by itself, such as a name, is nobody's question; what is sensitive stays where it is.
import { completion, languagesOf } from '@baton/page/render';
import { createTexts, stopWordsOf, type GivenText, type Texts, type TextsMaker } from '@baton/review';
import type { Field } from '@baton/form';
import type { Context } from '../context.ts';
import { first, number, record, text, type Row, type Sql } from '../sql.ts';

/** Leads that one step reads. */
const stride = 200;
/** One line says a name or a place; a question has more words. */
const leastWords = 3;

export class TextsReading {
  readonly #context: Context;
  readonly #maker: TextsMaker;
  #after: number | null = 0;

  constructor(context: Context) {
    this.#context = context;
    this.#maker = createTexts(stopWordsOf(spokenIn(context)));
  }

  /** Reads the next leads; false when there is nothing left to do. */
  step(): boolean {
    if (this.#after === null) return this.#maker.step();
    const { sql } = this.#context.parts;
    const leads = sql.all(`SELECT id FROM leads WHERE id > ? ORDER BY id LIMIT ?`, this.#after, stride);
    const last = leads.at(-1);
    if (last === undefined) {
      this.#after = null;
      return this.#maker.step();
    }
    const byLead = this.#textsBetween(this.#after, number(last, 'id'));
    for (const lead of [...byLead.keys()].toSorted((one, other) => one - other))
      this.#maker.add(lead, byLead.get(lead) ?? []);
    this.#after = number(last, 'id');
    return true;
  }

  texts(): Texts {
    return this.#maker.done();
  }

  #textsBetween(after: number, last: number): Map<number, GivenText[]> {
    const { sql } = this.#context.parts;
    const found = new Map<number, GivenText[]>();
    const put = (row: Row, given: Omit<GivenText, 'row' | 'at'>): void => {
      const lead = number(row, 'lead');
      const known = found.get(lead) ?? [];
      found.set(lead, known);
      known.push({ ...given, row: number(row, 'id'), at: number(row, 'at') });
    };
    const rows = (statement: string): Row[] => sql.all(statement, after, last);
    for (const row of rows(
      `SELECT id, lead, form, version, answers, at FROM submissions WHERE lead > ? AND lead <= ? AND final = 1`,
    )) {
      const fields = this.#context.documents.published(text(row, 'form'), number(row, 'version'))?.form.steps;
      const answers = record(row, 'answers');
      for (const field of (fields ?? []).flatMap((step) => step.fields)) {
        const answer = answers[field.id];
        if (typeof answer === 'string' && isQuestion(field, answer))
          put(row, { kind: 'answer', field: field.id, text: answer });
      }
    }
    for (const row of rows(`SELECT id, lead, text, at FROM notes WHERE lead > ? AND lead <= ?`))
      put(row, { kind: 'note', field: null, text: text(row, 'text') });
    for (const row of rows(
      `SELECT id, lead, note, verdict_at AS at FROM handoffs
       WHERE lead > ? AND lead <= ? AND verdict = 'rejected' AND note IS NOT NULL`,
    ))
      put(row, { kind: 'rejection', field: null, text: text(row, 'note') });
    return found;
  }
}

/** The text as it stands now, and whom it is from or about; null where it is gone. */
export function textAt(
  sql: Sql,
  texts: Texts,
  place: number,
): { readonly text: string; readonly lead: string } | null {
  const row = texts.row[place] ?? 0;
  const lead = first(sql, `SELECT public_id FROM leads WHERE id = ?`, texts.lead[place] ?? 0);
  const kept = first(sql, statements[texts.kind[place] ?? 0] ?? '', row);
  if (lead === null || kept === null) return null;
  const field = texts.fields[texts.field[place] ?? 0] ?? '';
  const found = field === '' ? kept['text'] : record(kept, 'text')[field];
  return typeof found === 'string' ? { text: found, lead: text(lead, 'public_id') } : null;
}

/** By kind, in its order. */
const statements = [
  `SELECT answers AS text FROM submissions WHERE id = ?`,
  `SELECT text FROM notes WHERE id = ?`,
  `SELECT note AS text FROM handoffs WHERE id = ?`,
];

function isQuestion(field: Field, answer: string): boolean {
  if (field.sensitive === true) return false;
  if (field.kind === 'textarea') return true;
  return (
    field.kind === 'text' &&
    completion(field) === undefined &&
    answer.trim().split(/\s+/u).length >= leastWords
  );
}

/** What the forms speak, and English, which notes are often in. */
function spokenIn({ parts, documents }: Context): ReadonlySet<string> {
  const forms = parts.sql.all(`SELECT id FROM forms`).flatMap((row) => {
    const form = documents.published(text(row, 'id'))?.form;
    return form === undefined ? [] : languagesOf(form);
  });
  return new Set(['en', ...forms]);
}
