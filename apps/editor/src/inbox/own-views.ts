// One's own views: what they ask for, and keeping them.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InboxView } from '@baton/worker/api-types';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { readSearch, type InboxSearch } from './inbox-search.ts';
import { inboxKey } from './use-inbox.ts';

export function searchOf({ search }: InboxView): InboxSearch {
  return readSearch(Object.fromEntries(new URLSearchParams(search)));
}

/** All of them take the place of those before. */
export function useKeepViews() {
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: (views: readonly InboxView[]) => ask('/api/inbox/views', { method: 'PUT', body: { views } }),
    onError: (error) => void say(refusalInWords(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  });
}
