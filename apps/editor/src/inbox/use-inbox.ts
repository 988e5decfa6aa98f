// The inbox's rows, kept up with: it asks again while it is seen, quickly while something happens, and is told in no
// time when nothing is new.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Inbox, InboxChoices } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';
import { withPage, type Told } from './inbox-rows.ts';

const size = 100;
const quick = 1_000;
const slow = 4_000;
/** So long after the last news it is asked quickly, ms. */
const lively = 3 * 60_000;

export const inboxKey = ['inbox'] as const;

export const choicesQuery = {
  queryKey: ['inbox-choices'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    ask<InboxChoices>('/api/inbox/choices', { signal }),
  staleTime: 60_000,
};

/** @param query as the worker is asked */
export function useInbox(query: string) {
  const queries = useQueryClient();
  const newsAt = useRef(Date.now());
  const key = [...inboxKey, query];
  const told = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const old = queries.getQueryData<Told>([...inboxKey, query]);
      const since = old === undefined ? '' : `&since=${encodeURIComponent(old.revision)}`;
      const { revision, page } = await ask<Inbox>(`/api/inbox?${query}&limit=${size}${since}`, { signal });
      if (page !== null) return withPage(old, 0, page, revision);
      if (old === undefined) throw new Error('The inbox was not told.');
      return old;
    },
    staleTime: 0,
    refetchInterval: () => (Date.now() - newsAt.current < lively ? quick : slow),
    refetchOnWindowFocus: 'always',
    placeholderData: (previous) => previous,
  });
  const revision = told.data?.revision;
  useEffect(() => {
    newsAt.current = Date.now();
    void queries.invalidateQueries({ queryKey: ['lead'] });
  }, [queries, revision]);

  const isAsking = useRef(false);
  /** Asks for the rows from one on: what comes next, or what may have changed meanwhile. */
  const askFrom = useCallback(
    async (from: number) => {
      const old = queries.getQueryData<Told>([...inboxKey, query]);
      const place = old?.rows[from - 1]?.place;
      if (isAsking.current || place === undefined) return;
      isAsking.current = true;
      try {
        const path = `/api/inbox?${query}&limit=${size}&before=${encodeURIComponent(place)}`;
        const { page } = await ask<Inbox>(path);
        queries.setQueryData<Told>([...inboxKey, query], (now) =>
          now === undefined || page === null || now.rows[from - 1]?.place !== place
            ? now
            : withPage(now, from, page, now.revision),
        );
      } catch {
        // The list says then that nothing can be reached.
        await queries.invalidateQueries({ queryKey: inboxKey });
      } finally {
        isAsking.current = false;
      }
    },
    [queries, query],
  );
  return { ...told, askFrom };
}
