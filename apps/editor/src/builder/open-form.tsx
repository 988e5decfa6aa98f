// A form that is open: its draft, what saves it, and the frame around its tabs.
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useState } from 'react';
import type { Attribute } from '@baton/rules';
import type { Draft, Me } from '@baton/worker/api-types';
import { readDraft, type FormDraft } from '../draft/form-draft.ts';
import { useSay } from '../parts/toast.tsx';
import { Empty, Loading } from '../parts/state.tsx';
import { ask } from '../server/ask.ts';
import { draftQuery, formPath } from '../server/queries.ts';
import { Connection } from '../shell/connection.tsx';
import { Guarded } from '../shell/guarded.tsx';
import { authorName } from './author-name.ts';
import { BuilderContext } from './builder-context.ts';
import { BuilderHeader } from './builder-header.tsx';
import { ClashDialog } from './clash-dialog.tsx';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { DraftSaver } from './draft-saver.ts';
import { keptDrafts } from './kept-drafts.ts';
import { tabs, type BuilderTab } from './tabs.ts';
import { useOthers } from './use-others.ts';
import { useShortcuts } from './use-shortcuts.ts';

type Props = {
  readonly draft: Draft;
  readonly attributes: readonly Attribute[];
  readonly me: Me;
  readonly tab: BuilderTab;
};

export function OpenForm({ draft, ...rest }: Props) {
  const document = readDraft(draft.document);
  if (document === null) {
    return (
      <Empty title="This draft cannot be shown">
        It was not written here, and its parts do not fit together. Restore an earlier version, or import the
        form again.
      </Empty>
    );
  }
  return <Open document={document} draft={draft} {...rest} />;
}

function Open({ document, draft, attributes, me, tab }: Props & { readonly document: FormDraft }) {
  const say = useSay();
  const mayWrite = me.rights.includes('forms.write');
  const [{ store, saver }] = useState(() => open(draft, document, me, say));
  useSaving(store, saver, mayWrite, document.id, say);
  useShortcuts(store);
  const byId = useMemo(() => new Map(attributes.map((attribute) => [attribute.id, attribute])), [attributes]);
  const builder = useMemo(
    () => ({ store, saver, attributes: byId, me, mayWrite }),
    [store, saver, byId, me, mayWrite],
  );
  const { Screen, name } = tabs[tab];
  return (
    <BuilderContext value={builder}>
      <div className="flex h-dvh flex-col">
        <BuilderHeader tab={tab} />
        <Connection />
        <main className="min-h-0 flex-1" aria-label={name}>
          <Guarded key={tab}>
            <Suspense fallback={<Loading lines={6} />}>
              <Screen />
            </Suspense>
          </Guarded>
        </main>
      </div>
      <ClashDialog />
    </BuilderContext>
  );
}

type Say = ReturnType<typeof useSay>;

function open(
  draft: Draft,
  document: FormDraft,
  me: Me,
  say: Say,
): { readonly store: DraftStore; readonly saver: DraftSaver } {
  const store = createDraftStore(document, () => performance.now());
  const path = `${formPath(document.id)}/draft`;
  const saver = new DraftSaver(
    {
      draft,
      kept: keptDrafts(storageOf(), me.workspace.id, document.id),
      read: () => store.state.getState().draft,
      receive(merged, author) {
        store.receive(merged);
        if (author !== null) say(`${authorName(author)} changed this form too. Both changes are here.`);
      },
      unplanned: () => say('It will not go live by itself any more: it was another draft that was planned.'),
      send: ({ revision, base }, body, last) =>
        ask<Draft>(path, {
          method: 'PUT',
          body: { revision, base, document: body },
          keepalive: last && isSmall(body),
        }),
    },
    document,
  );
  return { store, saver };
}

/** What browsers still send when a page has gone: 64 KiB. */
function isSmall(document: FormDraft): boolean {
  return JSON.stringify(document).length < 60_000;
}

function storageOf(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Keeps the saver told of every change, of the network, and of the end of the page. */
function useSaving(store: DraftStore, saver: DraftSaver, mayWrite: boolean, form: string, say: Say): void {
  const queries = useQueryClient();
  useOthers(saver, form);
  useEffect(() => {
    if (!mayWrite) return undefined;
    if (saver.restore()) say('Brought back what had not been saved.');
    const online = (): void => void saver.flush();
    const leave = (event: BeforeUnloadEvent): void => {
      if (!saver.isUnsaved) return;
      void saver.flush(true);
      event.preventDefault();
    };
    const hide = (): void => {
      if (window.document.visibilityState === 'hidden') void saver.flush(true);
    };
    let last = store.state.getState().draft;
    const stop = store.state.subscribe(({ draft }) => {
      if (draft === last) return;
      last = draft;
      saver.changed();
    });
    addEventListener('online', online);
    addEventListener('beforeunload', leave);
    window.document.addEventListener('visibilitychange', hide);
    return () => {
      stop();
      void saver.flush(true).then(() => queries.invalidateQueries({ queryKey: ['forms'], exact: true }));
      saver.stop();
      queries.removeQueries(draftQuery(form));
      removeEventListener('online', online);
      removeEventListener('beforeunload', leave);
      window.document.removeEventListener('visibilitychange', hide);
    };
    // What is said is said by whoever is there then.
  }, [store, saver, mayWrite, form, queries]);
}
