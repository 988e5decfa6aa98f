// What a part of the review asks the worker for, by what the address says.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReviewChoices } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';
import { reviewQueryOf, type ReviewSearch } from './review-search.ts';

export const reviewChoicesQuery = queryOptions({
  queryKey: ['review', 'choices'],
  queryFn: ({ signal }) => ask<ReviewChoices>('/api/review/choices', { signal }),
  staleTime: 30_000,
});

/** The address, and how the worker is asked by it; the query is null until it is known which day it is there. */
export function useReviewQuery(): { readonly search: ReviewSearch; readonly query: string | null } {
  const search: ReviewSearch = useSearch({ from: '/shell/review' });
  const { data } = useQuery(reviewChoicesQuery);
  return { search, query: data === undefined ? null : reviewQueryOf(search, data.usual.to) };
}

/**
 * One part of the review, such as `numbers`, and how it is wanted. What stood there stays in sight while the next is asked for.
 *
 * @param every asked anew after so many ms while the page is seen; false: not by itself
 */
export function useReview<T>(
  part: string,
  how: Readonly<Record<string, string>> = {},
  every: number | false = false,
) {
  const { query } = useReviewQuery();
  const more = new URLSearchParams(how).toString();
  return useQuery({
    queryKey: ['review', part, query, more],
    queryFn: ({ signal }) => ask<T>(`/api/review/${part}?${query ?? ''}${more && `&${more}`}`, { signal }),
    enabled: query !== null,
    staleTime: 10_000,
    refetchInterval: every,
    placeholderData: (previous) => previous,
  });
}
