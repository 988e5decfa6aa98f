// Submissions that were put aside, looked at by a person: released into the flow as they came and when they came, judged
// and handed over now; or confirmed, and kept. A release teaches the list; a confirmed one may still be released.
import { accept, addressOf } from '../accept.ts';
import type { Context } from '../context.ts';
import { recordChange } from '../audit.ts';
import { heldOf } from '../held.ts';
import { first, isRecord, number, record, text, textOrNull, type Row } from '../sql.ts';
import { trust } from '../trusted.ts';
import { judgeRow } from '../judge-unagreed.ts';
import { visitorByToken } from '../visitors.ts';
import { done, refused, unknown, type HandAnswer } from './answer.ts';

export function releaseSubmission(context: Context, id: string, by: string): HandAnswer {
  const { parts, documents, outbox } = context;
  const row = submissionRow(context, id);
  if (row === null) return unknown('submission');
  if (textOrNull(row, 'state') !== 'quarantined') return refused('Only what was put aside can be released.');
  const published = documents.published(text(row, 'form'), number(row, 'version'));
  if (published === null) throw new Error('A submission without its form.');
  const held = heldOf(textOrNull(row, 'held'));
  const { facts, ...journal } = record(row, 'visit');
  const answers = JSON.parse(text(row, 'answers'));
  const address = textOrNull(row, 'address') ?? addressOf(context, published, answers, null);
  // Of what was put aside before its address was kept, only what told one itself has one.
  if (address === null) return refused('It does not tell whose it is.');
  const suspicion = row['why'] === null ? {} : record(row, 'why');
  const reasons = Array.isArray(suspicion['reasons']) ? suspicion['reasons'] : [];
  const taken = parts.sql.transaction(() => {
    const now = parts.now();
    const arrival = {
      form: published.form.id,
      secret: text(row, 'secret'),
      version: number(row, 'version'),
      final: true,
      answers,
      visitor: null,
      visit: isRecord(facts) ? facts : {},
      journal,
      behaviours: held.behaviours,
      language: held.language,
      trapped: false,
      elapsed: null,
      proof: null,
      turnstile: null,
      block: null,
      origin: null,
    };
    const consented = { answers, consent: null, told: held.told };
    const known = { id: number(row, 'id'), reply: text(row, 'reply') };
    const kept = { reply: known.reply, token: text(row, 'visitor'), at: number(row, 'at'), address };
    const nothing = { reasons: [], unchecked: [] };
    const visitor = visitorByToken(context, kept.token);
    const accepted = accept(context, arrival, published, consented, visitor, nothing, known, kept);
    parts.sql.run(
      `UPDATE submissions SET why = ?, consent = ?, held = NULL, looked = 'released', looked_at = ?, looked_by = ?
       WHERE id = ?`,
      textOrNull(row, 'why'),
      textOrNull(row, 'consent'),
      now,
      by,
      known.id,
    );
    const sender = { email: address, block: held.block };
    trust(context, sender, reasons, { submission: id, author: by });
    recordChange(parts, by, { action: 'submission.released', subject: id });
    return accepted;
  });
  if (taken.posted.length > 0) parts.later(outbox.dispatch(taken.posted));
  return done(standing(context, id));
}

/** It is what it was taken for. It stays where it is, and is no work for anybody any more. */
export function confirmSubmission(context: Context, id: string, by: string): HandAnswer {
  const { parts } = context;
  const row = submissionRow(context, id);
  if (row === null) return unknown('submission');
  if (textOrNull(row, 'state') !== 'quarantined') return refused('Only what was put aside can be confirmed.');
  parts.sql.transaction(() => {
    parts.sql.run(
      `UPDATE submissions SET looked = 'confirmed', looked_at = ?, looked_by = ? WHERE public_id = ?`,
      parts.now(),
      by,
      id,
    );
    recordChange(parts, by, { action: 'submission.confirmed', subject: id });
  });
  return done(standing(context, id));
}

/** A submission whose judgement failed, or waited for an agreement, is judged now. */
export function judgeAgain(context: Context, id: string): HandAnswer {
  const { parts, outbox } = context;
  const row = submissionRow(context, id);
  if (row === null) return unknown('submission');
  const state = textOrNull(row, 'state');
  if (state !== 'failed' && state !== 'unagreed') {
    return refused('Only what failed, or waits for an agreement, can be judged again.');
  }
  const posted = parts.sql.transaction(() => judgeRow(context, row, parts.now()));
  if (posted.length > 0) parts.later(outbox.dispatch(posted));
  return done(standing(context, id));
}

function submissionRow({ parts }: Context, id: string): Row | null {
  return first(parts.sql, `SELECT * FROM submissions WHERE public_id = ? AND final = 1`, id);
}

/** What became of it. */
function standing({ parts }: Context, id: string): object {
  const row = first(
    parts.sql,
    `SELECT s.state, s.looked, l.public_id AS lead FROM submissions s LEFT JOIN leads l ON l.id = s.lead
     WHERE s.public_id = ?`,
    id,
  );
  if (row === null) throw new Error('A submission is gone.');
  return {
    submission: id,
    state: text(row, 'state'),
    looked: textOrNull(row, 'looked'),
    lead: textOrNull(row, 'lead'),
  };
}
