// Gives leads to somebody, with a way back to whoever had them; and takes one that nobody could take.
import { useMutation } from '@tanstack/react-query';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { useRefresh } from './use-lead-actions.ts';

/** A lead, and whose it is. */
export type Held = { readonly lead: string; readonly name: string; readonly owner: string | null };

type Giving = {
  readonly leads: readonly Held[];
  readonly to: { readonly email: string; readonly name: string };
};

async function give(lead: string, to: string): Promise<void> {
  await ask(`/api/leads/${encodeURIComponent(lead)}/assign`, { method: 'POST', body: { to } });
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
    mutationFn: async ({ leads, to }: Giving) => {
      const done: Held[] = [];
      let refused: unknown = null;
      for (const held of leads.filter(({ owner }) => owner !== to.email)) {
        try {
          await give(held.lead, to.email);
          done.push(held);
        } catch (error) {
          refused = error;
        }
      }
      return { done, refused, to };
    },
    onSuccess: ({ done, refused, to }) => {
      const [first] = done;
      const hadOwners = done.every(({ owner }) => owner !== null);
      if (first !== undefined) {
        const what = done.length === 1 ? first.name : `${done.length} leads`;
        say(`${what} given to ${to.name}`, hadOwners ? () => back.mutate(done) : undefined);
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
