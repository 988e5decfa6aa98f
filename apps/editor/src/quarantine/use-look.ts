// What somebody who has looked at a suspect does with it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LookedSubmission } from '@baton/worker/api-types';
import { stateNames } from '../inbox/stage-words.ts';
import { inboxKey } from '../inbox/use-inbox.ts';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { quarantineKey } from './queries.ts';

export type Looking = {
  readonly submission: string;
  /** As the screen calls whoever sent it. */
  readonly name: string;
  readonly as: 'release' | 'confirm';
};

/** @param onDone before the list is told anew */
export function useLook(onDone: () => void) {
  const say = useSay();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ submission, as }: Looking) =>
      ask<LookedSubmission>(`/api/submissions/${encodeURIComponent(submission)}/${as}`, { method: 'POST' }),
    onSuccess: ({ state }, { name, as }) => {
      onDone();
      if (as === 'confirm') say(`${name} stays aside`);
      else say(`${name} released: ${stateNames[state].toLowerCase()}`);
    },
    onError: (error) => void say(refusalInWords(error)),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: quarantineKey }),
        queries.invalidateQueries({ queryKey: inboxKey }),
      ]),
  });
}
