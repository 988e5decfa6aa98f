// What is asked of the worker about people and teams, each under its key.
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Holds, PeopleList, TeamList } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';

export type Listed = PeopleList['people'][number];
export type ListedTeam = TeamList['teams'][number];

export const peopleListQuery = queryOptions({
  queryKey: ['teams', 'people'],
  queryFn: ({ signal }) => ask<PeopleList>('/api/people', { signal }),
  // Whoever takes up an invitation is among them a moment later.
  refetchInterval: 10_000,
});

export const teamListQuery = queryOptions({
  queryKey: ['teams', 'list'],
  queryFn: async ({ signal }) => (await ask<TeamList>('/api/teams', { signal })).teams,
});

export function holdsQuery(email: string) {
  return queryOptions({
    queryKey: ['teams', 'holds', email],
    queryFn: ({ signal }) => ask<Holds>(`${personPath(email)}/holds`, { signal }),
    staleTime: 0,
  });
}

export function personPath(email: string): string {
  return `/api/people/${encodeURIComponent(email)}`;
}

export function teamPath(id: string): string {
  return `/api/teams/${encodeURIComponent(id)}`;
}

/** Has everything asked for again that knows people or teams. */
export function useRefresh(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['teams'], ['workspace'], ['inbox-choices'], ['start']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}
