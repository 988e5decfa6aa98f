// What releases have taught: whence something is not suspected any more, and for which reason. Each can be taken off.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Ago } from '../parts/ago.tsx';
import { Button } from '../parts/button.tsx';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { quarantineKey, trustedQuery } from './queries.ts';
import { senderInWords, suspicionInWords } from './suspicion-words.ts';

export function LearntList({ mayWrite }: { readonly mayWrite: boolean }) {
  const learnt = useQuery(trustedQuery);
  const say = useSay();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => ask(`/api/trusted/${encodeURIComponent(id)}/remove`, { method: 'POST' }),
    onSuccess: () => void say('Suspected again from now on'),
    onError: (error) => void say(refusalInWords(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: quarantineKey }),
  });
  if (learnt.isPending) return <Loading lines={4} label="Loading what was learnt" />;
  if (learnt.isError) return <Failed error={learnt.error} again={() => void learnt.refetch()} />;
  if (learnt.data.trusted.length === 0) {
    return (
      <Empty title="Nothing was learnt yet">
        When you release somebody, others from the same company are not suspected for the same reason again.
      </Empty>
    );
  }
  return (
    <ul>
      {learnt.data.trusted.map((entry) => (
        <li
          key={entry.id}
          className="flex items-start gap-4 border-t border-line px-4 py-3 first:border-t-0 md:px-6"
        >
          <div className="min-w-0 flex-1">
            <p className="font-medium break-words">{senderInWords(entry)}</p>
            <p className="text-sm text-soft">
              No reason any more: {suspicionInWords(entry.reason).toLowerCase()} ·{' '}
              {entry.author.replace(/^\w+:/, '')} <Ago at={entry.at} />
            </p>
          </div>
          <Button
            size="small"
            aria-label={`Suspect again: ${senderInWords(entry)}`}
            disabled={!mayWrite}
            busy={remove.isPending && remove.variables === entry.id}
            onClick={() => remove.mutate(entry.id)}
          >
            Suspect again
          </Button>
        </li>
      ))}
    </ul>
  );
}
