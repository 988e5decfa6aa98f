// What is done with leads from the inbox and the card, one or many at a time, with a way back for ten minutes.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GivenVerdict } from '@baton/worker/api-types';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import { inboxKey } from './use-inbox.ts';

/** A lead that waits for a verdict. */
export type Waiting = { readonly handoff: string; readonly name: string };

export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected'; readonly reason: string; readonly note?: string };

function verdictPath(handoff: string): string {
  return `/api/handoffs/${encodeURIComponent(handoff)}/verdict`;
}

export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: inboxKey }),
      queries.invalidateQueries({ queryKey: ['lead'] }),
    ]);
  };
}

/** Who was faster is said by the answer itself. */
function whyNot(error: unknown): string {
  const body: { readonly verdict?: { readonly kind?: unknown; readonly byName?: unknown } } =
    error instanceof Refusal && error.status === 409 ? Object(error.body) : {};
  const { kind, byName } = body.verdict ?? {};
  if (typeof kind !== 'string' || typeof byName !== 'string') return refusalInWords(error);
  return `${byName} was faster: ${kind} already`;
}

/** Takes verdicts back. */
export function useUndoVerdict() {
  const say = useSay();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (given: readonly Waiting[]) => {
      for (const { handoff } of given) await ask(`${verdictPath(handoff)}/undo`, { method: 'POST' });
    },
    onSuccess: () => void say('Taken back'),
    onError: (error) => void say(refusalInWords(error)),
    onSettled: refresh,
  });
}

/** Gives one verdict on all of them; what was refused is said, the rest is done. */
export function useVerdict() {
  const say = useSay();
  const refresh = useRefresh();
  const undo = useUndoVerdict();
  return useMutation({
    mutationFn: async ({
      leads,
      verdict,
    }: {
      readonly leads: readonly Waiting[];
      readonly verdict: Verdict;
    }) => {
      const done: Waiting[] = [];
      let refused: unknown = null;
      for (const lead of leads) {
        try {
          await ask<GivenVerdict>(verdictPath(lead.handoff), { method: 'POST', body: verdict });
          done.push(lead);
        } catch (error) {
          refused = error;
        }
      }
      return { done, refused, verdict };
    },
    onSuccess: ({ done, refused, verdict }) => {
      const did = verdict.kind === 'accepted' ? 'accepted' : 'rejected';
      const [first] = done;
      if (first !== undefined) {
        const who = done.length === 1 ? first.name : `${done.length} leads`;
        say(`${who} ${did}`, () => undo.mutate(done));
      }
      if (refused !== null) say(whyNot(refused));
    },
    onSettled: refresh,
  });
}
