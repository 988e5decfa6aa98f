// Every route, asked by everybody, in two workspaces. The routes are those of the description, which holds every route
// that is registered (`described-routes.test.ts`).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { accessTable, askers, keyAskers, type Asker } from './access-table.ts';
import { qualified, startApiStack, stranger, type ApiStack, type Ask } from './api-stack.ts';
import { recordOf } from './published-document.ts';
import { allRoles, makeKey, makeWorkspace, ownerIn } from './signed-in.ts';

const workspaces = ['main', 'acme'] as const;
type Workspace = (typeof workspaces)[number];
const others: Readonly<Record<Workspace, Workspace>> = { main: 'acme', acme: 'main' };

let stack: ApiStack;
/** What each asker sends along, by workspace. */
const credentials = new Map<string, Ask>();
/** What is only in one workspace: the id of a lead, of a submission, of a member, a key and a session of each. */
const only = new Map<Workspace, Readonly<Record<'lead' | 'member' | 'key' | 'session', string>>>();

beforeAll(async () => {
  stack = await startApiStack();
  const owner = await ownerIn(stack, 'owner@engines.example');
  for (const workspace of workspaces) {
    if (workspace !== 'main') await makeWorkspace(stack, owner, workspace, 'Acme');
    const cookies = await allRoles(stack, owner, `${workspace}.example`);
    // The owner's browser goes on to the next one; each workspace has an admin of its own.
    const { admin } = cookies;
    for (const [role, cookie] of Object.entries(cookies)) {
      credentials.set(`${role} ${workspace}`, { headers: { cookie } });
    }
    for (const scope of keyAskers) {
      const key = await makeKey(stack, admin, scope);
      credentials.set(`${scope} ${workspace}`, { headers: { authorization: `Bearer ${key}` } });
    }
    const inWorkspace = workspace === 'main' ? {} : { headers: { 'baton-workspace': workspace } };
    credentials.set(`owner ${workspace}`, { owner: true, ...inWorkspace });
    credentials.set(`nobody ${workspace}`, {});
    only.set(workspace, await thingsOf(workspace, admin));
  }
}, 120_000);

afterAll(() => stack.close());

/** Fills a workspace with a form and a lead, and finds the ids of what is in it. */
async function thingsOf(workspace: Workspace, admin: string) {
  const asOwner = credentials.get(`owner ${workspace}`) ?? {};
  if (workspace !== 'main') {
    const imported = await stack.ask('PUT', '/api/workspace', {
      ...asOwner,
      json: { ...smallWorkspace, destinations: [] },
    });
    expect(imported.status, await imported.clone().text()).toBe(200);
  }
  const email = `lead@${workspace}.example`;
  const path = `/f/${workspace === 'main' ? '' : `${workspace}~`}demo/submissions`;
  expect((await stack.ask('POST', path, { json: qualified(email) })).status).toBe(201);
  const { leads } = recordOf(await (await stack.ask('GET', `/api/leads?email=${email}`, asOwner)).json());
  const page = async (at: string) => (await stack.ask('GET', at, { headers: { cookie: admin } })).text();
  const found = (text: string, id: RegExp) => id.exec(text)?.[0] ?? 'none';
  const people = await page('/people');
  const place = /\/people\/per_\w+(?=">viewer@)/.exec(people)?.[0] ?? '';
  return {
    lead: found(JSON.stringify(leads), /lead_\w+/),
    member: place.replace('/people/', ''),
    key: found(await page('/keys'), /key_\w+/),
    session: found(await page(place), /ses_\w+/),
  };
}

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

function requestOf(
  route: string,
  asker: Asker,
  workspace: Workspace,
  origin: string | null,
  ids: Readonly<Record<string, string>> = {},
): [string, string, Ask] {
  const [method = '', template = ''] = route.split(' ');
  const row = accessTable[route];
  const path = template
    .replace('{form}', workspace === 'main' || template.startsWith('/api') ? 'demo' : `${workspace}~demo`)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'nothing');
  const sent = credentials.get(`${asker} ${workspace}`) ?? {};
  const form = Object.entries(row?.form ?? {}).map(([key, value]) => [
    key,
    value.replace('{asker}', `${asker}.${workspace}`),
  ]);
  const hasBody = row?.form !== undefined;
  return [
    method,
    path,
    {
      ...sent,
      ...(row?.json === undefined ? {} : { json: row.json }),
      ...(hasBody ? { body: new URLSearchParams(form).toString() } : {}),
      headers: {
        ...(hasBody ? asForm : {}),
        ...(method === 'GET' || origin === null ? {} : { origin }),
        ...sent.headers,
      },
    },
  ];
}

