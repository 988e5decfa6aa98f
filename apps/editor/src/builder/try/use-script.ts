// Whether the draft can be made into a form at all. Asked before the frame is filled: a script's tag would not say why
// it cannot.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { formPath } from '../../server/queries.ts';
import { Refusal } from '../../server/refusal.ts';

export function useScript(
  form: string,
  revision: number,
  language: string,
  round: number,
): UseQueryResult<true> {
  return useQuery({
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
