// The store of a form's draft, and of what of the form is looked at.
import type { FormDraft } from '../draft/form-draft.ts';
import { createDraftStore, type DraftState, type DraftStore } from '../saving/draft-store.ts';
import { nothing, stillThere, type Selection } from './selection.ts';

export type FormState = DraftState<FormDraft, Selection>;
export type FormStore = DraftStore<FormDraft, Selection>;

/** @param now ms; only their differences are read */
export function createFormStore(draft: FormDraft, now: () => number): FormStore {
  return createDraftStore({ draft, selection: nothing, stillThere, now });
}
