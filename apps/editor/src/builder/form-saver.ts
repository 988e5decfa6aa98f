// What saves a form's draft, and what the worker last said of it.
import type { Draft, Issue } from '@baton/worker/api-types';
import { readDraft, type FormDraft } from '../draft/form-draft.ts';
import { mergeDrafts } from '../draft/merge-drafts.ts';
import { DraftSaver, type Saving } from '../saving/draft-saver.ts';

/** What the worker last said of the draft. */
export type Judged = {
  readonly revision: number;
  /** What it spoke of: paths lead into this one, whatever was changed since. */
  readonly document: FormDraft | null;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** The version that the draft began from; null: it was never published. */
  readonly base: number | null;
  /** When it becomes a version by itself. */
  readonly scheduled: Draft['scheduled'];
};

export type FormSaver = DraftSaver<FormDraft, Draft, Judged>;

type FormSaving = Omit<Saving<FormDraft, Draft, Judged>, 'parse' | 'merge' | 'judge' | 'saved'> & {
  /** It was to be published at an hour, and is not any more: what was planned was another draft. */
  readonly unplanned: () => void;
};

/** @param saved the draft's document, which the editor can show */
export function createFormSaver({ unplanned, ...saving }: FormSaving, saved: FormDraft): FormSaver {
  const more = {
    parse: readDraft,
    merge: mergeDrafts,
    judge: judgedOf,
    saved: ({ unscheduled }: Draft) => {
      if (unscheduled !== undefined) unplanned();
    },
  };
  return new DraftSaver({ ...saving, ...more }, saved);
}

function judgedOf({ revision, document, issues, warnings, base, scheduled }: Draft): Judged {
  return { revision, document: readDraft(document), issues, warnings, base, scheduled };
}
