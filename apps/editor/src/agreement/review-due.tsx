// That it is time to look at the agreement again, and that both have.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgreementState } from '@baton/worker/api-types';
import { Button } from '../parts/button.tsx';
import { useSay } from '../parts/toast.tsx';
import { agreementPath } from '../server/agreement-queries.ts';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { dayOf } from './version-words.ts';

type Props = { readonly state: AgreementState; readonly mayWrite: boolean };

export function ReviewDue({ state: { reviewDue, reviewAt }, mayWrite }: Props) {
  const queries = useQueryClient();
  const say = useSay();
  const review = useMutation({
    mutationFn: () => ask(`${agreementPath}/review`, { method: 'POST' }),
    onError: (error) => say(refusalInWords(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['agreement'] }),
  });
  if (!reviewDue) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 rounded-control bg-warn/12 px-3 py-2">
      <p className="min-w-0 flex-1">
        A review was agreed for {dayOf(reviewAt)}. Look at it together, then change it or keep it as it is.
      </p>
      {mayWrite && (
        <Button size="small" busy={review.isPending} onClick={() => review.mutate()}>
          We keep it
        </Button>
      )}
    </div>
  );
}
