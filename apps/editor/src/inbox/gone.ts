// Whom a view asks for who is not there any more. Pure. A view is kept for one person alone, so nobody who removes
// somebody or a team can know of it.
import type { InboxChoices } from '@baton/worker/api-types';
import { queryOf, type InboxSearch, type ViewName } from './inbox-search.ts';

export type Gone = {
  readonly filter: 'owner' | 'team';
  readonly id: string;
};

/** Words of an address that are nobody's. */
const nobodys = new Set(['me', 'none']);

/** @param choices undefined while they are not known: then nobody is said to be gone */
export function goneIn(
  { owner, team }: InboxSearch,
  choices: Pick<InboxChoices, 'people' | 'teams'> | undefined,
): readonly Gone[] {
  if (choices === undefined) return [];
  const isPerson = (id: string): boolean =>
    nobodys.has(id) || choices.people.some(({ email }) => email === id);
  return [
    ...(owner === undefined || isPerson(owner) ? [] : [{ filter: 'owner' as const, id: owner }]),
    ...(team === undefined || choices.teams.some(({ id }) => id === team)
      ? []
      : [{ filter: 'team' as const, id: team }]),
  ];
}

/** What is asked without them. */
export function withoutGone(search: InboxSearch, gone: readonly Gone[]): InboxSearch {
  const left = Object.entries(search).filter(([name]) => !gone.some(({ filter }) => filter === name));
  return Object.fromEntries(left);
}

/** Whether a view that everybody has already shows the same. */
export function isUsual(search: InboxSearch, usual: ViewName): boolean {
  return queryOf(search, usual) === queryOf(search.view === undefined ? {} : { view: search.view }, usual);
}

/** Who is missing, in a sentence. */
export function goneInWords(gone: readonly Gone[]): string {
  const parts = gone.map(({ filter, id }) => (filter === 'owner' ? `of ${id}` : `of the team “${id}”`));
  const are = gone.length > 1 ? 'who are' : gone[0]?.filter === 'team' ? 'which is' : 'who is';
  return `It asks for leads ${parts.join(' and ')}, ${are} not in this workspace any more.`;
}
