// What is done with the draft as a whole: it is dropped, or brought up to a version that has come into force since.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgreementVersion } from '@baton/worker/api-types';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useSay } from '../parts/toast.tsx';
import { mergeDocuments } from '../saving/merge-documents.ts';
import { agreementPath, versionPath } from '../server/agreement-queries.ts';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { saveDraft } from './open-draft.ts';
import { useTerms, useTermsDraft } from './terms-context.ts';
import { readTermsDraft } from './terms-draft.ts';

export function DropDraft() {
  const { saver, restart } = useTerms();
  const say = useSay();
  const [isAsked, setAsked] = useState(false);
  const drop = useMutation({
    mutationFn: async () => {
      await saver.flush();
      await ask(`${agreementPath}/draft/drop`, { method: 'POST' });
      await restart();
    },
    onError: (error) => say(refusalInWords(error)),
    onSuccess: () => say('The draft is dropped.'),
  });
  return (
    <>
      <Button look="quiet" onClick={() => setAsked(true)}>
        Drop draft
      </Button>
      <Dialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title="Drop this draft?"
        actions={
          <>
            <Button onClick={() => setAsked(false)}>Keep it</Button>
            <Button look="bad" busy={drop.isPending} onClick={() => drop.mutate()}>
              Drop draft
            </Button>
          </>
        }
      >
        <p>All that differs from what is in force is gone, for everybody. There is no way back.</p>
      </Dialog>
    </>
  );
}

type UpProps = { readonly base: number | null; readonly inForce: AgreementVersion };

/** Takes what the new version changed into the draft; where both changed the same, the draft's own word stands. */
export function BringUp({ base, inForce }: UpProps) {
  const { saver, restart, mayWrite } = useTerms();
  const draft = useTermsDraft();
  const say = useSay();
  const bring = useMutation({
    mutationFn: async () => {
      await saver.flush();
      const before = base === null ? null : await ask<AgreementVersion>(versionPath(base));
      const merged = mergeDocuments(before?.document ?? {}, draft, inForce.document ?? {});
      const { revision } = saver.judged.getState();
      await saveDraft(revision, inForce.version, readTermsDraft(merged.draft) ?? draft);
      await restart();
      return merged.clashes.length;
    },
    onError: (error) => say(refusalInWords(error)),
    onSuccess: (clashes) =>
      say(
        clashes === 0
          ? `The draft goes by version ${inForce.version} now.`
          : 'The draft is brought up. Where both had changed the same, yours stands.',
      ),
  });
  if (!mayWrite) return null;
  return (
    <Button size="small" busy={bring.isPending} onClick={() => bring.mutate()}>
      Bring the draft up to it
    </Button>
  );
}
