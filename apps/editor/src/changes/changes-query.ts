// What the screen of changes asks for.
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ChangeList } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';
import type { ChangesSearch } from './changes-search.ts';

export type Change = ChangeList['changes'][number];

const noPage: string | null = null;

export function changesQuery({ drafts, ...wanted }: ChangesSearch) {
  return infiniteQueryOptions({
    queryKey: ['changes', wanted, drafts ?? false],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({
        limit: '50',
        saves: drafts ? 'yes' : 'no',
        ...wanted,
        ...(pageParam === null ? {} : { before: pageParam }),
      });
      return ask<ChangeList>(`/api/audit?${query.toString()}`, { signal });
    },
    initialPageParam: noPage,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? 15_000 : false),
  });
}
