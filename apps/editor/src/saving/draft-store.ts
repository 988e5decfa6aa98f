// The draft that is worked on, what of it is selected, and the way back. Edits that go on with the same thing, as
// typing a label does, are undone at once.
import { temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What was typed within this time at the same place is one step back. */
const groupMs = 1500;
const mostSteps = 200;

/** `D`: the document; `S`: what of it is looked at. */
export type DraftState<D, S> = {
  readonly draft: D;
  readonly selection: S;
};

type Opening<D, S> = {
  readonly draft: D;
  readonly selection: S;
  /** What is left of a selection where parts are gone. */
  readonly stillThere: (selection: S, draft: D) => S;
  /** ms; only their differences are read. */
  readonly now: () => number;
};

export type DraftStore<D, S> = {
  readonly state: StoreApi<DraftState<D, S>>;
  /** Changes the draft. Edits with the same `group` soon after each other are one step back. */
  readonly edit: (change: (draft: D) => D, group?: string) => void;
  readonly select: (selection: S) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The draft with what others did to it: there is no way back behind that. */
  readonly receive: (draft: D) => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Told after each change of what can be undone. */
  readonly onHistory: (tell: () => void) => () => void;
};

export function createDraftStore<D, S>({
  draft,
  selection: begun,
  stillThere,
  now,
}: Opening<D, S>): DraftStore<D, S> {
  const state = createStore<DraftState<D, S>>()(
    temporal((): DraftState<D, S> => ({ draft, selection: begun }), {
      partialize: ({ draft }) => ({ draft }),
      equality: (one, other) => one.draft === other.draft,
      limit: mostSteps,
    }),
  );
  const { temporal: history } = state;
  let last: { readonly group: string; readonly at: number } | null = null;
  const put = (next: D): void =>
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
