// What every part of the builder can reach: the draft, the workspace's attributes, and who is at work.
import { createContext, use, useSyncExternalStore } from 'react';
import type { Attribute } from '@baton/rules';
import type { Me } from '@baton/worker/api-types';
import { useStore } from 'zustand';
import type { FormDraft } from '../draft/form-draft.ts';
import type { FormSaver } from './form-saver.ts';
import type { FormState, FormStore } from './form-store.ts';

export type Builder = {
  readonly store: FormStore;
  readonly saver: FormSaver;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly me: Me;
  /** Whether this person may change the form. */
  readonly mayWrite: boolean;
};

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = use(BuilderContext);
  if (builder === null) throw new Error('This belongs inside a builder.');
  return builder;
}

/** A part of the state. Give a selector whose answer stays the same object while nothing of it changes. */
export function useDraftState<T>(select: (state: FormState) => T): T {
  return useStore(useBuilder().store.state, select);
}

export function useDraft<T>(select: (draft: FormDraft) => T): T {
  return useDraftState(({ draft }) => select(draft));
}

/** Whether there is a way back, and forth. */
export function useHistory(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { store } = useBuilder();
  return {
    canUndo: useSyncExternalStore(store.onHistory, store.canUndo),
    canRedo: useSyncExternalStore(store.onHistory, store.canRedo),
  };
}
