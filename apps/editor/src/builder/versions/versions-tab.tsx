// Every version of the form, what each changed, and the way back to any of them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Draft, VersionList } from '@baton/worker/api-types';
import { Ago } from '../../parts/ago.tsx';
import { Button } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { Empty, Failed, Loading, Tag } from '../../parts/state.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { formPath, versionsQuery } from '../../server/queries.ts';
import { Refusal, refusalInWords } from '../../server/refusal.ts';
import { authorName } from '../author-name.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { ChangeList } from './change-list.tsx';

type Version = VersionList['versions'][number];

export function VersionsTab() {
  const form = useDraft(({ id }) => id);
  const versions = useQuery(versionsQuery(form));
  const isNone = versions.error instanceof Refusal && versions.error.status === 404;
  if (isNone || versions.data?.versions.length === 0) {
    return (
      <Empty title="Nothing is published yet">
        Each time the form is published, it becomes a version with a number, which stays as it is for good.
      </Empty>
    );
  }
  if (versions.isError) return <Failed error={versions.error} again={() => void versions.refetch()} />;
  if (!versions.data) return <Loading lines={6} />;
  return <Versions versions={versions.data.versions} />;
}

/** `draft`: what is worked on now. */
type Chosen = number | 'draft';

function Versions({ versions }: { readonly versions: readonly Version[] }) {
  const { saver } = useBuilder();
  const { revision, base } = useStore(saver.judged);
  const [chosen, setChosen] = useState<Chosen>(revision > 0 ? 'draft' : (versions[0]?.version ?? 'draft'));
  const earlier = chosen === 'draft' ? base : chosen - 1;
  const version = versions.find((one) => one.version === chosen);
  return (
    <div className="grid h-full content-start overflow-y-auto md:content-stretch md:grid-cols-[320px_minmax(0,1fr)] md:overflow-hidden">
      <nav aria-label="Versions" className="border-line bg-card p-2 md:overflow-y-auto md:border-r">
        <ul className="space-y-0.5">
          {revision > 0 && (
            <Entry isChosen={chosen === 'draft'} onChoose={() => setChosen('draft')}>
              <span className="font-medium">Draft</span>
              <span className="block text-sm text-soft">What is worked on now</span>
            </Entry>
          )}
          {versions.map((one) => (
            <Entry
              key={one.version}
              isChosen={one.version === chosen}
              onChoose={() => setChosen(one.version)}
            >
              <span className="flex items-center gap-2 font-medium">
                Version {one.version} {one.current && <Tag tone="good">Live</Tag>}
              </span>
              <span className="block truncate text-sm text-soft">
                <Ago at={one.at} />
                {one.author !== null && ` · ${authorName(one.author)}`}
              </span>
              {one.note !== null && one.note !== '' && (
                <span className="mt-0.5 block text-sm">{one.note}</span>
              )}
            </Entry>
          ))}
        </ul>
      </nav>
      <section aria-label="What changed" className="p-5 md:overflow-y-auto md:p-8">
        <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-xl font-semibold">
            {chosen === 'draft' ? 'Changed since the last version' : `What version ${chosen} changed`}
          </h2>
          {version && !version.current && <Restore version={version.version} />}
        </div>
        {earlier === null || earlier < 1 ? (
          <p className="text-soft">This is where it began.</p>
        ) : (
          <ChangeList
            key={chosen}
            from={earlier}
            to={chosen === 'draft' ? null : chosen}
            revision={revision}
          />
        )}
      </section>
    </div>
  );
}

type EntryProps = {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
};

function Entry({ isChosen, onChoose, children }: EntryProps) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        className={classes(
          'w-full rounded-control px-3 py-2 text-left',
          isChosen ? 'bg-tint' : 'hover:bg-ink/6',
        )}
      >
        {children}
      </button>
    </li>
  );
}

/** Makes what is worked on the same as an earlier version; nobody sees it before it is published. */
function Restore({ version }: { readonly version: number }) {
  const { saver, mayWrite } = useBuilder();
  const form = useDraft(({ id }) => id);
  const say = useSay();
  const queries = useQueryClient();
  const restore = useMutation({
    mutationFn: async () => {
      await saver.flush();
      const body = { revision: saver.judged.getState().revision };
      return ask<Draft>(`${formPath(form)}/versions/${version}/restore`, { method: 'POST', body });
    },
    onSuccess: async (draft) => {
      saver.adopt(draft);
      say(`The draft is as version ${version} was. Publish it when it is right.`);
      await queries.invalidateQueries({ queryKey: ['forms'] });
    },
  });
  if (!mayWrite) return null;
  return (
    <div className="flex items-center gap-3">
      {restore.isError && (
        <p role="alert" className="text-sm text-bad">
          {refusalInWords(restore.error)}
        </p>
      )}
      <Button busy={restore.isPending} onClick={() => restore.mutate()}>
        Bring it back as the draft
      </Button>
    </div>
  );
}
