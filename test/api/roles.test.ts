// What roles mean for what is in a request, where the route alone does not say.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { startApiStack, stranger, type ApiStack, type Ask } from './api-stack.ts';
import { recordOf } from './published-document.ts';
import { allRoles, joinAs, ownerIn, press, type Cookies } from './signed-in.ts';

let stack: ApiStack;
let cookies: Cookies;

beforeAll(async () => {
  stack = await startApiStack();
  cookies = await allRoles(stack, await ownerIn(stack, 'owner@engines.example'), 'engines.example');
});

afterAll(() => stack.close());

const [form] = smallWorkspace.forms;

function put(cookie: string, json: unknown, origin: string = stack.instance.url): Promise<Response> {
  return stack.ask('PUT', '/api/workspace', { json, headers: { cookie, origin } });
}

test('marketing changes forms and attributes; people, destinations and the agreement take an admin', async () => {
  const forms = [{ ...form, id: 'new', name: 'New' }];
  expect((await put(cookies.marketing, { format: 1, forms })).status).toBe(200);
  for (const part of ['name', 'people', 'teams', 'destinations', 'agreement', 'anything']) {
    const refused = await put(cookies.marketing, { format: 1, forms: [], [part]: null });
    expect([part, refused.status]).toEqual([part, 403]);
    expect(recordOf(await refused.json())['detail']).toBe(`Only an admin may change: ${part}.`);
  }
  const people = [{ email: 'noor@engines.example', name: 'Noor', party: 'sales' }];
  expect((await put(cookies.admin, { format: 1, people })).status).toBe(200);
});

test('a session changes nothing for a page of another website, nor for one that does not say', async () => {
  expect((await put(cookies.admin, { format: 1, name: 'Taken over' }, stranger)).status).toBe(403);
  const silent: Ask = { json: { format: 1, name: 'Taken over' }, headers: { cookie: cookies.admin } };
  expect((await stack.ask('PUT', '/api/workspace', silent)).status).toBe(403);
  // A key beside the cookie is judged alone.
  const headers = { cookie: cookies.admin, authorization: 'Bearer wrong' };
  expect((await stack.ask('GET', '/api/workspace', { headers })).status).toBe(401);
});

test('a role that is changed, a person that is removed: both hold at the next request', async () => {
  const late = await joinAs(stack, cookies.admin, 'late@engines.example', 'admin');
  const people = await (await stack.ask('GET', '/people', { headers: { cookie: cookies.admin } })).text();
  const place = /href="(\/people\/per_\w+)">late@/.exec(people)?.[1] ?? '';
  const audit = (): Promise<Response> => stack.ask('GET', '/api/audit', { headers: { cookie: late } });
  expect((await audit()).status).toBe(200);
  expect((await press(stack, `${place}/role`, { role: 'sales' }, cookies.admin)).status).toBe(303);
  expect((await audit()).status).toBe(403);
  expect((await press(stack, `${place}/remove`, {}, cookies.admin)).status).toBe(303);
  expect((await audit()).status).toBe(401);
});

test('the audit tells who changed what, before and after, of people and documents in one list', async () => {
  const attribute = { id: 'colour', label: 'Colour', type: 'text', about: 'person' };
  await put(cookies.marketing, { format: 1, attributes: [attribute] });
  await put(cookies.admin, { format: 1, attributes: [{ ...attribute, label: 'Favourite colour' }] });
  await joinAs(stack, cookies.admin, 'last@engines.example', 'viewer');
  const pages: unknown[] = [];
  let before = '';
  do {
    const page = recordOf(
      await (await stack.ask('GET', `/api/audit?limit=2${before}`, { owner: true })).json(),
    );
    pages.push(...(Array.isArray(page['changes']) ? page['changes'] : []));
    before = page['next'] === null ? '' : `&before=${JSON.stringify(page['next']).slice(1, -1)}`;
  } while (before !== '');
  const whole = recordOf(await (await stack.ask('GET', '/api/audit?limit=200', { owner: true })).json());
  expect(pages).toEqual(whole['changes']);
  expect(pages.slice(0, 4)).toMatchObject([
    { action: 'person.joined', author: 'person:last@engines.example', after: { role: 'viewer' } },
    { action: 'person.invited', author: 'person:admin@engines.example', subject: 'last@engines.example' },
    {
      action: 'attribute.changed',
      author: 'person:admin@engines.example',
      subject: 'colour',
      before: { label: 'Colour' },
      after: { label: 'Favourite colour' },
    },
    {
      action: 'attribute.added',
      author: 'person:marketing@engines.example',
      subject: 'colour',
      before: null,
    },
  ]);
  expect(JSON.stringify(pages)).not.toMatch(/whsec_|"secret"/);

  // Narrowed down, it is still one list of both.
  const narrowed = async (query: string): Promise<unknown> =>
    recordOf(await (await stack.ask('GET', `/api/audit?${query}`, { owner: true })).json())['changes'];
  const by = (author: string): unknown[] => pages.filter((change) => recordOf(change)['author'] === author);
  const admin = 'person:admin@engines.example';
  expect(await narrowed(`limit=200&author=${admin}`)).toEqual(by(admin));
  expect(new Set(by(admin).map((change) => recordOf(change)['action']))).toContain('attribute.changed');
  expect(await narrowed('area=attributes&limit=1')).toMatchObject([{ action: 'attribute.changed' }]);
  expect(await narrowed('area=people&subject=last@engines.example')).toMatchObject([
    { action: 'person.joined' },
    { action: 'person.invited' },
  ]);
});
