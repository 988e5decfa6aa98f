// The catalogue as it is looked after, with where each attribute is named and of whom it is known.
import { queryOptions } from '@tanstack/react-query';
import type { AttributeList } from '@baton/worker/api-types';
import { ask } from '../server/ask.ts';

export type Listed = AttributeList['attributes'][number];

export const attributesQuery = queryOptions({
  queryKey: ['workspace', 'catalogue'],
  queryFn: ({ signal }) => ask<AttributeList>('/api/attributes', { signal }),
});

/** Everything that is kept of the workspace's document, this included. */
export const catalogueKey = { queryKey: ['workspace'] } as const;

export function attributePath(id: string): string {
  return `/api/attributes/${encodeURIComponent(id)}`;
}
