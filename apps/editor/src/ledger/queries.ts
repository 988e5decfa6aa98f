// What the ledger asks for, and how what failed on a day is judged again.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Ledger, LookedSubmission, SubmissionList } from '@baton/worker/api-types';
import { inboxKey } from '../inbox/use-inbox.ts';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { firstDay } from './balance.ts';

const ledgerKey = ['ledger'] as const;

export function ledgerQuery(days: number) {
  return queryOptions({
    queryKey: [...ledgerKey, days],
    queryFn: ({ signal }) => ask<Ledger>(`/api/ledger?from=${firstDay(Date.now(), days)}`, { signal }),
    refetchInterval: 30_000,
  });
}

/** Those of one day, the list being the latest first. */
async function failedOn(day: string): Promise<readonly string[]> {
  const found: string[] = [];
  let before = '';
  for (;;) {
    const path = `/api/submissions?state=failed&limit=200${before}`;
    const { submissions, next } = await ask<SubmissionList>(path);
    found.push(...submissions.filter(({ at }) => at.startsWith(day)).map(({ id }) => id));
    const last = submissions.at(-1);
    if (next === null || last === undefined || last.at.slice(0, 10) < day) return found;
    before = `&before=${encodeURIComponent(next)}`;
  }
}

export function useRunAgain() {
  const say = useSay();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (day: string) => {
      let judged = 0;
      let failed = 0;
      for (const id of await failedOn(day)) {
        const path = `/api/submissions/${encodeURIComponent(id)}/judge`;
        const { state } = await ask<LookedSubmission>(path, { method: 'POST' });
        if (state === 'failed') failed += 1;
        else judged += 1;
      }
      return { judged, failed };
    },
    onSuccess: ({ judged, failed }) => {
      say(
        failed === 0
          ? `${judged} judged again`
          : `${judged} judged again, ${failed} failed again: whoever runs Baton finds why in the log`,
      );
    },
    onError: (error) => void say(refusalInWords(error)),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ledgerKey }),
        queries.invalidateQueries({ queryKey: inboxKey }),
      ]),
  });
}
