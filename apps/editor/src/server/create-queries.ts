// How answers of the worker are kept and asked for again.
import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './refusal.ts';

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a network, who asks is told so: nothing waits in silence, and nothing is done later by itself.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        // What was refused for a reason is refused again.
        retry: (times, error) => times < 2 && error instanceof Refusal && error.mayPass,
      },
    },
  });
}
