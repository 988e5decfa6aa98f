// Who can be given a lead: the people of sales, and the teams that one of them is in. Pure.
import type { InboxChoices } from '@baton/worker/api-types';
import type { Held, Taker } from './use-assign.ts';

export type ShownTaker = Taker & {
  /** What tells them from others of the name. */
  readonly more: string;
};

/** @param wanted part of a name or an address; those who have all of the leads already are left out */
export function takersOf(
  { people, teams }: Pick<InboxChoices, 'people' | 'teams'>,
  leads: readonly Held[],
  wanted = '',
): readonly ShownTaker[] {
  const is = (text: string): boolean => text.toLowerCase().includes(wanted.trim().toLowerCase());
  return [
    ...people
      .filter(({ party, email }) => party === 'sales' && leads.some(({ owner }) => owner !== email))
      .map(({ email, name }) => ({ to: email, name, isTeam: false, more: email })),
    ...teams.map(({ id, name }) => ({ to: id, name, isTeam: true, more: 'whose turn it is' })),
  ].filter(({ name, to }) => is(`${name} ${to}`));
}
