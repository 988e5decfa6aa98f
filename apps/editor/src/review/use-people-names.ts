// What people are called, by their address.
import { useQuery } from '@tanstack/react-query';
import { reviewChoicesQuery } from './use-review.ts';

/** Their name; of whom nobody knows it, the address. */
export function usePeopleNames(): (email: string) => string {
  const { data } = useQuery(reviewChoicesQuery);
  const names = new Map(data?.people.map(({ email, name }) => [email, name]));
  return (email) => names.get(email) ?? email;
}
