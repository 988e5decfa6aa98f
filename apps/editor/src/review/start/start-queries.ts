// What starting from history asks of the worker, each under its key.
import { queryOptions } from '@tanstack/react-query';
import type { Baseline, FirstDays, HistoryImportList } from '@baton/worker/api-types';
import { ask } from '../../server/ask.ts';

export const firstDaysQuery = queryOptions({
  queryKey: ['start', 'days'],
  queryFn: ({ signal }) => ask<FirstDays>('/api/start', { signal }),
  // It ticks itself while others work.
  refetchInterval: 15_000,
  refetchOnWindowFocus: 'always',
});

export const importsQuery = queryOptions({
  queryKey: ['start', 'imports'],
  queryFn: ({ signal }) => ask<HistoryImportList>('/api/history', { signal }),
});

export const baselineQuery = queryOptions({
  queryKey: ['start', 'baseline'],
  queryFn: ({ signal }) => ask<Baseline>('/api/history/baseline', { signal }),
});
