// A draft becomes the form's next version. Versions are numbered and never change: what was filled in under one is
// read by it for good. Refuses a draft with errors, one that others have saved since, and, unless told, warnings.
import { canonicalJson } from '@baton/agreement';
import { parseForm } from '@baton/form/document';
import type { Issue } from '@baton/rules';
import { isRecord } from '@baton/schema';
import type { Context } from './context.ts';
import { recordChange } from './audit.ts';
import { draftOf, type CheckedDraft } from './drafts.ts';
import { formContextOf, storeVersion } from './import-forms.ts';
import { plan, scheduledIn, setAlarm, type Scheduled } from './schedule.ts';
import { sha256 } from './sha256.ts';
import { first, number, numberOrNull, text, textOrNull } from './sql.ts';

/** A year and a day, ms. */
const farthest = 366 * 86_400_000;

export type Publishing = {
  /** The revision that was looked at. */
  readonly revision: number;
  readonly note: string | null;
  /** Warnings have been read. */
  readonly accepted: boolean;
  readonly author: string;
  /** Epoch ms; null: now. */
  readonly at: number | null;
};

export type Published =
  | { readonly kind: 'published'; readonly version: number; readonly warnings: readonly Issue[] }
  | { readonly kind: 'unchanged'; readonly version: number }
  /** It becomes a version by itself at its hour; `version` is the one until then, 0 for none. */
  | {
      readonly kind: 'planned';
      readonly version: number;
      readonly scheduled: Scheduled;
      readonly warnings: readonly Issue[];
    }
  | { readonly kind: 'overtaken'; readonly draft: CheckedDraft }
  | { readonly kind: 'warned'; readonly warnings: readonly Issue[] }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/** Null when there is no such form. */
export function publishDraft(context: Context, form: string, asked: Publishing): Published | null {
  const { parts, documents } = context;
  const unsound = asked.at === null ? null : unsoundHour(asked.at, parts.now());
  if (unsound !== null) return { kind: 'invalid', issues: [{ code: unsound, path: ['at'] }] };
  return parts.sql.transaction((): Published | null => {
    const draft = draftOf(context, form);
    if (draft === null) return null;
    if (draft.revision !== asked.revision) return { kind: 'overtaken', draft };
    if (draft.revision === 0) return { kind: 'unchanged', version: draft.base ?? 0 };
    const within = (issue: Issue): Issue => ({ ...issue, path: ['document', ...issue.path] });
    if (draft.issues.length > 0) return { kind: 'invalid', issues: draft.issues.map(within) };
    const warnings = draft.warnings.map(within);
    if (warnings.length > 0 && !asked.accepted) return { kind: 'warned', warnings };
    if (asked.at !== null) {
      const scheduled = { at: asked.at, by: asked.author, revision: draft.revision, note: asked.note };
      plan(context, form, scheduled, asked.accepted);
      return { kind: 'planned', version: draft.base ?? 0, scheduled, warnings };
    }
    const around = formContextOf(documents.standing()?.value ?? null);
    const parsed = parseForm(draft.document, { catalogue: documents.all().catalogue, ...around });
    if (!parsed.ok) throw new Error('A draft without issues does not parse.');
    const now = parts.now();
    const version = storeVersion(parts, documents, {
      value: parsed.value,
      source: draft.document,
      hash: sha256(canonicalJson(draft.document)),
      around,
      note: asked.note,
      author: asked.author,
      now,
    });
    parts.sql.run(`DELETE FROM drafts WHERE form = ?`, form);
    if (draft.scheduled !== null) setAlarm(context);
    recordChange(parts, asked.author, {
      action: 'form.published',
      subject: form,
      ...(draft.base === null ? {} : { before: { version: draft.base } }),
      after: { version, note: asked.note },
    });
    documents.forget();
    return { kind: 'published', version, warnings };
  });
}

/** A plan is for a time to come that somebody may still remember. */
function unsoundHour(at: number, now: number): 'not_in_future' | 'too_far' | null {
  if (at <= now) return 'not_in_future';
  return at > now + farthest ? 'too_far' : null;
}

export type VersionLine = {
  readonly version: number;
  readonly at: number;
  readonly author: string | null;
  readonly note: string | null;
  readonly current: boolean;
};

/** A form's versions, the latest first; null when it was never published. */
export function versionsOf({ parts }: Context, form: string): readonly VersionLine[] | null {
  const current = first(parts.sql, `SELECT version FROM forms WHERE id = ?`, form);
  if (current === null) return null;
  return parts.sql
    .all(`SELECT version, at, author, note FROM form_versions WHERE form = ? ORDER BY version DESC`, form)
    .map((row) => ({
      version: number(row, 'version'),
      at: number(row, 'at'),
      author: textOrNull(row, 'author'),
      note: textOrNull(row, 'note'),
      current: number(row, 'version') === number(current, 'version'),
    }));
}

/** A version's document as it was published; null when there is none. */
export function versionDocument({ parts }: Context, form: string, version: number): unknown {
  const row = first(
    parts.sql,
    `SELECT document FROM form_versions WHERE form = ? AND version = ?`,
    form,
    version,
  );
  return row === null ? null : JSON.parse(text(row, 'document'));
}

export type FormLine = {
  readonly id: string;
  readonly name: string;
  /** Null: it was never published. */
  readonly version: number | null;
  readonly publishedAt: number | null;
  /** What is worked on, if anything. */
  readonly draft: {
    readonly revision: number;
    readonly at: number;
    readonly author: string;
    readonly scheduled: Scheduled | null;
  } | null;
};

/** Every form, published or not yet, in the order in which they came. */
export function listForms({ parts }: Context): readonly FormLine[] {
  const rows = parts.sql.all(
    `SELECT f.id, f.position, f.version, v.document AS published, v.at AS published_at,
       d.document AS drafted, d.revision, d.at, d.author, d.publish_at, d.publish_by, d.publish_note
     FROM forms f JOIN form_versions v ON v.form = f.id AND v.version = f.version
     LEFT JOIN drafts d ON d.form = f.id
     UNION ALL
     SELECT d.form, 1e9 + d.at, NULL, NULL, NULL, d.document, d.revision, d.at, d.author,
       d.publish_at, d.publish_by, d.publish_note
     FROM drafts d WHERE d.form NOT IN (SELECT id FROM forms) ORDER BY 2`,
  );
  return rows.map((row) => ({
    id: text(row, 'id'),
    name: nameIn(textOrNull(row, 'drafted') ?? text(row, 'published')) ?? text(row, 'id'),
    version: numberOrNull(row, 'version'),
    publishedAt: numberOrNull(row, 'published_at'),
    draft:
      row['revision'] === null
        ? null
        : {
            revision: number(row, 'revision'),
            at: number(row, 'at'),
            author: text(row, 'author'),
            scheduled: scheduledIn(row),
          },
  }));
}

function nameIn(document: string): string | null {
  const value: unknown = JSON.parse(document);
  const name = isRecord(value) ? value['name'] : null;
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}
