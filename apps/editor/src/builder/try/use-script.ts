// Whether the draft can be made into a form at all. Asked before the frame is filled: a script's tag would not say why
// it cannot.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { formPath } from '../../server/queries.ts';
import { Refusal } from '../../server/refusal.ts';

type Wanted = {
  readonly form: string;
  readonly revision: number;
  readonly language: string;
  /** Counts how often it was begun again. */
  readonly round: number;
  /** Another revision is on its way: nothing is asked for until it is there. */
  readonly isMoving: boolean;
};

export function useScript({ form, revision, language, round, isMoving }: Wanted): UseQueryResult<true> {
  return useQuery({
    enabled: !isMoving,
    queryKey: ['forms', form, 'script', revision, language, round],
    queryFn: async ({ signal }): Promise<true> => {
      const address = `${formPath(form)}/draft.js?revision=${revision}&language=${encodeURIComponent(language)}`;
      const answer = await fetch(address, { signal });
      await answer.text();
      if (!answer.ok) throw new Refusal(answer.status, 'Something in it is wrong.', [], null);
      return true;
    },
    staleTime: Infinity,
    retry: false,
  });
}
