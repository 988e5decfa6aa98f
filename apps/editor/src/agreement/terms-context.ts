// What every part of the agreement's screens can reach: the draft, what stands around it, and who is at work.
import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { Person, Team } from '@baton/agreement';
import { agreementInWords, type Names, type Section } from '@baton/agreement/words';
import type { Attribute, Path } from '@baton/rules';
import type { Issue, Me } from '@baton/worker/api-types';
import { useStore } from 'zustand';
import type { DraftSaver, Standing } from '../saving/draft-saver.ts';
import type { DraftStore } from '../saving/draft-store.ts';
import type { TermsDraft } from './terms-draft.ts';

/** What the worker tells of the draft. */
export type TermsStanding = Standing & {
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
  /** Another version has come into force since it was begun. */
  readonly outdated: boolean;
};

export type JudgedTerms = Omit<TermsStanding, 'document'>;

/** The clause that is being changed; null: none. */
export type OpenClause = Path | null;

export type TermsStore = DraftStore<TermsDraft, OpenClause>;
export type TermsSaver = DraftSaver<TermsDraft, TermsStanding, JudgedTerms>;

export type Surroundings = {
  readonly catalogue: ReadonlyMap<string, Attribute>;
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
};

export type TermsWork = {
  readonly store: TermsStore;
  readonly saver: TermsSaver;
  readonly around: Surroundings;
  readonly me: Me;
  /** Whether this person may change the draft. */
  readonly mayWrite: boolean;
  /** Opens the draft anew, as the worker has it now. */
  readonly restart: () => Promise<void>;
};

export const TermsContext = createContext<TermsWork | null>(null);

export function useTerms(): TermsWork {
  const work = use(TermsContext);
  if (work === null) throw new Error('This belongs inside the agreement.');
  return work;
}

export function useTermsDraft(): TermsDraft {
  return useStore(useTerms().store.state, ({ draft }) => draft);
}

export function useOpenClause(): OpenClause {
  return useStore(useTerms().store.state, ({ selection }) => selection);
}

/** The draft as it is read. */
export function useSections(): readonly Section[] {
  const draft = useTermsDraft();
  const { around } = useTerms();
  return useMemo(() => agreementInWords(draft, namesOf(around)), [draft, around]);
}

export function namesOf({ catalogue, people, teams }: Surroundings): Names {
  return { catalogue, people, teams };
}

/** Whether there is a way back, and forth. */
export function useTermsHistory(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const { store } = useTerms();
  return {
    canUndo: useSyncExternalStore(store.onHistory, store.canUndo),
    canRedo: useSyncExternalStore(store.onHistory, store.canRedo),
  };
}

export function isSamePath(one: Path | null, other: Path | null): boolean {
  return one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other);
}
