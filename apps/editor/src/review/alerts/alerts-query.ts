// Alerts, and what is done with them; every answer is all of them as they stand then.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReviewAlerts } from '@baton/worker/api-types';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { useSay } from '../../parts/toast.tsx';

export type Alert = ReviewAlerts['alerts'][number];

export const alertsQuery = queryOptions({
  queryKey: ['review', 'alerts'],
  queryFn: ({ signal }) => ask<ReviewAlerts>('/api/review/alerts', { signal }),
  staleTime: 10_000,
});

type Change = {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly body: unknown;
  readonly says: string;
};

export function useAlertChange() {
  const client = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: ({ path, method, body }: Change) => ask<ReviewAlerts>(path, { method, body }),
    onSuccess: (answer, { says }) => {
      client.setQueryData(alertsQuery.queryKey, answer);
      say(says);
    },
    onError: (error) => void say(refusalInWords(error)),
  });
}
