// A builder around parts of it, as they are tried by themselves: a draft in hand, the worker not there.
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import type { Attribute } from '@baton/rules';
import type { Me } from '@baton/worker/api-types';
import { readDraft, type FormDraft } from '../draft/form-draft.ts';
import { ToastProvider } from '../parts/toast.tsx';
import { createQueries } from '../server/create-queries.ts';
import { BuildActionsProvider } from './build/build-actions.tsx';
import { BuilderContext } from './builder-context.ts';
import { createFormSaver, type FormSaver } from './form-saver.ts';
import { createFormStore, type FormStore } from './form-store.ts';
import { keptDrafts } from '../saving/kept-drafts.ts';

const somebody: Me = {
  actor: { kind: 'person', email: 'mara@rampline.example', name: 'Mara Lind', role: 'marketing' },
  rights: ['workspace.read', 'forms.write'],
  workspace: { id: 'main', name: 'Rampline' },
  workspaces: [{ id: 'main', name: 'Rampline', role: 'marketing' }],
  address: 'http://127.0.0.1:8787',
  formPrefix: '',
};

export type Stage = { readonly store: FormStore; readonly saver: FormSaver };

/** The store, and what saves it: nothing is sent unless it is told to. */
export function stageOf(draft: FormDraft): Stage {
  const store = createFormStore(draft, () => performance.now());
  const saver = createFormSaver(
    {
      draft: {
        revision: 0,
        base: null,
        document: draft,
        at: null,
        author: null,
        issues: [],
        warnings: [],
        scheduled: null,
      },
      kept: keptDrafts(null, 'main', draft.id, readDraft),
      read: () => store.state.getState().draft,
      receive: store.receive,
      unplanned: () => undefined,
      send: () => Promise.reject(new Error('Nothing is sent from here.')),
    },
    draft,
  );
  return { store, saver };
}

type Props = {
  readonly stage: Stage;
  readonly attributes?: readonly Attribute[];
  readonly mayWrite?: boolean;
  readonly children: ReactNode;
};

const none: readonly Attribute[] = [];

export function Staged({ stage, attributes = none, mayWrite = true, children }: Props) {
  const [queries] = useState(createQueries);
  const builder = useMemo(
    () => ({
      ...stage,
      attributes: new Map(attributes.map((attribute) => [attribute.id, attribute])),
      me: somebody,
      mayWrite,
    }),
    [stage, attributes, mayWrite],
  );
  return (
    <QueryClientProvider client={queries}>
      <ToastProvider>
        <BuilderContext value={builder}>
          <BuildActionsProvider>{children}</BuildActionsProvider>
        </BuilderContext>
      </ToastProvider>
    </QueryClientProvider>
  );
}
