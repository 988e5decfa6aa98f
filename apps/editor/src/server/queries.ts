// What is asked of the worker, each under its key.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Attribute } from '@baton/rules';
import type {
  DeliveryList,
  DestinationList,
  Draft,
  FormList,
  FormNumbers,
  FormVersion,
  Me,
  VersionList,
} from '@baton/worker/api-types';
import type { AgreementDocument } from './agreement-document.ts';
import { ask } from './ask.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask<Me>('/api/me', { signal }),
  staleTime: 60_000,
});

export const formsQuery = queryOptions({
  queryKey: ['forms'],
  queryFn: ({ signal }) => ask<FormList>('/api/forms', { signal }),
});

/** Where a form's address begins. */
export function formPath(form: string): string {
  return `/api/forms/${encodeURIComponent(form)}`;
}

export function draftQuery(form: string) {
  return queryOptions({
    queryKey: ['forms', form, 'draft'],
    queryFn: ({ signal }) => ask<Draft>(`${formPath(form)}/draft`, { signal }),
    // What is worked on is kept by the builder itself.
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function versionsQuery(form: string) {
  return queryOptions({
    queryKey: ['forms', form, 'versions'],
    queryFn: ({ signal }) => ask<VersionList>(`${formPath(form)}/versions`, { signal }),
  });
}

export function versionQuery(form: string, version: number) {
  return queryOptions({
    queryKey: ['forms', form, 'versions', version],
    queryFn: ({ signal }) => ask<FormVersion>(`${formPath(form)}/versions/${version}`, { signal }),
    // A version never changes.
    staleTime: Infinity,
  });
}

export function numbersQuery(form: string, days: number) {
  return queryOptions({
    queryKey: ['forms', form, 'numbers', days],
    queryFn: ({ signal }) => ask<FormNumbers>(`${formPath(form)}/numbers?days=${days}`, { signal }),
  });
}

type WorkspaceDocument = {
  readonly attributes?: readonly Attribute[];
  readonly agreement?: AgreementDocument | null;
  readonly people?: readonly { readonly email: string; readonly name: string }[];
};

/** The workspace's attributes. */
export const catalogueQuery = queryOptions({
  queryKey: ['workspace', 'attributes'],
  queryFn: async ({ signal }) =>
    (await ask<WorkspaceDocument>('/api/workspace', { signal })).attributes ?? [],
});

/** The agreement in force, as the workspace's document holds it; null: there is none. */
export const agreementQuery = queryOptions({
  queryKey: ['workspace', 'agreement'],
  queryFn: async ({ signal }) =>
    (await ask<WorkspaceDocument>('/api/workspace', { signal })).agreement ?? null,
});

/** The people that the workspace's document names: who may own leads, and sign. */
export const peopleQuery = queryOptions({
  queryKey: ['workspace', 'people'],
  queryFn: async ({ signal }) => (await ask<WorkspaceDocument>('/api/workspace', { signal })).people ?? [],
});

export const destinationsQuery = queryOptions({
  queryKey: ['destinations'],
  queryFn: ({ signal }) => ask<DestinationList>('/api/destinations', { signal }),
  // How it goes there changes by itself, soon where something is on its way.
  refetchInterval: ({ state }) => (state.data?.destinations.some(isBusy) === true ? 1_000 : 10_000),
});

function isBusy({ waiting, pausedAt, failing }: DestinationList['destinations'][number]): boolean {
  return waiting > 0 && pausedAt === null && failing === null;
}

/** Where a destination's address begins. */
export function destinationPath(destination: string): string {
  return `/api/destinations/${encodeURIComponent(destination)}`;
}

export type DeliveryFilter = {
  readonly state?: string | undefined;
  readonly destination?: string | undefined;
};

export function deliveriesQuery({ state, destination }: DeliveryFilter) {
  return infiniteQueryOptions({
    queryKey: ['deliveries', state ?? null, destination ?? null],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ limit: '50' });
      if (state !== undefined) query.set('state', state);
      if (destination !== undefined) query.set('destination', destination);
      if (pageParam !== null) query.set('before', pageParam);
      return ask<DeliveryList>(`/api/deliveries?${query.toString()}`, { signal });
    },
    initialPageParam: noPage,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? 10_000 : false),
  });
}

const noPage: string | null = null;
