// The store of a form's draft, and of what of the form is looked at.
import type { FormDraft } from '../draft/form-draft.ts';
import { createDraftStore, type DraftState, type DraftStore } from '../saving/draft-store.ts';
import { watchParts, type PartWatch } from '../saving/part-watch.ts';
import { changedParts } from './changed-parts.ts';
import { nothing, stillThere, type Selection } from './selection.ts';

export type FormState = DraftState<FormDraft, Selection>;

export type FormStore = DraftStore<FormDraft, Selection> & {
  /** Tells of one field or step, or of whether it is selected: a form may have hundreds. */
  readonly onPart: PartWatch;
};

/** @param now ms; only their differences are read */
export function createFormStore(draft: FormDraft, now: () => number): FormStore {
  const store = createDraftStore({ draft, selection: nothing, stillThere, now });
  return { ...store, onPart: watchParts(store.state, changedParts) };
}
