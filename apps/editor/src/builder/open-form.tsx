// A form that is open: its draft, what saves it, and the frame around its tabs.
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback, useMemo, useState } from 'react';
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
import { createFormStore, type FormStore } from './form-store.ts';
import { createFormSaver, type FormSaver } from './form-saver.ts';
import { deviceStorage, keptDrafts } from '../saving/kept-drafts.ts';
import type { BuilderTab } from './tab-names.ts';
import { tabs } from './tabs.ts';
import { useOthers } from '../saving/use-others.ts';
import { isSentLate, useSaving } from '../saving/use-saving.ts';
import { useShortcuts } from '../saving/use-shortcuts.ts';

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
  const queries = useQueryClient();
  const readOthers = useCallback(
    (signal: AbortSignal) => ask<Draft>(`${formPath(document.id)}/draft`, { signal }),
    [document.id],
  );
  const left = useCallback(
    (last: Promise<void>) => {
      void last.then(() => queries.invalidateQueries({ queryKey: ['forms'], exact: true }));
      queries.removeQueries(draftQuery(document.id));
    },
    [queries, document.id],
  );
  useOthers(readOthers, saver);
  useSaving(store, saver, mayWrite, left);
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
): { readonly store: FormStore; readonly saver: FormSaver } {
  const store = createFormStore(document, () => performance.now());
  const path = `${formPath(document.id)}/draft`;
  const saver = createFormSaver(
    {
      draft,
      kept: keptDrafts(deviceStorage(), me.workspace.id, document.id, readDraft),
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
          keepalive: last && isSentLate(body),
        }),
    },
    document,
  );
  return { store, saver };
}
