// The agreement at work: asks for it and for whom it may name, and holds the draft for the screens that change it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useCallback, useMemo, useState } from 'react';
import type { AgreementState, Me } from '@baton/worker/api-types';
import { useStore } from 'zustand';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { useOthers } from '../saving/use-others.ts';
import { useSaving } from '../saving/use-saving.ts';
import { useShortcuts } from '../saving/use-shortcuts.ts';
import { termsQuery } from '../server/agreement-queries.ts';
import { meQuery } from '../server/queries.ts';
import { openDraft, readStanding, standingOf } from './open-draft.ts';
import { NoAgreement } from './no-agreement.tsx';
import { TermsContext, type Surroundings, type TermsStanding } from './terms-context.ts';
import { readTermsDraft, type TermsDraft } from './terms-draft.ts';
import { TermsHeader } from './terms-header.tsx';
import { useAround } from './use-around.ts';
import { later } from '../parts/later.tsx';

const TermsClash = later(async () => (await import('./terms-clash.tsx')).TermsClash);

export function AgreementLayout() {
  const state = useQuery(termsQuery);
  const around = useAround();
  const me = useQuery(meQuery);
  const failed = [state, around, me].find((query) => query.isError && query.data === undefined);
  if (failed) return <Failed error={failed.error} again={() => void failed.refetch()} />;
  if (!state.data || !around.data || !me.data) return <Loading lines={8} label="Loading the agreement" />;
  return <Standing state={state.data} around={around.data} me={me.data} />;
}

type Props = { readonly state: AgreementState; readonly around: Surroundings; readonly me: Me };

function Standing({ state, around, me }: Props) {
  const queries = useQueryClient();
  const [epoch, setEpoch] = useState(0);
  const restart = useCallback(async () => {
    await queries.refetchQueries({ queryKey: ['agreement'] });
    setEpoch((before) => before + 1);
  }, [queries]);
  const standing = standingOf(state);
  if (standing === null) {
    return state.proposals.length > 0 || state.inForce === null ? (
      <NoAgreement state={state} around={around} me={me} />
    ) : (
      <Empty title="The agreement in force cannot be read">
        What is kept of it is not what was signed, so it judges nobody. Propose one anew, or import it again.
      </Empty>
    );
  }
  const document = readTermsDraft(standing.document);
  if (document === null) return <Empty title="This draft cannot be shown">It is no agreement.</Empty>;
  return (
    <Open
      key={epoch}
      standing={standing}
      document={document}
      state={state}
      around={around}
      me={me}
      restart={restart}
    />
  );
}

type OpenProps = Props & {
  readonly standing: TermsStanding;
  readonly document: TermsDraft;
  readonly restart: () => Promise<void>;
};

function Open({ standing, document, state, around, me, restart }: OpenProps) {
  const say = useSay();
  const queries = useQueryClient();
  const mayWrite = me.rights.includes('agreement.write');
  const [{ store, saver }] = useState(() =>
    openDraft(standing, document, me, (name) =>
      say(`${name} changed this draft too. Both changes are here.`),
    ),
  );
  const left = useCallback(
    (last: Promise<void>) => {
      void last.then(() => queries.invalidateQueries({ queryKey: ['agreement'] }));
      // Whoever leaves and comes back begins from what stands there by then. Begun anew in its place, it is still looked at.
      queueMicrotask(() =>
        queries.removeQueries({ queryKey: termsQuery.queryKey, exact: true, type: 'inactive' }),
      );
    },
    [queries],
  );
  useOthers(readStanding, saver);
  useSaving(store, saver, mayWrite, left);
  useShortcuts(store);
  const work = useMemo(
    () => ({ store, saver, around, me, mayWrite, restart }),
    [store, saver, around, me, mayWrite, restart],
  );
  const saving = useStore(saver.state);
  return (
    <TermsContext value={work}>
      <TermsHeader state={state} />
      <Suspense fallback={<Loading lines={8} />}>
        <Outlet />
      </Suspense>
      {saving.kind === 'clashing' && (
        <Suspense>
          <TermsClash
            key={JSON.stringify(saving.clashes)}
            clashes={saving.clashes}
            who={saving.author ?? 'Somebody'}
          />
        </Suspense>
      )}
    </TermsContext>
  );
}
