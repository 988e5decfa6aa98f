// The agreement's screens as they are tried by themselves: somebody at work, at an address of the editor's own, and a
// worker that answers as it is told and remembers what it was asked.
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import type { AgreementDraft, AgreementState, AgreementVersion, Me } from '@baton/worker/api-types';
import { ToastProvider } from '../parts/toast.tsx';
import { createEditorRouter } from '../routes.tsx';
import { createQueries } from '../server/create-queries.ts';
import { templateAgreement } from './template.ts';
import type { TermsDraft } from './terms-draft.ts';

type Asked = { readonly method: string; readonly path: string; readonly body: unknown };

/** What the worker says to one question; undefined: what it says by itself. */
type Answer = (body: unknown) => Response | undefined;

export type Staged = {
  /** Everything that was sent to change something, in order. */
  readonly asked: readonly Asked[];
  /** What stands at the worker. */
  state: AgreementState;
  /** By method and path, such as `POST /api/agreements/2/sign`. */
  readonly answers: Map<string, Answer>;
};

export const terms: TermsDraft = templateAgreement({
  attributes: new Map(),
  fallback: 'val@x.example',
  timeZone: 'Europe/Berlin',
});

const at = '2027-01-04T09:00:00.000Z';

export function versionOf(version: number, more: Partial<AgreementVersion> = {}): AgreementVersion {
  return {
    version,
    hash: String(version).repeat(64).slice(0, 64),
    state: 'in_force',
    base: null,
    proposedBy: 'mia@x.example',
    proposedByName: 'Mia',
    side: 'marketing',
    proposedAt: at,
    note: null,
    answers: null,
    expiresAt: null,
    inForceAt: at,
    replacedAt: null,
    ended: null,
    reviewed: null,
    signatures: [],
    sound: true,
    document: terms,
    attributes: [],
    comments: [],
    ...more,
  };
}

export const proposal = versionOf(2, { state: 'proposed', base: 1, inForceAt: null });

export function draftOf(revision: number, document: TermsDraft, savedByName: string): AgreementDraft {
  const savedBy = `${savedByName.toLowerCase()}@x.example`;
  return {
    revision,
    base: 1,
    document,
    savedBy,
    savedByName,
    savedAt: at,
    issues: [],
    warnings: [],
    outdated: false,
  };
}

/** A problem as the worker tells it. */
export function refused(status: number, detail: string): Response {
  return Response.json({ title: 'Refused.', detail }, { status });
}

const reading = ['workspace.read', 'leads.read'] as const;

function personOf(role: 'marketing' | 'sales' | 'viewer'): Me {
  const name = { marketing: 'Mia', sales: 'Val', viewer: 'Vera' }[role];
  return {
    actor: { kind: 'person', email: `${name.toLowerCase()}@x.example`, name, role },
    rights: role === 'viewer' ? [...reading] : [...reading, 'agreement.write', 'agreement.sign'],
    workspace: { id: 'main', name: 'Rampline' },
    workspaces: [{ id: 'main', name: 'Rampline', role }],
    address: 'http://127.0.0.1:8787',
    formPrefix: '',
  };
}

/** Shows an address to somebody. What is not told otherwise has version 1 in force and proposal 2 on the table. */
export function showAgreement(
  path: string,
  role: 'marketing' | 'sales' | 'viewer',
  more: Partial<AgreementState> = {},
): Staged {
  const asked: Asked[] = [];
  const side = role === 'viewer' ? null : role;
  const staged: Staged = {
    asked,
    state: {
      inForce: versionOf(1),
      proposals: [proposal],
      draft: null,
      toRescore: 0,
      mySide: side,
      noSide: side === null ? 'no_role' : null,
      reviewDue: false,
      reviewAt: null,
      ...more,
    },
    answers: new Map(),
  };
  const people = [
    { email: 'mia@x.example', name: 'Mia', party: 'marketing' },
    { email: 'val@x.example', name: 'Val', party: 'sales' },
  ];
  const versions = () => [staged.state.inForce, ...staged.state.proposals];
  vi.stubGlobal('fetch', async (given: string, init: RequestInit = {}) => {
    const { pathname } = new URL(given, 'http://baton.example');
    const { method = 'GET', body: sent } = init;
    const body: unknown = typeof sent === 'string' ? JSON.parse(sent) : null;
    const isReading = method === 'GET' || /\/(evidence|replay)$/.test(pathname);
    if (!isReading) asked.push({ method, path: pathname, body });
    const told = staged.answers.get(`${method} ${pathname}`)?.(body);
    if (told !== undefined) return told;
    switch (pathname) {
      case '/api/me':
        return Response.json(personOf(role));
      case '/api/agreement':
        return Response.json(staged.state);
      case '/api/workspace':
        return Response.json({ people, teams: [] });
      case '/api/attributes':
        return Response.json({ attributes: [], leads: 0 });
    }
    const version = versions().find((one) => one !== null && pathname === `/api/agreements/${one.version}`);
    return version ? Response.json(version) : refused(404, 'There is no such thing here.');
  });
  const router = createEditorRouter();
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [path] }) });
  render(
    <QueryClientProvider client={createQueries()}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return staged;
}
