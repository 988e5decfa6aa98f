// Keeps what saves a draft told of every change, of the network, and of the end of the page.
import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useSay } from '../parts/toast.tsx';

type Saver = {
  readonly restore: () => boolean;
  readonly flush: (last?: boolean) => Promise<void>;
  readonly changed: () => void;
  readonly stop: () => void;
  readonly isUnsaved: boolean;
};

type Store<D> = { readonly state: StoreApi<{ readonly draft: D }> };

/** @param left is given the last change on its way; a function that stays the same */
export function useSaving<D>(
  store: Store<D>,
  saver: Saver,
  mayWrite: boolean,
  left: (last: Promise<void>) => void,
): void {
  const say = useSay();
  useEffect(() => {
    if (!mayWrite) return undefined;
    if (saver.restore()) say('Brought back what had not been saved.');
    const online = (): void => void saver.flush();
    const leave = (event: BeforeUnloadEvent): void => {
      if (!saver.isUnsaved) return;
      void saver.flush(true);
      event.preventDefault();
    };
    const hide = (): void => {
      if (document.visibilityState === 'hidden') void saver.flush(true);
    };
    let last = store.state.getState().draft;
    const stop = store.state.subscribe(({ draft }) => {
      if (draft === last) return;
      last = draft;
      saver.changed();
    });
    addEventListener('online', online);
    addEventListener('beforeunload', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      stop();
      left(saver.flush(true));
      saver.stop();
      removeEventListener('online', online);
      removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', hide);
    };
    // What is said is said by whoever is there then.
  }, [store, saver, mayWrite, left]);
}

/** Whether browsers still send it when its page has gone: they take 64 KiB. */
export function isSentLate(document: unknown): boolean {
  return JSON.stringify(document).length < 60_000;
}
