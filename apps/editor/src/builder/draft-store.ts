// The draft that is worked on, what of it is selected, and the way back. Edits that go on with the same thing, as
// typing a label does, are undone at once.
import { temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FormDraft } from '../draft/form-draft.ts';
import { nothing, stillThere, type Selection } from './selection.ts';

/** What was typed within this time at the same place is one step back. */
const groupMs = 1500;
const mostSteps = 200;

export type DraftState = {
  readonly draft: FormDraft;
  readonly selection: Selection;
};

export type DraftStore = {
  readonly state: StoreApi<DraftState>;
  /** Changes the draft. Edits with the same `group` soon after each other are one step back. */
  readonly edit: (change: (draft: FormDraft) => FormDraft, group?: string) => void;
  readonly select: (selection: Selection) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The draft with what others did to it: there is no way back behind that. */
  readonly receive: (draft: FormDraft) => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Told after each change of what can be undone. */
  readonly onHistory: (tell: () => void) => () => void;
};

/** @param now ms; only their differences are read */
export function createDraftStore(draft: FormDraft, now: () => number): DraftStore {
  const state = createStore<DraftState>()(
    temporal((): DraftState => ({ draft, selection: nothing }), {
      partialize: ({ draft }) => ({ draft }),
      equality: (one, other) => one.draft === other.draft,
      limit: mostSteps,
    }),
  );
  const { temporal: history } = state;
  let last: { readonly group: string; readonly at: number } | null = null;
  const put = (next: FormDraft): void =>
    state.setState(({ selection }) => ({ draft: next, selection: stillThere(selection, next) }));
  const step = (move: () => void): void => {
    last = null;
    move();
    put(state.getState().draft);
  };
  return {
    state,
    edit(change, group) {
      const next = change(state.getState().draft);
      if (next === state.getState().draft) return;
      const at = now();
      const joins = group !== undefined && last?.group === group && at - last.at < groupMs;
      last = group === undefined ? null : { group, at };
      if (joins) history.getState().pause();
      put(next);
      history.getState().resume();
    },
    select: (selection) => state.setState({ selection }),
    undo: () => step(() => history.getState().undo()),
    redo: () => step(() => history.getState().redo()),
    receive(next) {
      last = null;
      put(next);
      history.getState().clear();
    },
    canUndo: () => history.getState().pastStates.length > 0,
    canRedo: () => history.getState().futureStates.length > 0,
    onHistory: (tell) => history.subscribe(tell),
  };
}
