// The last look before visitors meet it: errors keep it from going live, warnings have to be read.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Draft, PublishedForm } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Check, TextArea } from '../../parts/field.tsx';
import { Loading } from '../../parts/state.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { formPath } from '../../server/queries.ts';
import { Refusal, refusalInWords } from '../../server/refusal.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import type { Place } from '../checker/findings.ts';
import { useGoTo } from '../checker/go-to.ts';
import { PlacedFindings, usePlacedFindings } from '../checker/placed-findings.tsx';
import { ChangeList } from '../versions/change-list.tsx';
import { hourInWords, instantOf } from './hour-in-words.ts';
import { When } from './when.tsx';

type Props = { readonly onClose: () => void };

export function PublishDialog({ onClose }: Props) {
  const { saver } = useBuilder();
  const form = useDraft(({ id }) => id);
  const state = useStore(saver.state);
  const { revision, base, issues, warnings } = useStore(saver.judged);
  const [note, setNote] = useState('');
  const [isRead, setRead] = useState(false);
  /** As the browser's field has it; null: at once. */
  const [at, setAt] = useState<string | null>(null);
  const { errors, warnings: placed } = usePlacedFindings();
  const goTo = useGoTo();
  const publish = usePublish(form, onClose);
  useEffect(() => void saver.flush(), [saver]);
  const leadTo = (place: Place): void => {
    onClose();
    goTo(place);
  };
  const isSaved = state.kind === 'saved';
  const mayGo =
    isSaved &&
    (at === null || instantOf(at) !== null) &&
    issues.length === 0 &&
    (warnings.length === 0 || isRead);
  return (
    <Dialog
      open
      onClose={onClose}
      title={base === null ? 'Publish this form' : `Publish as version ${base + 1}`}
      description="Visitors meet it from then on. What was sent before stays with the version it was sent under."
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button
            look="main"
            disabled={!mayGo}
            busy={publish.isPending}
            onClick={() => publish.mutate({ revision, note, accept: isRead, at: instantOf(at) })}
          >
            {at === null ? 'Publish' : 'Plan it'}
          </Button>
        </>
      }
    >
      {!isSaved &&
        (state.kind === 'failing' || state.kind === 'refused' ? (
          <NotSaved error={state.error} />
        ) : (
          <Loading lines={2} label="Saving" />
        ))}
      {isSaved && (
        <div className="space-y-5">
          {publish.isError && <NotPublished error={publish.error} />}
          {issues.length > 0 && (
            <PlacedFindings title="To be mended first" findings={errors} onChoose={leadTo} />
          )}
          {warnings.length > 0 && (
            <div>
              <PlacedFindings title="Worth a second look" findings={placed} onChoose={leadTo} />
              {issues.length === 0 && (
                <Check
                  className="mt-3"
                  label="I have read these; publish it all the same"
                  checked={isRead}
                  onChange={({ target }) => setRead(target.checked)}
                />
              )}
            </div>
          )}
          {base !== null && (
            <section>
              <h3 className="mb-2 text-sm font-semibold">What changes</h3>
              <div className="max-h-56 overflow-y-auto rounded-control border border-line p-3">
                <ChangeList from={base} to={null} revision={revision} />
              </div>
            </section>
          )}
          <When at={at} onAt={setAt} />
          <TextArea
            label="What changed, for those who come after"
            rows={2}
            maxLength={2000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
      )}
    </Dialog>
  );
}

type Asked = {
  readonly revision: number;
  readonly note: string;
  readonly accept: boolean;
  readonly at: string | null;
};

function usePublish(form: string, onClose: () => void) {
  const { saver } = useBuilder();
  const queries = useQueryClient();
  const say = useSay();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ revision, note, accept, at }: Asked) => {
      const words = note.trim() === '' ? null : note.trim();
      const body = { revision, note: words, accept, ...(at === null ? {} : { at }) };
      const published = await ask<PublishedForm>(`${formPath(form)}/publish`, { method: 'POST', body });
      saver.adopt(await ask<Draft>(`${formPath(form)}/draft`));
      return published;
    },
    onSuccess: async ({ version, scheduled }) => {
      onClose();
      if (scheduled !== null) say(`It goes live ${hourInWords(scheduled.at)}.`);
      else {
        say(`Version ${version} is live.`);
        // At once: whoever has gone elsewhere meanwhile must not be taken away from there.
        await navigate({ to: '/forms/$form/$tab', params: { form, tab: 'share' } });
      }
      await queries.invalidateQueries({ queryKey: ['forms'] });
    },
  });
}

function NotSaved({ error }: { readonly error: unknown }) {
  return (
    <p role="alert" className="text-bad">
      The draft is not saved yet, so it cannot be published. {refusalInWords(error)}
    </p>
  );
}

function NotPublished({ error }: { readonly error: unknown }) {
  const isOvertaken = error instanceof Refusal && error.status === 409;
  return (
    <p role="alert" className="rounded-control border border-bad px-3 py-2 text-bad">
      {isOvertaken
        ? 'Somebody else has changed the form since you looked. Their change is here now: look again.'
        : refusalInWords(error)}
    </p>
  );
}
