// Gives leads to somebody, with a way back to whoever had them; and takes one that nobody could take.
import { useMutation } from '@tanstack/react-query';
import type { LeadOwner } from '@baton/worker/api-types';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { useRefresh } from './use-lead-actions.ts';

/** A lead, and whose it is. */
export type Held = { readonly lead: string; readonly name: string; readonly owner: string | null };

/** A person by their address, or a team by its id: whoever's turn it is there. */
export type Taker = { readonly to: string; readonly name: string; readonly isTeam: boolean };

type Giving = { readonly leads: readonly Held[]; readonly taker: Taker };

/** Gives it, and tells whose it is now. */
async function give(lead: string, to: string): Promise<string> {
  const path = `/api/leads/${encodeURIComponent(lead)}/assign`;
  const { owner } = await ask<LeadOwner>(path, { method: 'POST', body: { to } });
  return owner?.name ?? to;
}

export function useAssign() {
  const say = useSay();
  const refresh = useRefresh();
  const back = useMutation({
    mutationFn: async (leads: readonly Held[]) => {
      for (const { lead, owner } of leads) if (owner !== null) await give(lead, owner);
    },
    onSuccess: () => void say('Given back'),
    onError: (error) => void say(refusalInWords(error)),
    onSettled: refresh,
  });
  return useMutation({
    mutationFn: async ({ leads, taker }: Giving) => {
      const done: Held[] = [];
      const owners = new Set<string>();
      let refused: unknown = null;
      for (const held of leads.filter(({ owner }) => owner !== taker.to)) {
        try {
          owners.add(await give(held.lead, taker.to));
          done.push(held);
        } catch (error) {
          refused = error;
        }
      }
      return { done, refused, taker, owners };
    },
    onSuccess: ({ done, refused, taker, owners }) => {
      const [first] = done;
      const hadOwners = done.every(({ owner }) => owner !== null);
      if (first !== undefined) {
        const what = done.length === 1 ? first.name : `${done.length} leads`;
        const whose = taker.isTeam ? ` (${taker.name})` : '';
        say(
          `${what} given to ${[...owners].join(', ')}${whose}`,
          hadOwners ? () => back.mutate(done) : undefined,
        );
      }
      if (refused !== null) say(refusalInWords(refused));
    },
    onSettled: refresh,
  });
}

/** The worker says who was faster. */
export function useClaim() {
  const say = useSay();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ lead }: { readonly lead: string; readonly name: string }) =>
      ask(`/api/leads/${encodeURIComponent(lead)}/claim`, { method: 'POST' }),
    onSuccess: (_, { name }) => void say(`${name} is yours`),
    onError: (error) => void say(refusalInWords(error)),
    onSettled: refresh,
  });
}
