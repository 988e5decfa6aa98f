// What the quarantine asks for, and the side of every screen, which says how many wait.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { SubmissionList, TrustedList } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';

export const quarantineKey = ['quarantine'] as const;

const noPage: string | null = null;

/** @param looked `no`: those that nobody has looked at */
export function suspectsQuery(looked: 'no' | 'confirmed') {
  return infiniteQueryOptions({
    queryKey: [...quarantineKey, looked],
    queryFn: ({ signal, pageParam }) => {
      const before = pageParam === null ? '' : `&before=${encodeURIComponent(pageParam)}`;
      const path = `/api/submissions?state=quarantined&looked=${looked}&limit=50${before}`;
      return ask<SubmissionList>(path, { signal });
    },
    initialPageParam: noPage,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? 10_000 : false),
  });
}

/** As many as wait to be looked at; where there are more than one cares to count, so it says. */
export const waitingQuery = queryOptions({
  queryKey: [...quarantineKey, 'waiting'],
  queryFn: async ({ signal }) => {
    const path = '/api/submissions?state=quarantined&looked=no&limit=20';
    const { submissions, next } = await ask<SubmissionList>(path, { signal });
    return { count: submissions.length, more: next !== null };
  },
  refetchInterval: 60_000,
});

export const trustedQuery = queryOptions({
  queryKey: [...quarantineKey, 'trusted'],
  queryFn: ({ signal }) => ask<TrustedList>('/api/trusted', { signal }),
});
