// Says what was just done to the draft, with a way back. The way back is there until the next change: it never undoes
// anything else.
import { useSay } from '../parts/toast.tsx';
import { useBuilder } from './builder-context.ts';

/** To be called right after the edit. */
export function useSayDone(): (title: string) => void {
  const { store } = useBuilder();
  const say = useSay();
  return (title) => {
    const { draft: done } = store.state.getState();
    const takeOff = say(title, store.undo);
    const stop = store.state.subscribe(({ draft }) => {
      if (draft === done) return;
      stop();
      takeOff();
    });
  };
}
