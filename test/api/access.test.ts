// Every route, asked by everybody. The routes are those of the description, which holds every route that is registered
// (`described-routes.test.ts`).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTable, askers, keyAskers, type Asker } from './access-table.ts';
import { startApiStack, stranger, type ApiStack, type Ask } from './api-stack.ts';
import { recordOf } from './published-document.ts';
import { allRoles, makeKey, ownerIn, type Cookies } from './signed-in.ts';

let stack: ApiStack;
let cookies: Cookies;
const keys = new Map<string, string>();

beforeAll(async () => {
  stack = await startApiStack();
  cookies = await allRoles(stack, await ownerIn(stack, 'admin@engines.example'), 'engines.example');
  for (const scope of keyAskers) keys.set(scope, await makeKey(stack, cookies.admin, scope));
});

afterAll(() => stack.close());

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

/** What somebody sends along. */
function credentials(asker: Asker): Ask {
  if (asker === 'nobody') return {};
  if (asker === 'owner') return { owner: true };
  const key = keys.get(asker);
  return { headers: key === undefined ? { cookie: String(Reflect.get(cookies, asker)) } : bearer(key) };
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

function requestOf(route: string, asker: Asker, origin: string | null): [string, string, Ask] {
  const [method = '', template = ''] = route.split(' ');
  const row = accessTable[route];
  const path = template.replace('{form}', 'demo').replaceAll(/\{\w+\}/g, 'nothing');
  const sent = credentials(asker);
  const form = Object.entries(row?.form ?? {}).map(([key, value]) => [key, value.replace('{asker}', asker)]);
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

describe.each(Object.entries(accessTable))('%s', (route, { answers, keys: toKeys }) => {
  const columns = (text: string): number[] => text.trim().split(/\s+/).map(Number);
  const asNobody = keyAskers.map(() => columns(answers)[0]).join(' ');
  test.each([
    ...askers.map((asker, at) => [asker, columns(answers)[at]] as const),
    ...keyAskers.map((asker, at) => [asker, columns(toKeys ?? asNobody)[at]] as const),
  ])('%s: %i', async (asker, status) => {
    // A page of ours elsewhere is no page of ours: what a session alone opens, another website cannot press.
    if (asker in cookies && /^POST \/(people|keys)/.test(route)) {
      for (const origin of [stranger, null]) {
        const strange = await stack.ask(...requestOf(route, asker, origin));
        expect([origin, strange.status]).toEqual([origin, 403]);
      }
    }
    const answer = await stack.ask(...requestOf(route, asker, stack.instance.url));
    expect(answer.status, await answer.text()).toBe(status);
  });
});
