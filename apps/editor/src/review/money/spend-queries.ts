// What was spent, as the worker keeps it.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SpendList } from '@baton/worker/api-types';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';

export const spendQuery = queryOptions({
  queryKey: ['review', 'spend'],
  queryFn: ({ signal }) => ask<SpendList>('/api/spend', { signal }),
});

export function useSaveSpend(onDone: () => void) {
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: (rows: SpendList['rows']) =>
      ask<{ readonly changed: number }>('/api/spend', { method: 'PUT', body: { rows } }),
    onSuccess: async ({ changed }) => {
      say(changed === 0 ? 'Nothing has changed' : `Saved: ${changed === 1 ? 'one row' : `${changed} rows`}`);
      onDone();
      await queries.invalidateQueries({ queryKey: ['review'] });
    },
  });
}
