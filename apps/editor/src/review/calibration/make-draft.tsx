// What is proposed becomes the agreement's draft by one press; somebody else's draft makes way only when that is said.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useSay } from '../../parts/toast.tsx';
import { termsQuery } from '../../server/agreement-queries.ts';
import { Refusal, refusalInWords } from '../../server/refusal.ts';
import { makeDraft, type Outcome } from './calibration-query.ts';

type Props = {
  readonly outcome: Outcome;
  readonly what: 'card' | 'threshold';
  readonly from: number;
  readonly disabled?: boolean;
};

export function MakeDraft({ outcome, what, from, disabled = false }: Props) {
  const say = useSay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const draft = useMutation({
    mutationFn: (replace: boolean) => makeDraft({ outcome, what, from, replace }),
    onError: async (error, replace) => {
      const isConflict = error instanceof Refusal && error.status === 409;
      const state = isConflict && !replace ? await queries.fetchQuery({ ...termsQuery, staleTime: 0 }) : null;
      if (state !== null && state.draft !== null) setAsked(true);
      else say(refusalInWords(error));
    },
    onSuccess: async () => {
      setAsked(false);
      await queries.invalidateQueries({ queryKey: ['agreement'] });
      say('The draft is made. It judges nobody until both have signed it.');
      await navigate({ to: '/agreement' });
    },
  });
  return (
    <>
      <Button
        look={what === 'card' ? 'main' : 'plain'}
        disabled={disabled}
        busy={draft.isPending && !isAsked}
        onClick={() => draft.mutate(false)}
      >
        {what === 'card' ? 'Make this a draft' : 'Make this threshold a draft'}
      </Button>
      <Dialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title="Replace the draft?"
        actions={
          <>
            <Button onClick={() => setAsked(false)}>Keep it</Button>
            <Button look="bad" busy={draft.isPending} onClick={() => draft.mutate(true)}>
              Replace it
            </Button>
          </>
        }
      >
        <p>
          Somebody works on another draft of the agreement. What differs there from what is in force would be
          gone, for everybody.
        </p>
      </Dialog>
    </>
  );
}
