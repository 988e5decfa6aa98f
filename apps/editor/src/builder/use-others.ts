// Looks now and then whether somebody else has saved the form, and at once when one comes back to the page.
import { useEffect } from 'react';
import type { Draft } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';
import { formPath } from '../server/queries.ts';
import type { DraftSaver } from './draft-saver.ts';

const everyMs = 8000;

export function useOthers(saver: DraftSaver, form: string): void {
  useEffect(() => {
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      // Whether it can be reached at all, the saver says.
      const draft = await ask<Draft>(`${formPath(form)}/draft`, { signal: stop.signal }).catch(() => null);
      if (draft !== null && !stop.signal.aborted) saver.overtaken(draft);
    };
    const timer = setInterval(() => void look(), everyMs);
    const back = (): void => void look();
    addEventListener('focus', back);
    return () => {
      stop.abort();
      clearInterval(timer);
      removeEventListener('focus', back);
    };
  }, [saver, form]);
}
