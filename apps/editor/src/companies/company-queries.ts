// What is asked of the worker about companies, each under its key.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CompanyList, CompanyPeople, TargetLists } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';
import type { CompanySearch } from './company-search.ts';

export const targetListsQuery = queryOptions({
  queryKey: ['companies', 'lists'],
  queryFn: async ({ signal }) => (await ask<TargetLists>('/api/target-lists', { signal })).lists,
});

export function companiesQuery({ search, list, sort }: CompanySearch) {
  return infiniteQueryOptions({
    queryKey: ['companies', 'list', search ?? null, list ?? null, sort ?? 'score'],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ limit: '50', offset: String(pageParam), sort: sort ?? 'score' });
      if (search !== undefined) query.set('search', search);
      if (list !== undefined) query.set('list', list);
      return ask<CompanyList>(`/api/companies?${query.toString()}`, { signal });
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}

export function companyQuery(domain: string) {
  return queryOptions({
    queryKey: ['companies', 'one', domain],
    queryFn: ({ signal }) => ask<CompanyPeople>(`/api/companies/${encodeURIComponent(domain)}`, { signal }),
  });
}

export function accountPath(domain: string): string {
  return `/api/accounts/${encodeURIComponent(domain)}`;
}
