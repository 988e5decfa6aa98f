// The form that somebody is still working on: one draft a form, saved as it comes, right or not. Whoever saves says
// which state they began from, so that nobody's work is replaced without a word.
import { parseForm } from '@baton/form/document';
import { isRecord } from '@baton/schema';
import type { Issue } from '@baton/rules';
import { recordChange } from './audit.ts';
import type { Context } from './context.ts';
import { findingsOf } from './form-findings.ts';
import { formContextOf } from './import-forms.ts';
import { scheduledIn, unplanned, type Scheduled } from './schedule.ts';
import { first, number, numberOrNull, text } from './sql.ts';

/** Characters of JSON that one draft may take. */
const mostCharacters = 1_000_000;

const hour = 60 * 60_000;

type Draft = {
  /** Counts each time the form is saved, for good; 0: nothing was changed since the version it began from. */
  readonly revision: number;
  /** The version it began from; null: the form was never published. */
  readonly base: number | null;
  readonly document: unknown;
  /** Epoch ms; null at revision 0. */
  readonly at: number | null;
  readonly author: string | null;
  /** When it becomes a version by itself. */
  readonly scheduled: Scheduled | null;
};

/** A draft with what keeps it from being published, and what is worth a second look. */
export type CheckedDraft = Draft & {
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
};

export type Saved =
  /** `unscheduled`: what was planned with the draft as it was, and is not any more. */
  | { readonly kind: 'saved'; readonly draft: CheckedDraft; readonly unscheduled: Scheduled | null }
  /** Somebody else has saved since then: this is what stands. */
  | { readonly kind: 'overtaken'; readonly draft: CheckedDraft }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/** What is worked on, or the form as it is published; null when there is neither. */
export function draftOf(context: Context, form: string): CheckedDraft | null {
  const draft = uncheckedDraft(context, form);
  return draft === null ? null : checked(context, draft);
}

/** The same without a word on it. */
export function uncheckedDraft(context: Context, form: string): Draft | null {
  return storedDraft(context, form) ?? publishedDraft(context, form);
}

/**
 * Saves a draft, of a new form as well.
 * @param revision what it was when the writer read it; null for a form that is to be new
 * @param base the version that it began from then; undefined: the writer does not say
 */
export function saveDraft(
  context: Context,
  form: string,
  revision: number | null,
  document: unknown,
  author: string,
  base?: number | null,
): Saved {
  const issues = unsavable(form, document);
  if (issues.length > 0) return { kind: 'invalid', issues };
  const { parts } = context;
  return parts.sql.transaction((): Saved => {
    const current = uncheckedDraft(context, form);
    const isOvertaken = base !== undefined && current !== null && current.base !== base;
    if ((current?.revision ?? null) !== revision || isOvertaken) {
      if (current !== null) return { kind: 'overtaken', draft: checked(context, current) };
      return { kind: 'invalid', issues: [{ code: 'unknown_id', path: ['revision'] }] };
    }
    const next: Draft = {
      revision: nextRevision(context, form),
      base: current?.base ?? null,
      document,
      at: parts.now(),
      author,
      scheduled: null,
    };
    parts.sql.run(
      `INSERT INTO drafts (form, revision, base, document, at, author) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (form) DO UPDATE SET revision = excluded.revision, base = excluded.base,
         document = excluded.document, at = excluded.at, author = excluded.author, publish_at = NULL,
         publish_by = NULL, publish_note = NULL, publish_accepted = NULL`,
      form,
      next.revision,
      next.base,
      JSON.stringify(document),
      next.at,
      author,
    );
    noteSave(context, form, current?.revision ?? null, next.revision, author);
    const unscheduled = current?.scheduled ?? null;
    if (unscheduled !== null) unplanned(context, form, unscheduled, author);
    return { kind: 'saved', draft: checked(context, next), unscheduled };
  });
}

/** One that no draft of the form ever had: whoever still holds an older draft is told so, whatever was published since. */
function nextRevision({ parts: { sql } }: Context, form: string): number {
  sql.run(
    `INSERT INTO draft_counts (form, revision) VALUES (?, 1)
     ON CONFLICT (form) DO UPDATE SET revision = revision + 1`,
    form,
  );
  const row = first(sql, `SELECT revision FROM draft_counts WHERE form = ?`, form);
  if (row === null) throw new Error('A draft was counted and is not there.');
  return number(row, 'revision');
}

/** Drops what was changed since the last version. False when there is nothing to drop. */
export function dropDraft(context: Context, form: string, author: string): boolean {
  const { sql } = context.parts;
  return sql.transaction(() => {
    const stored = storedDraft(context, form);
    if (stored === null) return false;
    sql.run(`DELETE FROM drafts WHERE form = ?`, form);
    const { revision } = stored;
    recordChange(context.parts, author, { action: 'draft.dropped', subject: form, before: { revision } });
    if (stored.scheduled !== null) unplanned(context, form, stored.scheduled, author);
    return true;
  });
}

/** One line an hour for each author: a draft is saved as it is typed. */
function noteSave(
  { parts }: Context,
  form: string,
  before: number | null,
  revision: number,
  author: string,
): void {
  const noted = first(
    parts.sql,
    `SELECT 1 FROM audit WHERE action = 'draft.saved' AND subject = ? AND author = ? AND at > ? LIMIT 1`,
    form,
    author,
    parts.now() - hour,
  );
  if (noted !== null) return;
  recordChange(parts, author, {
    action: 'draft.saved',
    subject: form,
    ...(before === null ? {} : { before: { revision: before } }),
    after: { revision },
  });
}

function storedDraft({ parts }: Context, form: string): Draft | null {
  const row = first(parts.sql, `SELECT * FROM drafts WHERE form = ?`, form);
  if (row === null) return null;
  return {
    revision: number(row, 'revision'),
    base: numberOrNull(row, 'base'),
    document: JSON.parse(text(row, 'document')),
    at: number(row, 'at'),
    author: text(row, 'author'),
    scheduled: scheduledIn(row),
  };
}

function publishedDraft({ parts }: Context, form: string): Draft | null {
  const row = first(
    parts.sql,
    `SELECT v.version, v.document FROM forms f JOIN form_versions v ON v.form = f.id AND v.version = f.version
     WHERE f.id = ?`,
    form,
  );
  if (row === null) return null;
  const document: unknown = JSON.parse(text(row, 'document'));
  return { revision: 0, base: number(row, 'version'), document, at: null, author: null, scheduled: null };
}

function unsavable(form: string, document: unknown): readonly Issue[] {
  if (!isRecord(document))
    return [{ code: 'wrong_type', path: ['document'], params: { expected: 'object' } }];
  if (document['id'] !== form) return [{ code: 'bad_id', path: ['document', 'id'] }];
  const { length } = JSON.stringify(document);
  return length > mostCharacters
    ? [{ code: 'too_long', path: ['document'], params: { max: mostCharacters } }]
    : [];
}

/** The draft as publishing it now would judge it. */
function checked({ documents }: Context, draft: Draft): CheckedDraft {
  const { catalogue } = documents.all();
  const agreement = documents.standing()?.value ?? null;
  const parsed = parseForm(draft.document, { catalogue, ...formContextOf(agreement) });
  if (!parsed.ok) return { ...draft, issues: parsed.issues, warnings: parsed.warnings };
  const { errors, warnings } = findingsOf(parsed.value, catalogue, agreement);
  return { ...draft, issues: errors, warnings: [...parsed.warnings, ...warnings] };
}
