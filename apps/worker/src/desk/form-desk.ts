// The Desk's side of the editor: forms as they are worked on and as they were published, as the API shows them.
import { iso } from './instants.ts';
import { formChanges } from '@baton/form/changes';
import type { Issue } from '@baton/rules';
import type { Context } from './context.ts';
import { readDraft, savedDraft, type Drafted } from './drafted-version.ts';
import { draftOf, dropDraft, saveDraft, type CheckedDraft, type Saved } from './drafts.ts';
import { formNumbers, numbersOf } from './form-numbers.ts';
import { allowSiteCheck, type AllowedCheck } from './site-checks.ts';
import { cancel, type Scheduled } from './schedule.ts';
import { tryForm, type Trying } from './try-form.ts';
import { listForms, publishDraft, versionDocument, versionsOf, type Publishing } from './publish.ts';

/** The days that a list of forms tells numbers of. */
const listedDays = 30;

/** JSON as it is answered, or why there is none. */
export type DraftAnswer =
  | { readonly kind: 'saved' | 'overtaken'; readonly text: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

export type PublishAnswer =
  | { readonly kind: 'published' | 'overtaken'; readonly text: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

export type TryAnswer =
  | { readonly kind: 'tried'; readonly text: string }
  | Exclude<Drafted, { kind: 'version' }>;

/** What is tried: this document, or what is saved at this revision, or whatever is saved. */
export type Tryable = { readonly document: unknown; readonly revision: number | null };

export class FormDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  list(): string {
    const forms = listForms(this.#context).map(({ publishedAt, draft, ...form }) => ({
      ...form,
      publishedAt: iso(publishedAt),
      draft:
        draft === null ? null : { ...draft, at: iso(draft.at), scheduled: scheduledView(draft.scheduled) },
      numbers: numbersOf(this.#context, form.id, listedDays),
    }));
    return JSON.stringify({ forms });
  }

  /** Today and the days before. Null when there is no such form; so it is with all that follows. */
  numbers(form: string, days: number): string | null {
    const numbers = formNumbers(this.#context, form, days);
    return numbers === null ? null : JSON.stringify(numbers);
  }

  draft(form: string): string | null {
    const draft = draftOf(this.#context, form);
    return draft === null ? null : draftText(draft);
  }

  saveDraft(
    form: string,
    revision: number | null,
    document: unknown,
    author: string,
    base?: number | null,
  ): DraftAnswer {
    return draftAnswer(saveDraft(this.#context, form, revision, document, author, base));
  }

  /** What is worked on, as visitors would meet it. */
  drafted(form: string, revision: number | null): Drafted | null {
    return savedDraft(this.#context, form, revision);
  }

  /** What would become of a submission now. */
  tryOut(form: string, { document, revision }: Tryable, trying: Trying): TryAnswer | null {
    const drafted =
      document === undefined
        ? savedDraft(this.#context, form, revision)
        : readDraft(this.#context, document, this.#nextVersion(form));
    if (drafted === null || drafted.kind === 'overtaken') return drafted;
    const within = (issues: readonly Issue[]): TryAnswer => ({
      kind: 'invalid',
      issues: issues.map((issue) => ({ ...issue, path: ['document', ...issue.path] })),
    });
    if (drafted.kind === 'invalid') return within(drafted.issues);
    const { version } = drafted;
    if (version.form.id !== form) return within([{ code: 'bad_id', path: ['id'] }]);
    return { kind: 'tried', text: JSON.stringify(tryForm(this.#context, version, trying)) };
  }

  allowSiteCheck(form: string): AllowedCheck | null {
    return allowSiteCheck(this.#context, form);
  }

  #nextVersion(form: string): number {
    return (this.#context.documents.published(form)?.version ?? 0) + 1;
  }

  dropDraft(form: string, author: string): boolean {
    return dropDraft(this.#context, form, author);
  }

  publish(form: string, asked: Publishing): PublishAnswer | null {
    const published = publishDraft(this.#context, form, asked);
    if (published === null) return null;
    switch (published.kind) {
      case 'published':
      case 'unchanged': {
        const { version } = published;
        const warnings = published.kind === 'published' ? published.warnings : [];
        const changed = published.kind === 'published';
        return { kind: 'published', text: JSON.stringify({ version, changed, scheduled: null, warnings }) };
      }
      case 'planned': {
        const { version, warnings } = published;
        const scheduled = scheduledView(published.scheduled);
        return { kind: 'published', text: JSON.stringify({ version, changed: false, scheduled, warnings }) };
      }
      case 'overtaken':
        return { kind: 'overtaken', text: draftText(published.draft) };
      case 'warned':
        return { kind: 'invalid', issues: published.warnings };
      case 'invalid':
        return published;
    }
  }

  /** Takes back what is planned. False where nothing is. */
  cancelSchedule(form: string, author: string): boolean {
    return cancel(this.#context, form, author);
  }

  versions(form: string): string | null {
    const versions = versionsOf(this.#context, form)?.map((line) => ({ ...line, at: iso(line.at) }));
    return versions === undefined ? null : JSON.stringify({ versions });
  }

  version(form: string, version: number): string | null {
    const document = versionDocument(this.#context, form, version);
    return document === null ? null : JSON.stringify({ version, document });
  }

  /**
   * What differs between two versions, or between one and what is worked on.
   * @param to null: the draft
   */
  compare(form: string, from: number, to: number | null): string | null {
    const before = versionDocument(this.#context, form, from);
    const after =
      to === null ? draftOf(this.#context, form)?.document : versionDocument(this.#context, form, to);
    if (before === null || after === null || after === undefined) return null;
    return JSON.stringify({ changes: formChanges(before, after) });
  }

  /** Makes a draft of an earlier version. */
  restore(form: string, version: number, revision: number, author: string): DraftAnswer | null {
    const document = versionDocument(this.#context, form, version);
    if (document === null) return null;
    return draftAnswer(saveDraft(this.#context, form, revision, document, author));
  }
}

function draftAnswer(saved: Saved): DraftAnswer {
  if (saved.kind === 'invalid') return saved;
  const unscheduled = saved.kind === 'saved' ? saved.unscheduled : null;
  return { kind: saved.kind, text: draftText(saved.draft, unscheduled) };
}

function draftText({ at, scheduled, ...draft }: CheckedDraft, unscheduled: Scheduled | null = null): string {
  return JSON.stringify({
    ...draft,
    at: iso(at),
    scheduled: scheduledView(scheduled),
    ...(unscheduled === null ? {} : { unscheduled: scheduledView(unscheduled) }),
  });
}

function scheduledView(scheduled: Scheduled | null): object | null {
  return scheduled === null ? null : { ...scheduled, at: iso(scheduled.at) };
}
