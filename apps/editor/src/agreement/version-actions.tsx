// What one may do with a proposal: sign it, answer it with another one, take it back. Signing says first exactly what it
// does, and is over the very words that are shown.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AgreementState, AgreementVersion, Me } from '@baton/worker/api-types';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useSay } from '../parts/toast.tsx';
import { versionPath } from '../server/agreement-queries.ts';
import { ask } from '../server/ask.ts';
import { refusalInWords } from '../server/refusal.ts';
import { saveDraft } from './open-draft.ts';
import { SignDialog } from './sign-dialog.tsx';
import { readTermsDraft } from './terms-draft.ts';

type Props = { readonly version: AgreementVersion; readonly state: AgreementState; readonly me: Me };

const refusals = {
  no_role: 'People of marketing and of sales sign; your role is neither.',
  not_among_people: 'Only who stands among the people of the workspace signs; you do not, yet.',
  other_side: 'The workspace’s people say that you belong to another party than your role does.',
} as const;

export function VersionActions({ version, state, me }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const say = useSay();
  const [asked, setAsked] = useState<'sign' | 'withdraw' | 'counter' | null>(null);
  const close = (): void => setAsked(null);
  const mayWrite = me.rights.includes('agreement.write');
  const { mySide, noSide, draft, inForce } = state;
  const signed = version.signatures.find(({ party }) => party === mySide);
  const refresh = () => queries.invalidateQueries({ queryKey: ['agreement'] });
  const withdraw = useMutation({
    mutationFn: () => ask(`${versionPath(version.version)}/withdraw`, { method: 'POST' }),
    onError: (error) => say(refusalInWords(error)),
    onSuccess: () => say('It is taken back.'),
    onSettled: async () => {
      await refresh();
      close();
    },
  });
  const counter = useMutation({
    mutationFn: async () => {
      const document = readTermsDraft(version.document);
      if (document === null) throw new Error('A proposal that cannot be read cannot be answered.');
      await saveDraft(draft?.revision ?? 0, inForce?.version ?? null, document);
    },
    onError: (error) => say(refusalInWords(error)),
    onSuccess: async () => {
      queries.removeQueries({ queryKey: ['agreement', 'state'] });
      say('The draft says what the proposal says. Change it, then propose it instead.');
      await navigate({ to: '/agreement' });
    },
  });
  const isOwn = version.side === null || version.side === mySide;
  return (
    <>
      {mayWrite && isOwn && (
        <Button look="quiet" onClick={() => setAsked('withdraw')}>
          Withdraw
        </Button>
      )}
      {mayWrite && (
        <Button busy={counter.isPending} onClick={() => (draft ? setAsked('counter') : counter.mutate())}>
          Counter
        </Button>
      )}
      {mySide === null ? (
        noSide !== null &&
        mayWrite && <span className="max-w-64 self-center text-sm text-soft">{refusals[noSide]}</span>
      ) : signed === undefined ? (
        <Button look="main" onClick={() => setAsked('sign')}>
          Sign
        </Button>
      ) : signed.by === me.actor.email ? (
        <span className="self-center text-sm text-soft">You have signed</span>
      ) : (
        <Button look="quiet" onClick={() => setAsked('sign')}>
          Sign too
        </Button>
      )}
      {asked === 'sign' && mySide !== null && (
        <SignDialog version={version} side={mySide} inForce={inForce} onClose={close} />
      )}
      <Dialog
        open={asked === 'withdraw'}
        onClose={close}
        title={`Take proposal ${version.version} back?`}
        actions={
          <>
            <Button onClick={close}>Leave it</Button>
            <Button look="bad" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
              Withdraw
            </Button>
          </>
        }
      >
        <p>
          Nobody can sign it any more. It stays readable among the versions, and what is in force stays so.
        </p>
      </Dialog>
      <Dialog
        open={asked === 'counter'}
        onClose={close}
        title="Begin from this proposal?"
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button look="main" busy={counter.isPending} onClick={() => counter.mutate()}>
              Replace the draft
            </Button>
          </>
        }
      >
        <p>
          There is a draft already, last saved by {draft?.savedByName}. It would say what this proposal says.
        </p>
      </Dialog>
    </>
  );
}
