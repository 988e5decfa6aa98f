// What is asked of the worker about the agreement, each under its key.
import { queryOptions } from '@tanstack/react-query';
import type { Person, Team } from '@baton/agreement';
import type {
  AgreementReplay,
  AgreementState,
  AgreementVersion,
  AgreementVersionList,
  LeadPoints,
} from '@baton/worker/api-types';
import { ask } from './ask.ts';

export const agreementPath = '/api/agreement';

/** In force, on the table, and as it is worked on. What others did is seen within seconds. */
export const termsQuery = queryOptions({
  queryKey: ['agreement', 'state'],
  queryFn: ({ signal }) => ask<AgreementState>(agreementPath, { signal }),
  staleTime: 0,
  refetchInterval: 10_000,
  refetchOnWindowFocus: 'always',
});

export const agreementVersionsQuery = queryOptions({
  queryKey: ['agreement', 'versions'],
  queryFn: ({ signal }) => ask<AgreementVersionList>('/api/agreements', { signal }),
  staleTime: 0,
});

export function versionPath(version: number): string {
  return `/api/agreements/${version}`;
}

export function agreementVersionQuery(version: number) {
  return queryOptions({
    queryKey: ['agreement', 'versions', version],
    queryFn: ({ signal }) => ask<AgreementVersion>(versionPath(version), { signal }),
    staleTime: 0,
    // Signatures are seen as they come.
    refetchInterval: ({ state }) => (state.data?.state === 'proposed' ? 5000 : false),
    refetchOnWindowFocus: 'always',
  });
}

type Roster = { readonly people: readonly Person[]; readonly teams: readonly Team[] };

/** Whom an agreement may name. */
export const rosterQuery = queryOptions({
  queryKey: ['workspace', 'roster'],
  queryFn: async ({ signal }): Promise<Roster> => {
    const { people = [], teams = [] } = await ask<Partial<Roster>>('/api/workspace', { signal });
    return { people, teams };
  },
});

export const pointsQuery = queryOptions({
  queryKey: ['agreement', 'points'],
  queryFn: ({ signal }) => ask<LeadPoints>('/api/agreement/points?limit=1000', { signal }),
});

/** @param days of the past, up to the moment of asking */
export function replayQuery(version: number, days: number) {
  return queryOptions({
    queryKey: ['agreement', 'replay', version, days],
    queryFn: ({ signal }) => {
      const to = Date.now();
      const from = to - days * 86_400_000;
      const period = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      return ask<AgreementReplay>('/api/agreement/replay', {
        method: 'POST',
        body: { version, ...period },
        signal,
      });
    },
    staleTime: 60_000,
  });
}
