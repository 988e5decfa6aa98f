// A list is removed after a question: its companies and people stay.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TargetLists } from '@baton/worker/api-types';
import { AskToRemove } from '../parts/ask-to-remove.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';

type Props = {
  readonly list: TargetLists['lists'][number];
  readonly onClose: () => void;
  readonly onRemoved: () => void;
};

export function RemoveList({ list: { name, accounts }, onClose, onRemoved }: Props) {
  const queries = useQueryClient();
  const say = useSay();
  const remove = useMutation({
    mutationFn: () => ask('/api/target-lists/remove', { method: 'POST', body: { list: name } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['companies'] });
      say(`${name} is removed.`);
      onRemoved();
    },
  });
  return (
    <AskToRemove
      name={name}
      says={`Its ${accounts.toLocaleString('en')} accounts lose their tier and owner. People and leads stay; they are scored anew without the list.`}
      removal={remove}
      onClose={onClose}
    />
  );
}