test('every route is in the table', async () => {
  const { paths } = recordOf(await (await stack.ask('GET', '/openapi.json')).json());
  const described = Object.entries(recordOf(paths)).flatMap(([path, operations]) =>
    Object.keys(recordOf(operations)).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(Object.keys(accessTable).toSorted()).toEqual(described.toSorted());
});

const columns = (text: string): number[] => text.trim().split(/\s+/).map(Number);

/** The routes that name a thing of a workspace, and which one. */
const named: readonly (readonly [string, 'lead' | 'member' | 'key', Asker])[] = [
  ['GET /api/leads/{id}', 'lead', 'admin'],
  ['GET /api/leads/{id}', 'lead', 'leads'],
  ['GET /api/leads/{id}', 'lead', 'owner'],
  ['GET /api/leads/{id}/timeline', 'lead', 'sales'],
  ['POST /api/leads/{id}/stage', 'lead', 'sales'],
  ['POST /api/leads/{id}/erase', 'lead', 'admin'],
  ['GET /api/leads/{id}/export', 'lead', 'admin'],
  ['POST /api/leads/{id}/notes', 'lead', 'marketing'],
  ['GET /people/{id}', 'member', 'admin'],
  ['POST /people/{id}/role', 'member', 'admin'],
  ['POST /people/{id}/remove', 'member', 'admin'],
  ['POST /people/{id}/sessions/{session}/end', 'member', 'admin'],
  ['POST /keys/{id}/revoke', 'key', 'admin'],
];

describe.each(workspaces)('%s: what is in the other workspace is not there', (workspace) => {
  test.each(named)('%s', async (route, what, asker) => {
    const theirs = only.get(others[workspace]);
    const id = theirs?.[what] ?? '';
    expect(id).toMatch(/^\w+_\w{10}/);
    const ids = { id, session: theirs?.session ?? '' };
    const answer = await stack.ask(...requestOf(route, asker, workspace, stack.instance.url, ids));
    expect(answer.status, await answer.text()).toBe(404);
  });

  test('lists hold nothing of it', async () => {
    const theirs = others[workspace];
    for (const path of [
      '/api/leads',
      '/api/submissions',
      '/api/deliveries',
      '/api/audit',
      '/api/workspace',
    ]) {
      const answer = await stack.ask('GET', path, credentials.get(`owner ${workspace}`));
      const text = await answer.text();
      expect(answer.status).toBe(200);
      expect(text, path).not.toContain(`@${theirs}.example`);
      expect(text, path).not.toContain(only.get(theirs)?.lead);
    }
    for (const path of ['/people', '/keys']) {
      const text = await (await stack.ask('GET', path, credentials.get(`admin ${workspace}`))).text();
      expect(text, path).not.toContain(`${theirs}.example`);
    }
  });
});

test('whoever asks is told who they are, where, and what they may do there', async () => {
  const me = async (asker: Asker, workspace: Workspace): Promise<unknown> =>
    (await stack.ask('GET', '/api/me', credentials.get(`${asker} ${workspace}`))).json();
  expect(await me('marketing', 'acme')).toEqual({
    actor: {
      kind: 'person',
      email: 'marketing@acme.example',
      name: 'marketing@acme.example',
      role: 'marketing',
    },
    rights: [
      'leads.read',
      'leads.write',
      'behaviours.report',
      'deliveries.replay',
      'workspace.read',
      'forms.write',
      'agreement.write',
      'agreement.sign',
      'spend.write',
    ],
    workspace: { id: 'acme', name: smallWorkspace.name },
    workspaces: [{ id: 'acme', name: smallWorkspace.name, role: 'marketing' }],
    address: stack.instance.url,
    formPrefix: 'acme~',
  });
  expect(await me('behaviours', 'main')).toMatchObject({
    actor: { kind: 'key', name: 'behaviours', scopes: ['behaviours'] },
    rights: ['behaviours.report'],
    workspaces: [],
    formPrefix: '',
  });
  expect(await me('owner', 'acme')).toMatchObject({
    actor: { kind: 'owner' },
    rights: expect.arrayContaining(['links.make']),
    workspace: { id: 'acme' },
  });
});

test('a form of a workspace that there is none of makes none', async () => {
  expect((await stack.ask('GET', '/f/nobody~demo')).status).toBe(404);
  expect((await stack.ask('GET', '/f/Acme~demo')).status).toBe(404);
  const asked = { owner: true, headers: { 'baton-workspace': 'nobody' } };
  expect((await stack.ask('GET', '/api/leads', asked)).status).toBe(404);
});

test('a form of a workspace names itself by it, and what it sends arrives there', async () => {
  const page = await (await stack.ask('GET', '/f/acme~demo')).text();
  expect(page).toContain('/f/acme~demo');
  expect(page).not.toContain('/f/demo');
  const sent = await stack.ask('GET', '/f/demo');
  // The same form, and yet another page: neither a cache here nor in a browser may mix them up.
  expect((await stack.ask('GET', '/f/acme~demo')).headers.get('etag')).not.toBe(sent.headers.get('etag'));
});

describe.each(workspaces)('in %s', (workspace) => {
  describe.each(Object.entries(accessTable))('%s', (route, { answers, keys: toKeys }) => {
    const asNobody = keyAskers.map(() => columns(answers)[0]).join(' ');
    test.each([
      ...askers.map((asker, at) => [asker, columns(answers)[at]] as const),
      ...keyAskers.map((asker, at) => [asker, columns(toKeys ?? asNobody)[at]] as const),
    ])('%s: %i', async (asker, status) => {
      const isAdminOfAll = workspace === 'main' || route !== 'POST /account/workspaces';
      // A page of ours elsewhere is no page of ours: what a session alone opens, another website cannot press.
      const isPerson = asker !== 'nobody' && asker !== 'owner' && !keyAskers.some((key) => key === asker);
      if (isPerson && /^POST \/(people|keys)/.test(route)) {
        for (const origin of [stranger, null]) {
          const strange = await stack.ask(...requestOf(route, asker, workspace, origin));
          expect([origin, strange.status]).toEqual([origin, 403]);
        }
      }
      const answer = await stack.ask(...requestOf(route, asker, workspace, stack.instance.url));
      // Only admins of the first workspace make another.
      const expected = isAdminOfAll || status !== 422 ? status : 403;
      expect(answer.status, await answer.text()).toBe(expected);
    });
  });
});
