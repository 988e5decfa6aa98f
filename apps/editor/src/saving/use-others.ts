// Looks now and then whether somebody else has saved the draft, and at once when one comes back to the page.
import { useEffect } from 'react';

const everyMs = 8000;

/**
 * @param read asks the worker; a function that stays the same
 * @param tell is given what it answered; whether it can be reached at all, the saver says
 */
export function useOthers<W>(
  read: (signal: AbortSignal) => Promise<W | null>,
  tell: { readonly epoch: number; readonly overtaken: (draft: W) => void },
): void {
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const { epoch } = tell;
      const draft = await read(stop.signal).catch(() => null);
      // What was saved from here meanwhile is newer than the answer.
      if (draft !== null && tell.epoch === epoch && !stop.signal.aborted) tell.overtaken(draft);
    };
    const timer = setInterval(() => void look(), everyMs);
    const back = (): void => void look();
    addEventListener('focus', back);
    return () => {
      stop.abort();
      clearInterval(timer);
      removeEventListener('focus', back);
    };
  }, [read, tell]);
}
