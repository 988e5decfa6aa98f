// Whom and what an agreement may name: the workspace's attributes, people and teams.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rosterQuery } from '../server/agreement-queries.ts';
import { catalogueQuery } from '../server/queries.ts';
import type { Surroundings } from './terms-context.ts';

type Around = {
  readonly data: Surroundings | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
};

export function useAround(): Around {
  const attributes = useQuery(catalogueQuery);
  const roster = useQuery(rosterQuery);
  const data = useMemo((): Surroundings | undefined => {
    if (attributes.data === undefined || roster.data === undefined) return undefined;
    return {
      catalogue: new Map(attributes.data.map((attribute) => [attribute.id, attribute])),
      people: new Map(roster.data.people.map((person) => [person.email, person])),
      teams: new Map(roster.data.teams.map((team) => [team.id, team])),
    };
  }, [attributes.data, roster.data]);
  const failed = attributes.isError ? attributes : roster;
  return { data, isError: failed.isError, error: failed.error, refetch: () => failed.refetch() };
}
