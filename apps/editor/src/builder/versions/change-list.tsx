// The differences between two states of a form, as a list.
import { useQuery } from '@tanstack/react-query';
import type { FormChanges } from '@baton/worker/api-types';
import { readDraft } from '../../draft/form-draft.ts';
import { Failed, Loading } from '../../parts/state.tsx';
import { ask } from '../../server/ask.ts';
import { formPath, versionQuery } from '../../server/queries.ts';
import { useDraft } from '../builder-context.ts';
import { changeInWords } from './change-in-words.ts';

/** `to` null: the draft as it is saved, at `revision`. */
type Props = { readonly from: number; readonly to: number | null; readonly revision: number };

export function ChangeList({ from, to, revision }: Props) {
  const draft = useDraft((whole) => whole);
  const path = `${formPath(draft.id)}/changes?from=${from}${to === null ? '' : `&to=${to}`}`;
  const changes = useQuery({
    queryKey: ['forms', draft.id, 'changes', from, to, to === null ? revision : 0],
    queryFn: ({ signal }) => ask<FormChanges>(path, { signal }),
    staleTime: to === null ? 0 : Infinity,
  });
  const before = useQuery(versionQuery(draft.id, from));
  const after = useQuery({ ...versionQuery(draft.id, to ?? from), enabled: to !== null });
  if (changes.isError) return <Failed error={changes.error} again={() => void changes.refetch()} />;
  if (!changes.data || before.isPending) return <Loading label="Comparing" />;
  if (changes.data.changes.length === 0) return <p className="text-soft">Nothing differs.</p>;
  const states = [readDraft(before.data?.document), to === null ? draft : readDraft(after.data?.document)];
  return (
    <ul className="space-y-2.5">
      {changes.data.changes.map((change) => {
        const words = changeInWords(change, states);
        return (
          <li key={`${change.kind} ${change.path.join('/')}`} className="flex gap-2.5">
            <span
              aria-hidden="true"
              className={`mt-1.75 size-1.5 shrink-0 rounded-full ${dots[change.kind]}`}
            />
            <div className="min-w-0">
              <p>{words.says}</p>
              {(words.before ?? words.after) !== undefined && (
                <p className="text-sm wrap-anywhere text-soft">
                  {words.before !== undefined && <del className="decoration-bad/60">{words.before}</del>}
                  {words.before !== undefined && words.after !== undefined && ' → '}
                  {words.after !== undefined && <ins className="text-ink no-underline">{words.after}</ins>}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const dots = { added: 'bg-good', removed: 'bg-bad', changed: 'bg-accent', moved: 'bg-soft' } as const;
