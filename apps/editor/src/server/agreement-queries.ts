// What is asked of the worker about the agreement, each under its key.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Person, Team } from '@baton/agreement';
import type {
  AgreementEvidence,
  AgreementReplay,
  AgreementState,
  AgreementVersion,
  AgreementVersionList,
} from '@baton/worker/api-types';
import { periodOf } from '../agreement/periods.ts';
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

/**
 * What the past says of a document.
 * @param key of all in it that the answer depends on
 * @param days of the past, up to the moment of asking
 */
export function evidenceQuery(document: Readonly<Record<string, unknown>>, key: string, days: number) {
  return queryOptions({
    queryKey: ['agreement', 'evidence', days, key],
    queryFn: ({ signal }) =>
      ask<AgreementEvidence>('/api/agreement/evidence', {
        method: 'POST',
        body: { document, ...periodOf(days) },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    // A draft that could not run is refused; asking again changes nothing.
    retry: false,
  });
}

/** @param days of the past, up to the moment of asking */
export function replayQuery(version: number, days: number) {
  return queryOptions({
    queryKey: ['agreement', 'replay', version, days],
    queryFn: ({ signal }) =>
      ask<AgreementReplay>('/api/agreement/replay', {
        method: 'POST',
        body: { version, ...periodOf(days) },
        signal,
      }),
    staleTime: 60_000,
  });
}
