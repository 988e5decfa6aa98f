// What a submission was answered, for the page that a visitor without a script is led to. It is found by its public
// id, which only those know who sent it or were told of it.
import type { Answers } from '@baton/form';
import * as z from 'zod';
import type { Context } from './context.ts';
import type { PublishedVersion } from './published-version.ts';
import { first, number, text } from './sql.ts';
import { answersOf } from './store-submission.ts';

const replySchema = z.object({ outcome: z.object({ id: z.string() }) });

export type Sent = {
  /** The version that was answered. */
  readonly published: PublishedVersion;
  /** The outcome's id. */
  readonly outcome: string;
  readonly answers: Answers;
};

/** Null when the form has no such submission. */
export function sentOf({ parts, documents }: Context, form: string, publicId: string): Sent | null {
  const row = first(
    parts.sql,
    `SELECT version, reply FROM submissions WHERE public_id = ? AND form = ? AND final = 1`,
    publicId,
    form,
  );
  const published = row && documents.published(form, number(row, 'version'));
  if (row === null || published === null) return null;
  const { outcome } = replySchema.parse(JSON.parse(text(row, 'reply')));
  return { published, outcome: outcome.id, answers: answersOf(parts.sql, publicId) };
}
